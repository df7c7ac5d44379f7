/// The byte offsets at which the lines of a file begin; `\n`, `\r\n` and a lone `\r` end a line.
package struct LineTable: Sendable {
    private let starts: [Int]
    /// How many characters stand before every block of bytes, so that a place in a very long line has its column at once.
    private let counts: [Int]
    private static let blockLength = 4096

    package init(_ bytes: [UInt8]) {
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices where buffer[index] == 0x0A || buffer[index] == 0x0D {
                let isPair = buffer[index] == 0x0D && index + 1 < buffer.count && buffer[index + 1] == 0x0A
                if !isPair { starts.append(index + 1) }
            }
        }
        self.starts = starts
        counts = LineTable.characterCounts(bytes)
    }

    private static func characterCounts(_ bytes: [UInt8]) -> [Int] {
        var counts = [0]
        counts.reserveCapacity(bytes.count / blockLength + 1)
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while buffer.count - start >= blockLength {
                let block = buffer[start..<(start + blockLength)]
                counts.append(counts[counts.count - 1] + block.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) })
                start += blockLength
            }
        }
        return counts
    }

    /// How many characters stand before a byte offset.
    private func characterCount(before offset: Int, _ bytes: [UInt8]) -> Int {
        let block = min(offset / LineTable.blockLength, counts.count - 1)
        return counts[block] + bytes[(block * LineTable.blockLength)..<offset].count { $0 & 0xC0 != 0x80 }
    }

    package var count: Int { starts.count }

    /// The line (from 1) that holds a byte offset.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a line (from 1) without its line break.
    package func range(ofLine line: Int, in file: SourceFile) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return 0..<0 }
        var start = starts[line - 1]
        var end = line < starts.count ? starts[line] : file.bytes.count
        while end > start, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
        if line == 1 { start = min(end, file.byteOrderMarkLength) }
        return start..<end
    }

    /// The line and column of a byte offset; a byte order mark takes no column.
    package func location(at offset: Int, in file: SourceFile) -> SourceLocation {
        let line = line(at: offset)
        let start = range(ofLine: line, in: file).lowerBound
        let end = max(start, min(offset, file.bytes.count))
        let isLong = end - start > LineTable.blockLength
        let scalars =
            isLong
            ? characterCount(before: end, file.bytes) - characterCount(before: start, file.bytes)
            : file.bytes[start..<end].count { $0 & 0xC0 != 0x80 }
        return SourceLocation(line: line, column: scalars + 1)
    }
}
