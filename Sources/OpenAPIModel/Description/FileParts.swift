extension Binder {
    /// Reports the files of which references name parts although they are neither a description nor a schema: documents have to
    /// be parsed as a whole (OpenAPI 3.2, Parsing Documents). Earlier versions leave it at an advice, and such files are common.
    func reportPartsOfOtherFiles() {
        var reported: Set<FileID> = []
        for pending in reading.references where !pending.mayBeRemote {
            let node = pending.reference.node
            guard reading.version(of: node) >= .v3_2, let target = bound[node] else { continue }
            let file = reading.arena.file(of: target)
            guard file != reading.arena.file(of: node), reading.versions[file] == nil, isOther(file, than: target),
                reported.insert(file).inserted
            else { continue }
            reading.diagnostics.warning(
                "part-of-file", "this leads into a file that is neither a description nor a schema as a whole",
                at: reading.arena.range(of: node),
                help: "give the file `openapi` and `info`, or put what is meant into a file of its own")
        }
    }

    /// Whether a file has something around a node, and is no schema.
    private func isOther(_ file: FileID, than target: Node) -> Bool {
        guard let root = addresses[file].flatMap({ roots[$0] ?? nil }), root != target,
            reading.schemaIDs[root] == nil
        else { return false }
        let keywords = ["$schema", "$id", "$defs", "type", "properties", "allOf", "anyOf", "oneOf"]
        return !keywords.contains { reading.arena.value(in: root, for: $0) != nil }
    }
}
