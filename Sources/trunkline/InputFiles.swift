import Foundation
import OpenAPIModel

/// The file system as the libraries see it.
enum InputFiles {
    /// What keeps a file from being read, in words.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads files of a description; none that a symbolic link takes out of the entry document's folder.
    static func provider(entry: String) -> FileProvider {
        let folder = resolved(entry).deletingLastPathComponent().path
        return FileProvider { path in
            if path == "-", entry == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
            let target = resolved(path).path
            guard path == entry || folder == "/" || target.hasPrefix(folder + "/") else {
                throw Failure(description: "a symbolic link leads out of the folder of the entry document")
            }
            return try read(path)
        }
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
