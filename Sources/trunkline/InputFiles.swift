import Foundation
import OpenAPIModel

/// The file system as the libraries see it.
enum InputFiles {
    /// What keeps a file from being read, in words.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads files of a description; none that a symbolic link takes out of the entry document's folder, unless allowed.
    static func provider(entry: String, allowsOutside: Bool = false, remote: RemoteFiles? = nil) -> FileProvider {
        let folder = resolved(entry).deletingLastPathComponent().path
        let fetch = remote.map { remote in { @Sendable (address: String) in try remote.bytes(at: address) } }
        return FileProvider(allowsOutside: allowsOutside, fetch: fetch) { path in
            if path == "-", entry == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
            guard path != entry else { return try read(path) }
            let target = resolved(path).path
            guard allowsOutside || folder == "/" || target.hasPrefix(folder + "/") else {
                throw FileProvider.LeavesFolder()
            }
            return try readRegular(path)
        }
    }

    /// The bytes of a file that a reference names: a pipe or a device might never end.
    private static func readRegular(_ path: String) throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path).path)
        let type = attributes?[.type] as? FileAttributeType
        guard type == nil || type == .typeRegular || type == .typeDirectory else {
            throw Failure(description: "it is no regular file")
        }
        return try read(path)
    }

    /// The bytes of a file.
    static func read(_ path: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(description: "there is no such file")
        }
        guard !isFolder.boolValue else { throw Failure(description: "it is a folder") }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(description: "permission denied")
        }
        return Array(data)
    }

    /// Whether there is a folder at a path.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func resolved(_ path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }

    /// A path that a file gives, seen from that file's folder.
    static func path(_ path: String, besides file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        var parts = file[..<slash].split(separator: "/")[...]
        if file.hasPrefix("/") { parts.insert("", at: 0) }
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != "..", last != ".", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}
