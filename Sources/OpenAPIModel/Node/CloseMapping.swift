extension NodeArena {
    /// Makes the keys of a mapping that was just stored quick to find.
    fileprivate mutating func addIndex(of mapping: Node, from first: Int) {
        var index: [UInt32: Int] = [:]
        index.reserveCapacity(entries.count - first)
        for place in first..<entries.count { index[entries[place].key] = place }
        indices[mapping] = index
    }
}

extension NodeBuilder {
    /// Moves a mapping's entries into the arena: the first of equal keys, then what merge keys add.
    mutating func closeMapping(_ frame: Frame, _ index: Int) {
        let first = arena.entries.count
        if seen.count < arena.keys.names.count {
            seen.append(contentsOf: repeatElement((.max, 0), count: arena.keys.names.count - seen.count))
        }
        var merges: [Node] = []
        for place in frame.firstChild..<pendingEntries.count {
            let pending = pendingEntries[place]
            if pending.merges { merges.append(pending.entry.value) } else { append(pending.entry, of: frame.node) }
        }
        for source in merges { merge(source, into: frame.node) }
        pendingEntries.removeSubrange(frame.firstChild...)
        arena.records[index].first = UInt32(first)
        arena.records[index].count = UInt32(arena.entries.count - first)
        if arena.entries.count - first >= NodeArena.indexedCount { arena.addIndex(of: frame.node, from: first) }
    }

    private mutating func append(_ entry: NodeArena.Entry, of mapping: Node) {
        let key = Int(entry.key)
        guard seen[key].mapping == mapping.index else {
            seen[key] = (mapping.index, arena.entries.count)
            arena.entries.append(entry)
            return
        }
        let original = arena.entries[seen[key].place]
        diagnostics.error(
            "duplicate-key", "the key `\(arena.keys.names[key])` stands here a second time; the first one is used",
            at: range(entry.start, entry.end),
            related: [.init("the first one is here", range(original.start, original.end))])
    }

    /// Copies what a mapping lacks from the mapping, or the list of mappings, that `<<` names.
    ///
    /// For example:
    ///
    ///     base: &base { type: object }
    ///     pet: { <<: *base, title: Pet }
    private mutating func merge(_ source: Node, into mapping: Node) {
        let record = arena.record(source)
        switch record.kind {
        case .mapping:
            copyEntries(of: record, into: mapping)
        case .sequence:
            for element in arena.elements(of: source) { mergeElement(element, into: mapping) }
        case .null, .boolean, .integer, .number, .string:
            reportMerge(source)
        }
    }

    private mutating func mergeElement(_ element: Node, into mapping: Node) {
        let record = arena.record(element)
        if record.kind == .mapping { copyEntries(of: record, into: mapping) } else { reportMerge(element) }
    }

    private mutating func copyEntries(of source: NodeArena.Record, into mapping: Node) {
        for index in Int(source.first)..<Int(source.first + source.count) {
            let entry = arena.entries[index]
            guard seen[Int(entry.key)].mapping != mapping.index else { continue }
            seen[Int(entry.key)] = (mapping.index, arena.entries.count)
            arena.entries.append(entry)
        }
    }

    private mutating func reportMerge(_ source: Node) {
        diagnostics.error(
            "bad-merge", "`<<` needs a mapping or a list of mappings, found \(arena.kind(source).name)",
            at: arena.range(of: source))
    }
}
