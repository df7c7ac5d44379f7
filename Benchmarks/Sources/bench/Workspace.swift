import Foundation

/// The files that the measures need.
struct Workspace {
    /// The root of the repository.
    let root: URL
    /// Where this program and what it depends on were built.
    let build: URL
    /// A folder for what is made and thrown away.
    let scratch: URL

    init() throws {
        root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
            throw BenchFailure("the folder that this program was built in is not known")
        }
        build = program.deletingLastPathComponent()
        scratch = FileManager.default.temporaryDirectory.appending(path: "trunkline-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    /// The text of a file of the repository.
    func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

    /// Writes a file that is thrown away; returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let url = scratch.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path(percentEncoded: false)
    }

    func clear() throws { try FileManager.default.removeItem(at: scratch) }
}
