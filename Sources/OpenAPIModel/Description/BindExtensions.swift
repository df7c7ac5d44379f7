extension Binder {
    /// Reads the files that `$ref`s in `x-…` members name, which says nothing to OpenAPI but belongs to the document.
    ///
    /// For example:
    ///
    ///     x-codeSamples: [{ $ref: examples/curl/pets_list.yml }]
    func bindExtensions() {
        let files = Set(addresses.keys)
        var looked = 0
        while looked < reading.arena.count {
            let node = Node(index: UInt32(looked))
            looked += 1
            guard let value = reading.arena.value(in: node, for: "$ref"), reading.arena.string(value) != nil,
                bound[value] == nil, reading.inlined[value] == nil,
                !files.contains(reading.arena.file(of: node)) || reading.arena.isInExtension(node)
            else { continue }
            reading.inlined[value] = locateExtension(value)
        }
    }

    /// What a `$ref` names, as far as the files go; everything else is text.
    private func locateExtension(_ value: Node) -> Node? {
        let text = reading.arena.string(value) ?? ""
        guard case .local(let path, let fragment) = ReferenceText(text), let pointer = JSONPointer(fragment),
            case .local(let base) = addresses[reading.arena.file(of: value)], let target = FilePath(path, from: base),
            [".json", ".yaml", ".yml"].contains(where: path.lowercased().hasSuffix)
        else { return nil }
        let isAllowed = provider.allowsOutside || target.isBelowFolder(of: entry)
        guard isAllowed, let root = try? load(.local(target)), let node = reading.arena.node(at: pointer, from: root)
        else {
            let message = "`\(text)` leads nowhere; the extension stays as it is"
            reading.diagnostics.warning("unresolved-reference", message, at: reading.arena.range(of: value))
            return nil
        }
        return node
    }
}

extension NodeArena {
    /// Whether a node is in an `x-…` member.
    fileprivate func isInExtension(_ node: Node) -> Bool {
        var current = node
        while let parent = parent(of: current) {
            if kind(parent) == .mapping, token(of: current, in: parent).hasPrefix("x-") { return true }
            current = parent
        }
        return false
    }
}
