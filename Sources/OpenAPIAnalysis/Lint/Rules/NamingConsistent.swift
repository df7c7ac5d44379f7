import OpenAPIModel

extension Rule {
    static let namingConsistent = Rule(
        "naming-consistent",
        "The members of schemas are named in one style: `snake_case`, `camelCase` or `kebab-case`.", .openAPI3(.note),
        in: .recommended,
        good: """
            components:
              schemas:
                Pet:
                  type: object
                  properties: { firstName: {}, lastName: {}, petName: {}, birthDay: {}, homeTown: {} }
            """,
        bad: """
            components:
              schemas:
                Pet:
                  type: object
                  properties: { firstName: {}, lastName: {}, petName: {}, birthDay: {}, homeTown: {}, post_code: {} }
            """,
        .description { findings in
            var styles: [String: NameStyle?] = [:]
            var styled: [(name: String, range: SourceRange, style: NameStyle)] = []
            for schema in findings.description.schemas where !schema.isPureReference {
                for member in schema.properties {
                    let style = styles[member.name] ?? NameStyle(member.name)
                    styles[member.name] = .some(style)
                    if let style { styled.append((member.name, member.nameRange, style)) }
                }
            }
            let counts = Dictionary(styled.map { ($0.style, 1) }, uniquingKeysWith: +)
            guard let (style, count) = counts.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }),
                count * 5 >= styled.count * 4, count >= 5
            else { return }
            for member in styled where member.style != style {
                findings.report(
                    "`\(member.name)` is in \(member.style.rawValue); most names are in \(style.rawValue)",
                    at: member.range)
            }
        })
}

/// How words are joined in a name; nothing can be said of a single word.
private enum NameStyle: String {
    case camel = "camelCase"
    case pascal = "PascalCase"
    case snake = "snake_case"
    case kebab = "kebab-case"

    init?(_ name: String) {
        let bytes = name.utf8
        guard let first = bytes.first, bytes.allSatisfy(Self.isNameByte) else { return nil }
        let inner = bytes.dropFirst().dropLast()
        if inner.contains(UInt8(ascii: "_")) {
            self = .snake
        } else if inner.contains(UInt8(ascii: "-")) {
            self = .kebab
        } else if bytes.contains(where: Self.isCapital), bytes.contains(where: Self.isSmall), Self.isLetter(first) {
            let isPascal = Self.isCapital(first)
            guard !isPascal || bytes.dropFirst().contains(where: Self.isCapital) else { return nil }
            self = isPascal ? .pascal : .camel
        } else {
            return nil
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte) || isSmall(byte) }
    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
