/// Reads the declarations of a generated `Models.swift` and `Requests.swift`. It knows only the regular text that Trunkline writes.
public func readModels(_ text: String) -> [GeneratedType] {
    var types: [GeneratedType] = []
    var lines: [Substring] = []
    for line in text.split(separator: "\n") where !line.isDocumentation {
        if line == "}" {
            if let type = readType(lines) { types.append(type) }
            lines = []
        } else if line.hasPrefix("public nonisolated ") || !lines.isEmpty {
            lines.append(line)
        }
    }
    return flattenBases(types)
}

private func readType(_ lines: [Substring]) -> GeneratedType? {
    guard let header = lines.first, let (kind, name, conformances) = readHeader(header) else { return nil }
    let body = lines.dropFirst()
    return switch (kind, conformances) {
    case ("enum", let list) where list.hasPrefix("String, "): .enumeration(readClosedEnumeration(name, body))
    case ("enum", _): .union(readUnion(name, body))
    case (_, let list) where list.hasPrefix("TrunklineRuntime.OpenEnumeration"):
        .enumeration(readOpenEnumeration(name, body))
    default: .structure(readStructure(name, body))
    }
}

/// For example `public nonisolated struct Server: TrunklineRuntime.ObjectModel {`.
private func readHeader(_ line: Substring) -> (kind: String, name: String, conformances: String)? {
    guard let match = line.firstMatch(of: /(struct|enum) (\S+): (.+) \{$/) else { return nil }
    return (String(match.1), String(match.2), String(match.3))
}

private func readStructure(_ name: String, _ lines: ArraySlice<Substring>) -> GeneratedType.Structure {
    var structure = GeneratedType.Structure(name: name)
    var wireNames: [String: String] = [:]
    for line in lines {
        if line.contains(/^\s{4}public (let|var) otherMembers\b/) {
            structure.isOpen = true
        } else if let member = line.wholeMatch(of: /\s{4}public (let|var) (\S+): ([^{]+?)( \{.*)?/) {
            guard member.2 != "base" else {
                structure.base = String(member.3)
                continue
            }
            // A member that is kept in a box has accessors: both of them where it can be set, on this line or the next.
            let isVariable = member.1 == "var" && (member.4.map { $0 == " {" || $0.contains(" set {") } ?? true)
            let type = String(member.3).replacing(/^Optional<(.+)>$/) { "\($0.1)?" }
            structure.members.append(
                .init(name: String(member.2), type: type, wireName: "", isVariable: isVariable))
        } else if let read = line.wholeMatch(of: /\s{8}(\S+) = (?:\.init\()?(?:try )?object\.\w+\((".*?")\)+/) {
            wireNames[String(read.1)] = String(read.2)
        } else if line.hasPrefix("    public init("), !line.contains("ObjectDecoder") {
            structure.isMutable = true
        }
    }
    for index in structure.members.indices {
        let name = structure.members[index].name
        structure.members[index].wireName = wireNames[name] ?? wireNames["_" + name] ?? "\"\""
    }
    return structure
}

private func readOpenEnumeration(_ name: String, _ lines: ArraySlice<Substring>) -> GeneratedType.Enumeration {
    let values = lines.compactMap { line in
        line.wholeMatch(of: /\s{4}public static var (\S+): Self \{ Self\(rawValue: (".*")\) \}/)
            .map { (String($0.1), String($0.2)) }
    }
    return .init(name: name, values: values, isOpen: true)
}

private func readClosedEnumeration(_ name: String, _ lines: ArraySlice<Substring>) -> GeneratedType.Enumeration {
    let values = lines.compactMap { line in
        line.wholeMatch(of: /\s{4}case (\S+?)(?: = (".*"))?/)
            .map { (String($0.1), $0.2.map(String.init) ?? "\"\($0.1)\"") }
    }
    return .init(name: name, values: values)
}

private func readUnion(_ name: String, _ lines: ArraySlice<Substring>) -> GeneratedType.Union {
    var union = GeneratedType.Union(name: name)
    // The structure of the unknown variant comes last; a twin has none.
    for line in lines.prefix(while: { !$0.contains(" struct Unknown:") }) {
        if let variant = line.wholeMatch(of: /\s{4}case (\w+)\((.+)\)/), variant.1 != "unknown" {
            union.cases.append((String(variant.1), String(variant.2)))
        } else if let decision = line.wholeMatch(of: /\s+switch element\.tag\((".*")\) \{/) {
            union.discriminator = String(decision.1)
        } else if let arm = line.wholeMatch(of: /\s+case (".*"): self = \.(\w+)\(.*/) {
            union.tags.append((String(arm.1), String(arm.2)))
        } else if let arm = line.wholeMatch(of: /\s+case \.(\w+): self = \.(\w+)\(.*/) {
            union.kinds.append((String(arm.1), String(arm.2)))
        } else if let getter = line.wholeMatch(of: /\s{4}public var (\S+): (.+) \{/) {
            if getter.1 == "base" {
                union.base = String(getter.2)
            } else {
                union.getters.append((String(getter.1), String(getter.2)))
            }
        }
    }
    return union
}

extension Substring {
    fileprivate var isDocumentation: Bool { drop { $0 == " " }.hasPrefix("//") }
}
