/// Writes a specification several times over into one: each copy has paths, components and operation ids of its own.
///
/// It works on lines, and takes YAML as the benchmarks' documents are written: block style, two spaces a level. For example,
/// the second copy of `/pets` is `/copy2/pets`, of the schema `Pet` it is `PetCopy2`, and its references say so.
func repeatSpecification(_ text: String, copies: Int) -> String {
    var sections: [[Substring]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let isBeginning = line.first.map { $0 != " " && $0 != "#" && $0 != "-" } ?? false
        if isBeginning || sections.isEmpty { sections.append([]) }
        sections[sections.count - 1].append(line)
    }
    return sections.flatMap { repeatSection($0, copies: copies) }.joined(separator: "\n")
}

/// The lines of one member of the root, repeated where it holds paths or components.
private func repeatSection(_ lines: [Substring], copies: Int) -> [String] {
    switch lines.first {
    case "paths:": ["paths:"] + (1...copies).flatMap { copy in lines.dropFirst().map { pathLine($0, copy) } }
    case "components:": ["components:"] + groups(lines.dropFirst()).flatMap { repeatGroup($0, copies: copies) }
    default: lines.map(String.init)
    }
}

/// The lines of each kind of component.
private func groups(_ lines: ArraySlice<Substring>) -> [[Substring]] {
    lines.reduce(into: []) { groups, line in
        if isKey(line, indent: 2) || groups.isEmpty { groups.append([]) }
        groups[groups.count - 1].append(line)
    }
}

/// Security schemes stay as they are: what needs them names them without a reference.
private func repeatGroup(_ lines: [Substring], copies: Int) -> [String] {
    if lines[0].hasPrefix("  securitySchemes:") { return lines.map(String.init) }
    return [String(lines[0])]
        + (1...copies).flatMap { copy in lines.dropFirst().map { componentLine($0, copy) } }
}

private func pathLine(_ line: Substring, _ copy: Int) -> String {
    guard copy > 1, isKey(line, indent: 2), let slash = line.firstIndex(of: "/") else { return anyLine(line, copy) }
    return line[..<slash] + "/copy\(copy)" + line[slash...]
}

private func componentLine(_ line: Substring, _ copy: Int) -> String {
    guard copy > 1, isKey(line, indent: 4), let colon = line.firstIndex(of: ":") else { return anyLine(line, copy) }
    let end = line[..<colon].last == "\"" || line[..<colon].last == "'" ? line.index(before: colon) : colon
    return line[..<end] + "Copy\(copy)" + anyLine(line[end...], copy)
}

/// What a copy changes anywhere: references and operation ids.
private func anyLine(_ line: Substring, _ copy: Int) -> String {
    guard copy > 1 else { return String(line) }
    if line.contains("#/components/") {
        let renamed = line.replacing(/#\/components\/\w+\/[\w.\-]+/) { match in
            match.output.contains("/securitySchemes/") ? match.output : match.output + "Copy\(copy)"
        }
        return String(renamed)
    }
    return line.contains(" operationId: ") ? line + "Copy\(copy)" : String(line)
}

/// Whether a line is a key as deep as that.
private func isKey(_ line: Substring, indent: Int) -> Bool {
    let rest = line.drop { $0 == " " }
    guard line.count - rest.count == indent, let first = rest.first else { return false }
    return first != "#" && first != "-"
}
