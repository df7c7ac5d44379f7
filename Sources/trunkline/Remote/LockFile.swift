import Foundation

/// `trunkline.lock`: which remote files a specification was read with, by the digests of their bytes.
///
/// For example:
///
///     # Written by trunkline: the remote files that were read. Commit this file.
///     e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 https://example.com/pet.yaml
struct LockFile {
    let path: String
    private(set) var digests: [String: String] = [:]
    private(set) var hasChanged = false

    private static let head = "# Written by trunkline: the remote files that were read. Commit this file.\n"

    /// Reads the file; one that is not there is empty.
    ///
    /// - Throws: `InputFiles.Failure` for a line that is none of these.
    init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        let text = String(decoding: try InputFiles.read(path), as: UTF8.self)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, LockFile.isDigest(parts[0]) else {
                throw InputFiles.Failure(description: "line \(number + 1) of \(path) is no digest with an address")
            }
            digests[parts[1]] = parts[0]
        }
    }

    mutating func set(_ digest: String, for address: String) {
        guard digests[address] != digest else { return }
        digests[address] = digest
        hasChanged = true
    }

    /// - Throws: `OutputFile.Failure` where the file cannot be written.
    func write() throws {
        let lines = digests.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try OutputFile(path: path).write(LockFile.head + lines.joined())
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
    }
}
