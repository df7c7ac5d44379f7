import Foundation

/// The CPU time of this process, user and system, in seconds.
func processorTime() -> Double {
    var usage = rusage()
    getrusage(ownUsage, &usage)
    return usage.processorTime
}

#if canImport(Glibc)
    private let ownUsage = RUSAGE_SELF.rawValue
#else
    private let ownUsage = RUSAGE_SELF
#endif

extension rusage {
    /// User and system time in seconds.
    var processorTime: Double { ru_utime.seconds + ru_stime.seconds }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// The median of measured figures.
func median(_ figures: [Double]) -> Double {
    let sorted = figures.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// Measures several things in turn, A B C A B C …, so that a machine that gets slower is slower for all; returns the median
/// of each.
func alternate<Key: Hashable>(
    _ keys: [Key], runs: Int, _ measure: (Key) throws -> [Double]
) rethrows -> [Key: [Double]] {
    var figures: [Key: [[Double]]] = [:]
    for _ in 0..<runs {
        for key in keys { figures[key, default: []].append(try measure(key)) }
    }
    return figures.mapValues { runs in runs[0].indices.map { index in median(runs.map { $0[index] }) } }
}

/// The CPU seconds that one call takes, from as many calls as take a tenth of a second.
func secondsPerCall(_ body: () throws -> Void) rethrows -> Double {
    var calls = 1
    while true {
        let start = processorTime()
        for _ in 0..<calls { try body() }
        let elapsed = processorTime() - start
        if elapsed >= 0.1 { return elapsed / Double(calls) }
        calls *= 2
    }
}
