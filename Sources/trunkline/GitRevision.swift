import ArgumentParser
import Foundation

/// The folder of a specification as it was in a git revision, in a temporary place.
struct GitRevision {
    /// The specification, or the folder that was given.
    let path: String
    private let folder: URL

    /// Nil where the revision does not have the file; the run ends where git does not know the revision.
    init?(_ revision: String, of input: String) throws {
        let place = URL(fileURLWithPath: input)
        let isFolder = InputFiles.isFolder(input)
        let parent = isFolder ? place : place.deletingLastPathComponent()
        guard !revision.hasPrefix("-"),
            try Self.git(["rev-parse", "--verify", "--quiet", revision + "^{commit}"], in: parent)
        else {
            Terminal.report("error: git knows no revision \(revision) of \(input)\n")
            throw ExitCode.couldNotRun
        }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("trunkline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = isFolder ? folder.path : folder.appendingPathComponent(place.lastPathComponent).path
        let archive = folder.appendingPathComponent(".trunkline.tar")
        let isThere =
            try Self.git(["archive", "--format=tar", "-o", archive.path, revision + ":./", "."], in: parent)
            && Self.run("tar", ["-xf", archive.path], in: folder) && FileManager.default.fileExists(atPath: path)
        guard isThere else {
            remove()
            return nil
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    private static func git(_ arguments: [String], in folder: URL) throws -> Bool {
        try run("git", arguments, in: folder)
    }

    /// Whether a command succeeds; what it prints is not shown.
    private static func run(_ command: String, _ arguments: [String], in folder: URL) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}
