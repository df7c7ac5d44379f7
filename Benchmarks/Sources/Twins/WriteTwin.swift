/// What a twin is like where there is more than one usual way.
public struct TwinStyle: Sendable {
    /// Whether the twin keeps all that the generated models keep: members, values and variants that the specification does
    /// not name, and instants. A twin without them says less than the models do, and costs `JSONDecoder` least.
    public var keepsEverything: Bool
    /// Whether what is only received is `let` without a memberwise initialiser, as in the generated module; else every
    /// member is `var` and every structure can be made, as code generators usually write it.
    public var keepsConstants: Bool

    /// Creates a style.
    public init(keepsEverything: Bool, keepsConstants: Bool = false) {
        self.keepsEverything = keepsEverything
        self.keepsConstants = keepsConstants
    }
}

/// Writes the same models as plain structures, whose `Codable` and `Hashable` the compiler synthesises.
public func writeTwin(of types: [GeneratedType], _ style: TwinStyle) -> String {
    let declarations = types.map { type in
        switch type {
        case .structure(let structure): write(structure, style)
        case .enumeration(let enumeration): write(enumeration, style)
        case .union(let union): write(union, style)
        }
    }
    return "public import TrunklineRuntime\n\n" + declarations.joined(separator: "\n\n") + "\n"
}

extension TwinStyle {
    /// The twin of a member's type: what has no counterpart elsewhere becomes what is usual there.
    func type(_ type: String) -> String {
        type.replacing(/TrunklineRuntime\.Nullable<(.+)>\?/) { "\($0.1)?" }
            .replacing("TrunklineRuntime.Timestamp", with: keepsEverything ? "TrunklineRuntime.Timestamp" : "String")
            .replacing("TrunklineRuntime.JSONMembers", with: "[String: TrunklineRuntime.JSONValue]")
    }
}

private func write(_ structure: GeneratedType.Structure, _ style: TwinStyle) -> String {
    var structure = structure
    if style.keepsEverything, structure.isOpen {
        structure.members.append(
            .init(
                name: "otherMembers", type: "[String: TrunklineRuntime.JSONValue]", wireName: "\"otherMembers\"",
                isVariable: structure.isMutable))
    }
    let isMutable = structure.isMutable || !style.keepsConstants
    var lines = ["public struct \(structure.name): Sendable, Codable, Hashable {"]
    lines += structure.members.map { member in
        let introducer = style.keepsConstants && !member.isVariable ? "let" : "var"
        return "    public \(introducer) \(member.name): \(style.type(member.type))"
    }
    if isMutable { lines += memberwise(structure, style) }
    return (lines + codingKeys(structure) + ["}"]).joined(separator: "\n")
}

private func memberwise(_ structure: GeneratedType.Structure, _ style: TwinStyle) -> [String] {
    let parameters = structure.members.map { member in
        let type = style.type(member.type)
        return "\(member.name): \(type)\(type.hasSuffix("?") ? " = nil" : "")"
    }
    let statements = structure.members.map { "        self.\($0.name) = \($0.name)" }
    return ["", "    public init(\(parameters.joined(separator: ", "))) {"] + statements + ["    }"]
}

/// The names on the wire, where one of them is not the member's.
private func codingKeys(_ structure: GeneratedType.Structure) -> [String] {
    guard structure.members.contains(where: { $0.wireName != "\"\($0.name)\"" }) else { return [] }
    let cases = structure.members.map { "        case \($0.name) = \($0.wireName)" }
    return ["", "    private enum CodingKeys: String, CodingKey {"] + cases + ["    }"]
}

private func write(_ enumeration: GeneratedType.Enumeration, _ style: TwinStyle) -> String {
    if style.keepsEverything, enumeration.isOpen { return writeOpen(enumeration) }
    let cases = enumeration.values.map { "    case \($0.name) = \($0.text)" }
    let header = "public enum \(enumeration.name): String, Sendable, Codable, Hashable, CaseIterable {"
    return ([header] + cases + ["}"]).joined(separator: "\n")
}

private func writeOpen(_ enumeration: GeneratedType.Enumeration) -> String {
    let values = enumeration.values.map {
        "    public static var \($0.name): Self { Self(rawValue: \($0.text)) }"
    }
    let all = enumeration.values.map { ".\($0.name)" }.joined(separator: ", ")
    return """
        public struct \(enumeration.name): RawRepresentable, Sendable, Codable, Hashable {
            public var rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

        \(values.joined(separator: "\n"))
            public static var knownValues: [Self] { [\(all)] }
        }
        """
}
