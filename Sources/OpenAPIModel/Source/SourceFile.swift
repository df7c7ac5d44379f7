/// One file that was read: what to call it in messages, and its bytes.
package struct SourceFile: Sendable {
    /// The path as it is shown and as references in the file are resolved against it, with `/` between folders.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Where the lines of the file begin; costs a pass over the file, so ask once per file and only to print.
    package var lineTable: LineTable { LineTable(bytes) }

    /// The number of bytes of a leading byte order mark, which is no part of the text.
    package var byteOrderMarkLength: Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}

/// The files of one run, in the order they were read; a file is never removed.
package struct SourceFiles: Sendable {
    private var list: [SourceFile] = []

    package init() {}

    /// Adds a file and returns the id that ranges in it carry.
    package mutating func add(_ file: SourceFile) -> FileID {
        list.append(file)
        return FileID(index: UInt32(list.count - 1))
    }

    package subscript(id: FileID) -> SourceFile { list[Int(id.index)] }

    package var ids: [FileID] { list.indices.map { FileID(index: UInt32($0)) } }

    /// The text of a range.
    package func text(of range: SourceRange) -> String {
        let bytes = self[range.file].bytes
        let end = min(Int(range.end), bytes.count)
        return String(decoding: bytes[min(Int(range.start), end)..<end], as: UTF8.self)
    }

    /// The line and column where a range begins; keep a `LineTable` instead when there are many to print.
    package func location(of range: SourceRange) -> SourceLocation {
        let file = self[range.file]
        return file.lineTable.location(at: Int(range.start), in: file)
    }
}
