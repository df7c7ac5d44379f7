extension Binder {
    /// The node that a reference names; what is wrong with it is reported at the reference.
    func locate(_ pending: PendingReference) -> Node? {
        let reference = pending.reference
        if pending.mayBeName, let found = locateName(reference.text) { return found }
        if pending.mayBeName, isName(reference.text) {
            reportUnknownName(reference)
            return nil
        }
        if let found = locateIdentified(pending) { return found }
        switch ReferenceText(reference.text) {
        case .remote:
            if !pending.mayBeRemote { reportRemote(reference) }
        case .malformed:
            reading.report(
                "unresolved-reference", "`\(reference.text)` is no valid reference", at: range(of: reference))
        case .local(let path, let fragment):
            guard let root = root(path, reference) else { return nil }
            return locate(fragment, from: root, pending)
        }
        return nil
    }

    private func root(_ path: String, _ reference: Reference) -> Node? {
        let file = reading.arena.file(of: reference.node)
        if path.isEmpty { return paths[file].flatMap { roots[$0] ?? nil } }
        return loadReferred(path, from: file, at: range(of: reference))
    }

    private func locate(_ fragment: String, from root: Node, _ pending: PendingReference) -> Node? {
        guard let pointer = JSONPointer(fragment) else { return locateAnchor(fragment, from: root, pending) }
        switch reading.arena.lookup(pointer, from: root) {
        case .found(let node):
            return checkSection(pointer, pending) ? node : nil
        case .missing(let parent, let token):
            reportUnresolved(pending.reference, missing: token) { self.reading.arena.entries(of: parent).map(\.key) }
            return nil
        }
    }

    /// Whether a pointer into the components leads to the kind that is needed.
    private func checkSection(_ pointer: JSONPointer, _ pending: PendingReference) -> Bool {
        guard pointer.tokens.count == 3, pointer.tokens[0] == "components" else { return true }
        guard let found = ReferenceKind.allCases.first(where: { $0.section == pointer.tokens[1] }) else { return true }
        guard let needed = pending.kind, needed != found else { return true }
        reading.report(
            "wrong-reference",
            "`\(pending.reference.text)` is in `components/\(found.section)`; "
                + "what is needed here is in `components/\(needed.section)`", at: range(of: pending.reference))
        return false
    }

    /// What a reference names by way of a `$id` or of the entry document's `$self`; nil where the files have to tell.
    private func locateIdentified(_ pending: PendingReference) -> Node? {
        let text = pending.reference.text
        let selfURI = entryRoot.flatMap { reading.arena.value(in: $0, for: "$self") }.flatMap(reading.arena.string)
        guard reading.arena.hasKey("$id") || selfURI != nil, reading.version >= .v3_1 else { return nil }
        names.update(from: reading.arena)
        let address = joined(reading.arena.baseAddress(of: pending.reference.node) ?? "", text)
        guard !address.isEmpty else { return nil }
        let resource = names.ids[address] ?? (address == selfURI ? entryRoot : nil)
        guard let resource, let fragment = percentDecoded(text.contains("#") ? text.after("#") : "") else { return nil }
        guard let pointer = JSONPointer(fragment) else {
            return names.anchors(in: reading.arena.file(of: resource))[fragment]
        }
        return reading.arena.node(at: pointer, from: resource)
    }

    private func locateAnchor(_ name: String, from root: Node, _ pending: PendingReference) -> Node? {
        names.update(from: reading.arena)
        let known = names.anchors(in: reading.arena.file(of: root))
        if let node = known[name] { return node }
        reportUnresolved(pending.reference, missing: name) { known.keys.sorted() }
        return nil
    }

    private func locateName(_ name: String) -> Node? {
        entryRoot.flatMap { reading.arena.node(at: JSONPointer(tokens: ["components", "schemas", name]), from: $0) }
    }

    /// Whether a discriminator's mapping can only mean a component's name.
    private func isName(_ text: String) -> Bool {
        !text.contains { "/#.:%".contains($0) }
    }

    private func reportUnknownName(_ reference: Reference) {
        let schemas = entryRoot.flatMap {
            reading.arena.node(at: JSONPointer(tokens: ["components", "schemas"]), from: $0)
        }
        reportUnresolved(reference, missing: reference.text) {
            schemas.map { self.reading.arena.entries(of: $0).map(\.key) } ?? []
        }
    }

    private func reportUnresolved(_ reference: Reference, missing token: String, among siblings: () -> [String]) {
        suggestionsLeft -= 1
        let candidates = suggestionsLeft > 0 ? siblings() : []
        let meant = suggestion(for: token, among: candidates).map { "did you mean `\($0)`?" }
        let message = "`\(reference.text)` leads nowhere: there is no `\(token)`"
        reading.report("unresolved-reference", message, at: range(of: reference), help: meant)
    }

    private func reportRemote(_ reference: Reference) {
        reading.report(
            "remote-reference", "`\(reference.text)` is not followed: it is on another machine",
            at: range(of: reference),
            help: "save the file beside the document and refer to the copy")
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
}

extension String {
    /// What stands behind the first of a character.
    fileprivate func after(_ character: Character) -> String {
        firstIndex(of: character).map { String(self[index(after: $0)...]) } ?? ""
    }
}
