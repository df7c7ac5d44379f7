/// One file that was read: what to call it in messages, and its text as UTF-8.
///
/// A file in UTF-16 or UTF-32 with a byte order mark is transcoded here, once. Ranges in it count bytes of the UTF-8 text
/// that `bytes` holds, not of the file on disk; lines and columns are the same in both.
package struct SourceFile: Sendable {
    /// The path as it is shown and as references in the file are resolved against it, with `/` between folders.
    package let path: String
    /// The text in UTF-8, which may be invalid where the file is.
    package let bytes: [UInt8]
    /// What the file is written in.
    package let encoding: TextEncoding
    /// The offset of the first place that could not be transcoded.
    package let transcodingFault: Int?

    /// - Parameter bytes: The file as it is on disk.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        encoding = TextEncoding(of: bytes)
        (self.bytes, transcodingFault) = encoding == .utf8 ? (bytes, nil) : encoding.transcoded(bytes)
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
