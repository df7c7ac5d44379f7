/// The lines of a block scalar, which libyaml lets end at the next token.
///
/// For example, this one has three lines and ends with the `s` of `spaces`:
///
///     text: |
///       two
///       spaces
struct BlockScalar {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: Int
    private let limit: Int

    /// - Parameter range: From the indicator, or the anchor or tag before it, to where libyaml lets it end.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) {
        self.bytes = bytes
        start = Int(range.start)
        limit = Int(range.end)
    }

    /// The end of the last line that is text; with `+`, of the last line at all. The line break is not in it.
    var end: Int {
        let header = lineEnd(from: headerStart)
        let keepsEmptyLines = bytes[headerStart..<header].prefix(while: { $0 > 0x20 }).contains(UInt8(ascii: "+"))
        if keepsEmptyLines { return max(header, lineContent(endingAt: limit).upperBound) }
        let indentation = indentation(below: header)
        var end = limit
        while end > header {
            let content = lineContent(endingAt: end)
            if !content.isEmpty, content.upperBound - content.lowerBound > indentation || !isBlank(content) {
                return content.upperBound
            }
            end = content.lowerBound
        }
        return header
    }

    /// Where `|` or `>` stands, behind an anchor and a tag.
    private var headerStart: Int {
        var index = start
        while index < limit, bytes[index] != UInt8(ascii: "|"), bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") {
                while index < limit, bytes[index] > 0x20 { index += 1 }
            } else {
                index += 1
            }
        }
        return index
    }

    /// How far the first line of text is indented.
    private func indentation(below header: Int) -> Int {
        var index = header
        var spaces = 0
        while index < limit, bytes[index] <= 0x20 {
            spaces = isLineBreak(bytes[index]) ? 0 : spaces + 1
            index += 1
        }
        return index < limit ? spaces : .max
    }

    /// The line that ends at an offset, without its line break.
    private func lineContent(endingAt end: Int) -> Range<Int> {
        var upper = end
        if upper > start, bytes[upper - 1] == 0x0A { upper -= 1 }
        if upper > start, bytes[upper - 1] == 0x0D { upper -= 1 }
        var lower = upper
        while lower > start, !isLineBreak(bytes[lower - 1]) { lower -= 1 }
        return lower..<upper
    }

    private func lineEnd(from offset: Int) -> Int {
        var index = offset
        while index < limit, !isLineBreak(bytes[index]) { index += 1 }
        return index
    }

    private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }

    private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
