import OpenAPIModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a run cost, for `--timings`.
struct Timings {
    let stopwatch = Stopwatch()
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now

    /// The stages and the whole as one line of JSON; names of stages need no escapes.
    var json: String {
        let stages = stopwatch.stages.map { stage in
            "{\"name\": \"\(stage.name)\", \"milliseconds\": \(Self.milliseconds(stage.time))}"
        }
        let whole = Self.milliseconds(clock.now - start)
        return "{\"stages\": [\(stages.joined(separator: ", "))], \"milliseconds\": \(whole), "
            + "\"peakMemoryBytes\": \(Self.peakMemory)}"
    }

    /// With three decimal places.
    private static func milliseconds(_ time: Duration) -> Double {
        let (seconds, attoseconds) = time.components
        return Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1000
    }

    /// The most memory that the process has had in use, in bytes.
    private static var peakMemory: Int {
        var usage = rusage()
        // RUSAGE_SELF, which is a number here and an enumeration there.
        getrusage(0, &usage)
        #if canImport(Darwin)
            return usage.ru_maxrss
        #else
            return usage.ru_maxrss * 1024
        #endif
    }
}
