extension Binder {
    /// Reports schemas whose `$ref` leads back to themselves, which say nothing; recursion through members is fine.
    ///
    /// For example:
    ///
    ///     A: { $ref: '#/components/schemas/B' }
    ///     B: { $ref: '#/components/schemas/A' }
    func reportSchemaCycles() {
        var isDone = [Bool](repeating: false, count: reading.schemas.count)
        for start in reading.schemas.indices where !isDone[start] {
            var path: [Int] = []
            var current: Int? = start
            while let index = current, !isDone[index] {
                isDone[index] = true
                path.append(index)
                current = next(after: index)
            }
            guard let end = current, let first = path.firstIndex(of: end) else { continue }
            let references = path[first...].compactMap { reading.schemas[$0].ref }
            if let reference = references.first { reading.reportCycle(reference, through: references.map(\.text)) }
        }
    }

    /// For every schema the one that pure references lead to, found in one pass however long the chains are.
    func resolvedSchemas() -> [SchemaID] {
        var resolved = [Int?](repeating: nil, count: reading.schemas.count)
        for start in reading.schemas.indices {
            var path: [Int] = []
            var current = start
            while resolved[current] == nil {
                resolved[current] = current
                path.append(current)
                guard reading.schemas[current].isPureReference, let next = next(after: current) else { break }
                current = next
            }
            let end = resolved[current] ?? current
            for index in path { resolved[index] = end }
        }
        return resolved.enumerated().map { SchemaID(index: UInt32($0.element ?? $0.offset)) }
    }

    private func next(after index: Int) -> Int? {
        guard let reference = reading.schemas[index].ref, let target = bound[reference.node] else { return nil }
        return reading.schemaIDs[target].map { Int($0.index) }
    }
}
