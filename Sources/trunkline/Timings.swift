import Foundation
import OpenAPIModel

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
        #if canImport(Darwin)
            var usage = rusage()
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #else
            // `getrusage` would count what the process that started this one held at that moment.
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let kilobytes = status.firstMatch(of: /VmHWM:\s+([0-9]+) kB/).flatMap { Int($0.1) }
            return (kilobytes ?? 0) * 1024
        #endif
    }
}
