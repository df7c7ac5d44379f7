extension Binder {
    /// The node that a reference names; what is wrong with it is reported at the reference.
    func locate(_ pending: PendingReference) -> Node? {
        let reference = pending.reference
        if pending.mayBeName, let found = locateName(reference) { return found }
        if pending.mayBeName, isName(reference.text) {
            reportUnknownName(reference)
            return nil
        }
        if let found = locateIdentified(pending) { return found }
        switch ReferenceText(reference.text) {
        case .malformed:
            reading.report(
                "unresolved-reference", "`\(reference.text)` is no valid reference", at: range(of: reference))
            return nil
        case .other(let scheme):
            if !pending.mayBeRemote { reportScheme(scheme, reference) }
            return nil
        case .remote(let address, let fragment):
            guard !pending.mayBeRemote else { return nil }
            let root = loadRemote(address, reference.text, at: range(of: reference))
            return root.flatMap { locate(fragment, from: $0, pending) }
        case .local(let path, let fragment):
            return root(path, reference).flatMap { locate(fragment, from: $0, pending) }
        }
    }

    /// The root of the file that a path in a reference names.
    private func root(_ path: String, _ reference: Reference) -> Node? {
        let file = reading.arena.file(of: reference.node)
        if path.isEmpty { return addresses[file].flatMap { roots[$0] ?? nil } }
        guard let base = statedBase(of: reference) else {
            return loadReferred(path, from: file, at: range(of: reference))
        }
        return root(path, from: base, reference)
    }

    /// The root of a file seen from a `$id` or `$self`. A copy beside the document may stand for an address of the web.
    private func root(_ path: String, from base: String, _ reference: Reference) -> Node? {
        let file = reading.arena.file(of: reference.node)
        let address = joined(base, reference.text)
        if !ReferenceText.hasScheme(base) {
            let target = FilePath(percentDecoded(address) ?? address)
            if target.isBelowFolder(of: entry), let root = try? load(.local(target)) { return root }
        } else if case .local(let beside) = addresses[file] {
            let copy = FilePath(path, from: beside).flatMap { $0.isBelowFolder(of: entry) ? $0 : nil }
            if let copy, let root = try? load(.local(copy)) { return root }
            return loadRemote(address, address, at: range(of: reference))
        }
        return loadReferred(path, from: file, at: range(of: reference))
    }

    private func statedBase(of reference: Reference) -> String? {
        guard SchemaNames.isNeeded(reading.arena), reading.version(of: reference.node) >= .v3_1 else { return nil }
        names.update(from: reading.arena)
        return names.statedBase(of: reference.node, reading.arena)
    }

    private func locate(_ fragment: String, from root: Node, _ pending: PendingReference) -> Node? {
        guard let pointer = JSONPointer(fragment) else { return locateAnchor(fragment, from: root, pending) }
        switch reading.arena.lookup(pointer, from: root) {
        case .found(let node):
            return checkSection(pointer, root, pending) ? node : nil
        case .missing(let parent, let token):
            reportUnresolved(pending.reference, missing: token) { self.reading.arena.entries(of: parent).map(\.key) }
            return nil
        }
    }

    /// Whether a pointer into the components leads to the kind that is needed.
    private func checkSection(_ pointer: JSONPointer, _ root: Node, _ pending: PendingReference) -> Bool {
        let version = reading.version(of: root)
        let section = Array(pointer.tokens.dropLast())
        guard let needed = pending.kind,
            let found = ReferenceKind.allCases.first(where: { $0.path(version) == section }),
            needed != found
        else { return true }
        reading.report(
            "wrong-reference",
            "`\(pending.reference.text)` is in `\(found.path(version).joined(separator: "/"))`; "
                + "what is needed here is in `\(needed.path(version).joined(separator: "/"))`",
            at: range(of: pending.reference))
        return false
    }

    /// What a reference names by way of a `$id` or a `$self`; nil where the files have to tell.
    private func locateIdentified(_ pending: PendingReference) -> Node? {
        let text = pending.reference.text
        guard SchemaNames.isNeeded(reading.arena), reading.version(of: pending.reference.node) >= .v3_1 else {
            return nil
        }
        names.update(from: reading.arena)
        guard let resource = names.ids[joined(names.base(of: pending.reference.node, reading.arena), text)],
            let fragment = percentDecoded(text.contains("#") ? text.after("#") : "")
        else { return nil }
        guard let pointer = JSONPointer(fragment) else { return names.anchors(in: resource)[fragment] }
        return reading.arena.node(at: pointer, from: resource)
    }

    private func locateAnchor(_ name: String, from root: Node, _ pending: PendingReference) -> Node? {
        names.update(from: reading.arena)
        let known = names.anchors(in: root)
        if let node = known[name] { return node }
        reportUnresolved(pending.reference, missing: name) { known.keys.sorted() }
        return nil
    }

    // MARK: Names

    /// A component by its name: one of the entry document or, where that has none, of the file that the name stands in.
    private func locateName(_ reference: Reference) -> Node? {
        let roots = [entryRoot, reading.arena.root(of: reference.node)].compactMap { $0 }
        return roots.lazy.compactMap { self.schemas(of: $0) }
            .compactMap { self.reading.arena.value(in: $0, for: reference.text) }.first
    }

    private func schemas(of root: Node) -> Node? {
        reading.arena.node(at: JSONPointer(tokens: ReferenceKind.schema.path(reading.version(of: root))), from: root)
    }

    /// Whether a discriminator's mapping can only mean a component's name.
    private func isName(_ text: String) -> Bool {
        !text.contains { "/#.:%".contains($0) }
    }

    private func reportUnknownName(_ reference: Reference) {
        reportUnresolved(reference, missing: reference.text) {
            self.entryRoot.flatMap(self.schemas).map { self.reading.arena.entries(of: $0).map(\.key) } ?? []
        }
    }

    // MARK: Findings

    private func reportUnresolved(_ reference: Reference, missing token: String, among siblings: () -> [String]) {
        suggestionsLeft -= 1
        let candidates = suggestionsLeft > 0 ? siblings() : []
        let meant = suggestion(for: token, among: candidates).map { "did you mean `\($0)`?" }
        let message = "`\(reference.text)` leads nowhere: there is no `\(token)`"
        reading.report("unresolved-reference", message, at: range(of: reference), help: meant)
    }

    private func reportScheme(_ scheme: String, _ reference: Reference) {
        let help = scheme == "file" ? "write the path of the file, seen from this one" : nil
        reading.report(
            "unresolved-reference", "`\(reference.text)` leads nowhere: addresses with `\(scheme):` are not followed",
            at: range(of: reference), help: help)
    }

    private func range(of reference: Reference) -> SourceRange { reading.arena.range(of: reference.node) }
}

extension ReferenceKind {
    /// The member of the Components object that holds objects of this kind.
    package var section: String {
        switch self {
        case .requestBody: "requestBodies"
        default: rawValue + "s"
        }
    }

    /// Where a document has its named objects of this kind.
    ///
    /// For example, `components/schemas`, or `definitions` in Swagger 2.0.
    package func path(_ version: OpenAPIVersion) -> [String] {
        guard version == .v2_0 else { return ["components", section] }
        switch self {
        case .schema: return ["definitions"]
        case .parameter, .response: return [section]
        case .securityScheme: return ["securityDefinitions"]
        case .example, .requestBody, .header, .link, .callback, .pathItem, .mediaType: return ["components", section]
        }
    }
}

extension String {
    /// What stands behind the first of a character.
    fileprivate func after(_ character: Character) -> String {
        firstIndex(of: character).map { String(self[index(after: $0)...]) } ?? ""
    }
}
