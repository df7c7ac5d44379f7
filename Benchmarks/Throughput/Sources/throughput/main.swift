import Foundation

// throughput [--calls <number>] [--runs <number>] [--side generated|handWritten]: calls a second of the generated client and of
// one that is written by hand, over async-http-client and against a Hummingbird server on loopback.
do {
    let options = try Options(CommandLine.arguments.dropFirst())
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
        throw Failure("the folder that this program was built in is not known")
    }
    let folder = program.deletingLastPathComponent()
    // A profiler, for which there is one side alone, counts for itself.
    if options.sides.count > 1 { try restart(program, counting: folder.appending(path: "libMallocCounter.so")) }
    let root = URL(filePath: #filePath).appending(path: "../../../../..").standardizedFileURL
    let server = try ServerProcess(
        body: root.appending(path: "specs/vapi/examples/get-phone-number.response.json"), folder: folder)
    defer { server.stop() }
    let rows = try await measure(server.url, options)
    print(table(rows))
    if rows.contains(where: { !$0.isMet }) { print("\nNot every target is met.") }
} catch {
    FileHandle.standardError.write(Data("error: \(error)\n".utf8))
    exit(1)
}

/// Starts this program anew with the library that counts allocations, unless it is there or cannot be.
func restart(_ program: URL, counting library: URL) throws {
    #if canImport(Glibc)
        guard ProcessInfo.processInfo.environment["LD_PRELOAD"] == nil else { return }
        guard FileManager.default.fileExists(atPath: library.path) else {
            throw Failure("\(library.path) is not built")
        }
        setenv("LD_PRELOAD", library.path, 1)
        var words = ([program.path] + CommandLine.arguments.dropFirst()).map { strdup($0) } + [nil]
        execv(program.path, &words)
        throw Failure("\(program.path) cannot be started anew")
    #endif
}
