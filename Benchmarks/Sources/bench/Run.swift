import Foundation

/// What a process has cost.
struct Cost {
    /// Seconds from start to end.
    let wall: Double
    /// User and system seconds, with its children.
    let processor: Double
    /// The most memory that one process held, in MB.
    let memory: Double
}

/// Runs a program to its end, its output sent to a file, and what it says on standard error there too or to another one.
///
/// - Throws: `BenchFailure` with its output where it cannot be started or ends with another status than is accepted.
@discardableResult
func run(
    _ program: String, _ arguments: [String], output: String, errors: String? = nil,
    accepting statuses: Set<Int32> = [0]
) throws -> Cost {
    var actions: SpawnActions = .empty
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if let errors {
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    } else {
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }

    let start = ContinuousClock.now
    var process: pid_t = 0
    guard posix_spawnp(&process, program, &actions, nil, &words, environ) == 0 else {
        throw BenchFailure("\(program) cannot be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    // The lowest seven bits are the signal that ended it, the next eight its status.
    guard status & 0x7F == 0, statuses.contains(status >> 8 & 0xFF) else {
        let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
        throw BenchFailure("\(program) failed:\n\(text)")
    }
    let wall = (ContinuousClock.now - start) / .seconds(1)
    return Cost(wall: wall, processor: usage.processorTime, memory: usage.peakMegabytes)
}

extension rusage {
    /// macOS counts bytes, Linux kilobytes.
    fileprivate var peakMegabytes: Double {
        #if canImport(Darwin)
            Double(ru_maxrss) / 1e6
        #else
            Double(ru_maxrss) / 1e3
        #endif
    }
}

#if canImport(Darwin)
    private typealias SpawnActions = posix_spawn_file_actions_t?
    extension SpawnActions { fileprivate static var empty: Self { nil } }
#else
    private typealias SpawnActions = posix_spawn_file_actions_t
    extension SpawnActions { fileprivate static var empty: Self { Self() } }
#endif
