extension NodeArena {
    package func kind(_ node: Node) -> NodeKind { record(node).kind }

    /// Where the value is written; a collection ends with its last child, or with its closing bracket.
    package func range(of node: Node) -> SourceRange {
        let record = record(node)
        return SourceRange(file: record.file, start: record.start, end: record.end)
    }

    package func file(of node: Node) -> FileID { record(node).file }

    /// The text of a string; nil for everything else.
    package func string(_ node: Node) -> String? {
        record(node).kind == .string ? text(of: node) : nil
    }

    /// The text of any scalar, as it is written (numbers) or means (strings); nil for collections.
    package func scalarText(_ node: Node) -> String? {
        record(node).kind.isScalar ? text(of: node) : nil
    }

    package func boolean(_ node: Node) -> Bool? {
        let record = record(node)
        guard record.kind == .boolean, record.count > 0 else { return nil }
        return text[Int(record.first)] | 0x20 == 0x74
    }

    package func isNull(_ node: Node) -> Bool { record(node).kind == .null }

    /// The exact text of an integer or a number, for example `1e3` or `0x1F`.
    package func number(_ node: Node) -> String? {
        switch record(node).kind {
        case .integer, .number: text(of: node)
        case .null, .boolean, .string, .sequence, .mapping: nil
        }
    }

    /// The value of an integer that fits, whether it is written `10`, `0o12`, `0xA`, `10.0` or `1e1`.
    package func integer(_ node: Node) -> Int? {
        guard let digits = number(node) else { return nil }
        if digits.hasPrefix("0o") { return Int(digits.dropFirst(2), radix: 8) }
        if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16) }
        return Int(digits) ?? Double(digits).flatMap(Int.init(exactly:))
    }

    package func double(_ node: Node) -> Double? {
        guard let digits = number(node) else { return nil }
        if let integer = integer(node) { return Double(integer) }
        switch digits.lowercased() {
        case ".inf", "+.inf": return .infinity
        case "-.inf": return -.infinity
        case ".nan": return .nan
        default: return Double(digits)
        }
    }

    /// The elements of a list; none for everything else.
    package func elements(of node: Node) -> ArraySlice<Node> {
        let record = record(node)
        guard record.kind == .sequence else { return [] }
        return elements[Int(record.first)..<Int(record.first + record.count)]
    }

    /// The entries of a mapping in the order they are written; none for everything else.
    package func entries(of node: Node) -> MappingEntries {
        let record = record(node)
        let isMapping = record.kind == .mapping
        let range = isMapping ? Int(record.first)..<Int(record.first + record.count) : 0..<0
        return MappingEntries(slice: entries[range], names: keys.names, file: record.file)
    }

    /// The value of a mapping's key.
    package func value(in node: Node, for key: String) -> Node? {
        entry(in: node, for: key)?.value
    }

    /// Where the key of a member is written, or the whole node when there is no such member.
    package func keyRange(in node: Node, for key: String) -> SourceRange {
        guard let entry = entry(in: node, for: key) else { return range(of: node) }
        return SourceRange(file: record(node).file, start: entry.start, end: entry.end)
    }

    /// Where the value of a member is written, or the whole node when there is no such member.
    package func valueRange(in node: Node, for key: String) -> SourceRange {
        range(of: value(in: node, for: key) ?? node)
    }

    /// The nodes whose values or keys are written at ranges; the value of the key for a key.
    package func nodes(at ranges: Set<SourceRange>) -> [SourceRange: Node] {
        var found: [SourceRange: Node] = [:]
        guard !ranges.isEmpty else { return found }
        for index in records.indices {
            let record = records[index]
            let range = SourceRange(file: record.file, start: record.start, end: record.end)
            if ranges.contains(range) { found[range] = found[range] ?? Node(index: UInt32(index)) }
            guard record.kind == .mapping else { continue }
            for entry in entries[Int(record.first)..<Int(record.first + record.count)] {
                let range = SourceRange(file: record.file, start: entry.start, end: entry.end)
                if ranges.contains(range) { found[range] = entry.value }
            }
        }
        return found
    }

    /// Every text under one of some keys, with the range of its value.
    package func texts(underKeys names: Set<String>) -> [(range: SourceRange, text: String)] {
        let ids = Set(names.compactMap(keys.knownID))
        return records.filter { $0.kind == .mapping }.flatMap { record in
            entries[Int(record.first)..<Int(record.first + record.count)].compactMap { entry in
                guard ids.contains(entry.key), let text = string(entry.value) else { return nil }
                return (range(of: entry.value), text)
            }
        }
    }

    /// Every key of every mapping that begins with a prefix, in the order in which they were read.
    package func entries(withPrefix prefix: String) -> [MappingEntry] {
        let ids = Set(keys.names.indices.filter { keys.names[$0].hasPrefix(prefix) }.map(UInt32.init))
        guard !ids.isEmpty else { return [] }
        return records.filter { $0.kind == .mapping }.flatMap { record in
            entries[Int(record.first)..<Int(record.first + record.count)].filter { ids.contains($0.key) }.map { entry in
                let range = SourceRange(file: record.file, start: entry.start, end: entry.end)
                return MappingEntry(key: keys.names[Int(entry.key)], keyRange: range, value: entry.value)
            }
        }
    }

    /// The `x-…` members of an object.
    package func extensions(of node: Node) -> [MappingEntry] {
        entries(of: node).filter { $0.key.hasPrefix("x-") }
    }

    private func entry(in node: Node, for key: String) -> Entry? {
        let record = record(node)
        guard record.kind == .mapping else { return nil }
        let range = Int(record.first)..<Int(record.first + record.count)
        if range.count >= NodeArena.indexedCount {
            return keys.knownID(of: key).flatMap { indices[node]?[$0] }.map { entries[$0] }
        }
        for index in range where keys.names[Int(entries[index].key)].isExactly(key) { return entries[index] }
        return nil
    }

    func record(_ node: Node) -> Record { records[Int(node.index)] }

    private func text(of node: Node) -> String {
        let record = record(node)
        return String(decoding: text[Int(record.first)..<Int(record.first + record.count)], as: UTF8.self)
    }
}

/// The entries of a mapping, without copying them.
package struct MappingEntries: RandomAccessCollection, Sendable {
    let slice: ArraySlice<NodeArena.Entry>
    let names: [String]
    let file: FileID

    package var startIndex: Int { slice.startIndex }
    package var endIndex: Int { slice.endIndex }

    package subscript(index: Int) -> MappingEntry {
        let entry = slice[index]
        let range = SourceRange(file: file, start: entry.start, end: entry.end)
        return MappingEntry(key: names[Int(entry.key)], keyRange: range, value: entry.value)
    }
}
