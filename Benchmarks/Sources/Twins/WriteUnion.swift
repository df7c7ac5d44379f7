/// Writes a union as one does by hand: an `enum` that reads its discriminator, or tries the kinds of value.
func write(_ union: GeneratedType.Union, _ style: TwinStyle) -> String {
    var lines = ["public indirect enum \(union.name): Sendable, Codable, Hashable {"]
    lines += union.cases.map { "    case \($0.name)(\(style.type($0.type)))" }
    var union = union
    if style.keepsEverything {
        lines += unknownVariant(union, style)
        union.cases.append(("unknown", "Unknown"))
    }
    lines += union.discriminator.map { decodeByTag(union, $0, style) } ?? decodeByKind(union)
    lines += encode(union)
    for getter in union.getters { lines += write(getter.name, style.type(getter.type), of: union) }
    return (lines + ["}"]).joined(separator: "\n")
}

/// The variant that the specification does not name, with the members that all variants have.
private func unknownVariant(_ union: GeneratedType.Union, _ style: TwinStyle) -> [String] {
    let members = [("json", "TrunklineRuntime.JSONValue")] + union.getters.map { ($0.name, style.type($0.type)) }
    return [
        "    case unknown(Unknown)", "", "    public struct Unknown: Sendable, Codable, Hashable {",
    ] + members.map { "        public let \($0): \($1)" } + ["    }"]
}

private func decodeByTag(
    _ union: GeneratedType.Union, _ discriminator: String, _ style: TwinStyle
) -> [String] {
    let types = Dictionary(union.cases.map { ($0.name, $0.type) }) { first, _ in first }
    let arms = union.tags.map { tags, variant in
        "        case \(tags): self = .\(variant)(try \(types[variant] ?? "Never")(from: decoder))"
    }
    return [
        "",
        "    private enum CodingKeys: String, CodingKey {",
        "        case tag = \(discriminator)",
        "    }",
        "",
        "    public init(from decoder: any Decoder) throws {",
        "        let container = try decoder.container(keyedBy: CodingKeys.self)",
        "        switch try container.decode(String.self, forKey: .tag) {",
    ] + arms + otherTag(style) + ["        }", "    }"]
}

private func otherTag(_ style: TwinStyle) -> [String] {
    if style.keepsEverything { return ["        default: self = .unknown(try Unknown(from: decoder))"] }
    return [
        "        case let tag:",
        "            throw DecodingError.dataCorruptedError(",
        "                forKey: .tag, in: container, debugDescription: \"unknown variant \\(tag)\")",
    ]
}

private func decodeByKind(_ union: GeneratedType.Union) -> [String] {
    let attempts = union.cases.dropLast().map { name, type in
        [
            "        if let value = try? container.decode(\(type).self) {",
            "            self = .\(name)(value)",
            "            return",
            "        }",
        ]
    }
    let last = union.cases.last.map { "        self = .\($0.name)(try container.decode(\($0.type).self))" }
    return ["", "    public init(from decoder: any Decoder) throws {"]
        + ["        let container = try decoder.singleValueContainer()"] + attempts.flatMap(\.self)
        + [last ?? "", "    }"]
}

private func encode(_ union: GeneratedType.Union) -> [String] {
    let arms = union.cases.map { "        case .\($0.name)(let value): try value.encode(to: encoder)" }
    return ["", "    public func encode(to encoder: any Encoder) throws {", "        switch self {"] + arms
        + ["        }", "    }"]
}

private func write(_ getter: String, _ type: String, of union: GeneratedType.Union) -> [String] {
    let arms = union.cases.map { "        case .\($0.name)(let value): value.\(getter)" }
    return ["", "    public var \(getter): \(type) {", "        switch self {"] + arms + ["        }", "    }"]
}
