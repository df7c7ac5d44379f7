/// Reads `trunkline.yaml`; nil when its text cannot be understood or it is no mapping, which is then reported.
package func readConfiguration(
    file: FileID, in files: SourceFiles, limits: Limits = Limits(), diagnostics: inout Diagnostics
) -> Configuration? {
    var arena = NodeArena()
    guard let root = parse(file: file, in: files, into: &arena, limits: limits, diagnostics: &diagnostics) else {
        return nil
    }
    let reading = Reading(arena: arena, diagnostics: diagnostics)
    let configuration = reading.read(root, as: Configuration.self)
    diagnostics = reading.diagnostics
    return configuration
}

extension ObjectReader {
    mutating func located(_ key: String) -> Located<String>? {
        value(key).flatMap(reading.located)
    }

    mutating func locatedList(_ key: String) -> [Located<String>] {
        list(key)?.compactMap(reading.located) ?? []
    }

    mutating func locatedMap(_ key: String) -> [Named<Located<String>>] {
        map(key) { reading, node in reading.located(node) } ?? []
    }

    mutating func pinnedNames(_ key: String) -> [PinnedName] {
        locatedMap(key).compactMap { reading.pinnedName($0) }
    }
}

extension Reading {
    /// A string that is not empty, with its place.
    func located(_ node: Node) -> Located<String>? {
        guard let text = string(of: node) else { return nil }
        guard !text.isEmpty else {
            report("empty-value", "a value is needed here", at: arena.range(of: node))
            return nil
        }
        return Located(text, arena.range(of: node))
    }

    /// A JSON pointer as it is written in the configuration, for example `/error/message`.
    func pointer(_ text: String, at range: SourceRange) -> Located<JSONPointer>? {
        if let pointer = JSONPointer(text) { return Located(pointer, range) }
        report("bad-pointer", "`\(text)` is no JSON pointer", at: range, help: "write it like `/error/message`")
        return nil
    }

    /// A name that is pinned by a reference into the entry document.
    func pinnedName(_ entry: Named<Located<String>>) -> PinnedName? {
        let text = entry.name
        let decoded = text.hasPrefix("#") ? percentDecoded(String(text.dropFirst())) : nil
        guard let pointer = decoded.flatMap({ JSONPointer($0) }) else {
            let help = "write it like `'#/components/schemas/Pet'`"
            report("bad-pointer", "`\(text)` is no place in the specification", at: entry.nameRange, help: help)
            return nil
        }
        return PinnedName(pointer: Located(pointer, entry.nameRange), name: entry.value)
    }
}
