/// Where a file of a description is, as its parts; `..` is worked out as far as the entry document's path tells.
///
/// For example, `specs/pets/openapi.yaml` has the parts `specs`, `pets`, `openapi.yaml`.
struct FilePath: Hashable {
    let parts: [String]
    let isAbsolute: Bool

    var folder: ArraySlice<String> { parts.dropLast() }
    var text: String { (isAbsolute ? "/" : "") + parts.joined(separator: "/") }

    /// - Parameter text: A path as the command line gives it.
    init(_ text: String) {
        isAbsolute = text.hasPrefix("/")
        parts = FilePath.resolved(text, from: [], isAbsolute: isAbsolute)
    }

    /// A path as a reference in another file has it; nil where no file can have that path.
    init?(_ path: String, from file: FilePath) {
        guard !path.contains("\\"), !path.contains("\0") else { return nil }
        isAbsolute = file.isAbsolute || path.hasPrefix("/")
        let folder = path.hasPrefix("/") ? [] : Array(file.folder)
        parts = FilePath.resolved(path, from: folder, isAbsolute: isAbsolute)
    }

    /// Whether the file is in the folder of another one, or in a folder in it.
    func isBelowFolder(of entry: FilePath) -> Bool {
        isAbsolute == entry.isAbsolute && parts.starts(with: entry.folder)
            && parts.dropFirst(entry.folder.count).first != ".."
    }

    private static func resolved(_ path: String, from folder: [String], isAbsolute: Bool) -> [String] {
        var parts = folder
        for part in path.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(String(part))
                continue
            }
            if let last = parts.last, last != ".." { parts.removeLast() } else if !isAbsolute { parts.append("..") }
        }
        return parts
    }
}

/// Where a file of a description comes from.
enum FileAddress: Hashable {
    case local(FilePath)
    /// An address of the web, without a fragment.
    case remote(String)

    /// What relative addresses in the file are relative to.
    var base: String {
        switch self {
        case .local(let path): path.text
        case .remote(let address): address
        }
    }
}
