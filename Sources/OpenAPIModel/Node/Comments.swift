/// The comments of one YAML file, found in the text between the ranges of its keys and scalars; JSON has none.
///
/// For example, in
///
///     # Who lives here.
///     pets: [cat] # and more
///
/// the first one is above the key `pets`, the second behind it.
package struct Comments: Sendable {
    /// Each from its `#` to the end of its line, in their order.
    package let ranges: [SourceRange]
    private let lines: LineTable
    /// The index in `ranges` of the comment of a line.
    private let byLine: [Int: Int]
    /// Lines that hold nothing but a comment.
    private let wholeLines: Set<Int>

    /// Finds the comments of a file that was parsed into an arena.
    package init(of file: FileID, in files: SourceFiles, arena: NodeArena) {
        let source = files[file]
        var search = CommentSearch(bytes: source.bytes)
        if !source.isJSON { search.run(between: arena.written(in: file), from: source.byteOrderMarkLength) }
        let lines = source.lineTable
        ranges = search.found.map { SourceRange(file: file, start: UInt32($0.lowerBound), end: UInt32($0.upperBound)) }
        let numbers = search.found.map { lines.line(at: $0.lowerBound) }
        byLine = Dictionary(zip(numbers, numbers.indices)) { first, _ in first }
        wholeLines = Set(
            zip(numbers, search.found).filter { line, comment in
                let start = lines.range(ofLine: line, in: source).lowerBound
                return source.bytes[start..<comment.lowerBound].allSatisfy { $0 <= 0x20 }
            }
            .map(\.0))
        self.lines = lines
    }

    /// The comments on the lines directly above the line of a range, from the highest to the lowest.
    package func above(_ range: SourceRange) -> [SourceRange] {
        var line = lines.line(at: Int(range.start)) - 1
        var found: [SourceRange] = []
        while wholeLines.contains(line), let index = byLine[line] {
            found.append(ranges[index])
            line -= 1
        }
        return found.reversed()
    }

    /// The comment that ends the line in which a range begins.
    package func behind(_ range: SourceRange) -> SourceRange? {
        let line = lines.line(at: Int(range.start))
        guard !wholeLines.contains(line) else { return nil }
        return byLine[line].map { ranges[$0] }
    }
}

/// Looks for `#` where nothing else is written.
private struct CommentSearch {
    let bytes: [UInt8]
    var found: [Range<Int>] = []

    /// Looks before, between and behind ranges that are in order.
    mutating func run(between written: [Range<Int>], from start: Int) {
        var end = start
        for range in written where range.lowerBound >= end {
            look(in: end..<range.lowerBound)
            end = lookInHead(of: range)
            end = max(end, range.upperBound)
        }
        look(in: end..<bytes.count)
    }

    private mutating func look(in gap: Range<Int>) {
        var index = gap.lowerBound
        while index < gap.upperBound {
            if isComment(at: index) { index = take(at: index) } else { index += 1 }
        }
    }

    /// Looks in what stands before the text of a scalar: its anchor, its tag, and the line of a `|` or `>`.
    private mutating func lookInHead(of range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                while index < range.upperBound, bytes[index] > 0x20 { index += 1 }
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                while index < range.upperBound, !isLineBreak(bytes[index]) {
                    if isComment(at: index) { return take(at: index) }
                    index += 1
                }
                return index
            case _ where isComment(at: index): index = take(at: index)
            case ...0x20: index += 1
            default: return index
            }
        }
        return index
    }

    private func isComment(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "#") else { return false }
        return index == 0 || bytes[index - 1] <= 0x20 || (index == 3 && bytes[2] == 0xBF)
    }

    private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Notes the comment at an index; returns where it ends.
    private mutating func take(at start: Int) -> Int {
        let end = bytes[start...].firstIndex(where: isLineBreak) ?? bytes.count
        found.append(start..<end)
        return end
    }
}

extension NodeArena {
    /// Where the keys and scalars of a file are written, in the order of their places.
    fileprivate func written(in file: FileID) -> [Range<Int>] {
        var written: [Range<Int>] = []
        for record in records where record.file == file {
            if record.kind.isScalar {
                if record.end > record.start { written.append(Int(record.start)..<Int(record.end)) }
            } else if record.kind == .mapping {
                for entry in entries[Int(record.first)..<Int(record.first + record.count)] {
                    written.append(Int(entry.start)..<Int(entry.end))
                }
            }
        }
        return written.sorted { $0.lowerBound < $1.lowerBound }
    }
}
