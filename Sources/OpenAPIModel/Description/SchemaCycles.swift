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
            if let reference = path[first...].compactMap({ reading.schemas[$0].ref }).first { reading.reportCycle(reference) }
        }
    }

    private func next(after index: Int) -> Int? {
        guard let reference = reading.schemas[index].ref, let target = bound[reference.node] else { return nil }
        return reading.schemaIDs[target].map { Int($0.index) }
    }
}
