import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The CPU time of this process, user and system, in seconds.
func processorTime() -> Double {
    var usage = rusage()
    #if canImport(Glibc)
        getrusage(RUSAGE_SELF.rawValue, &usage)
    #else
        getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage.ru_utime.seconds + usage.ru_stime.seconds
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// How often this process has asked for memory; 0 where nobody counts.
func allocationCount() -> UInt { count?() ?? 0 }

private let count: (@convention(c) () -> UInt)? = {
    guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "trunkline_malloc_count") else { return nil }
    return unsafeBitCast(symbol, to: (@convention(c) () -> UInt).self)
}()

/// A server, as a process that ends with this one.
final class ServerProcess {
    let url: String
    private let process = Process()

    /// Starts the program beside this one.
    ///
    /// - Parameter body: The file that it answers with.
    init(body: URL, folder: URL) throws {
        let output = Pipe()
        process.executableURL = folder.appending(path: "ThroughputServer")
        process.arguments = [body.path(percentEncoded: false)]
        process.standardOutput = output
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "LD_PRELOAD" }
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Failure("the server does not start: \(line)")
        }
        url = "http://127.0.0.1:\(port)"
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}

/// Why nothing can be measured.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
