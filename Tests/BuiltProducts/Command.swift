import Foundation

/// A program that is run to its end.
public struct Command {
    /// What a run left behind.
    public struct Result: Sendable {
        /// How it ended.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let errors: String
    }

    private let process = Process()

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - executable: The program.
    ///   - arguments: Its arguments.
    ///   - folder: The working directory; nil for that of the tests.
    ///   - environment: Variables in addition to those of the tests.
    public init(_ executable: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) {
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }

    /// Runs the program; what it writes goes through files, so that no full pipe stops it.
    ///
    /// - Parameter input: What it can read from standard input.
    /// - Throws: What keeps the program from being started.
    public func run(input: String = "") throws -> Result {
        let folder = try TemporaryFolder()
        let streams = try ["input", "output", "errors"].map { name in
            try folder.write(name == "input" ? input : "", to: name)
            return try FileHandle(forUpdating: folder.url.appendingPathComponent(name))
        }
        process.standardInput = streams[0]
        process.standardOutput = streams[1]
        process.standardError = streams[2]
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try folder.text("output"), errors: try folder.text("errors"))
    }
}

/// A folder that is removed when nobody holds it any more.
public final class TemporaryFolder {
    /// Where the folder is.
    public let url: URL

    /// Creates an empty folder.
    ///
    /// - Throws: What keeps it from being created.
    public init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("trunkline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, and the folders that lead to it.
    ///
    /// - Throws: What keeps it from being written.
    public func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file.
    ///
    /// - Throws: What keeps it from being read.
    public func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
    }

    /// The paths of the files below the folder or one in it, sorted.
    public func files(in path: String = "") -> [String] {
        let start = path.isEmpty ? url : url.appendingPathComponent(path)
        return (FileManager.default.subpaths(atPath: start.path) ?? []).sorted().filter { name in
            var isFolder: ObjCBool = false
            let target = start.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
