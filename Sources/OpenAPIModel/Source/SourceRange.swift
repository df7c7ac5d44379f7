/// Which file of a `SourceFiles` a position is in.
package struct FileID: Hashable, Sendable {
    package let index: UInt32

    package init(index: UInt32) {
        self.index = index
    }
}

/// A stretch of a file, in UTF-8 bytes from its beginning, the end excluded.
package struct SourceRange: Hashable, Sendable {
    package let file: FileID
    package let start: UInt32
    package let end: UInt32

    package init(file: FileID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }
}

/// A place as people read it: both numbers count from 1, the column in Unicode scalars.
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package var description: String { "\(line):\(column)" }
}
