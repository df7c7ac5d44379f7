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
            let members = findings.description.schemas.flatMap { $0.isPureReference ? [] : $0.properties }
            let styled = members.compactMap { member in NameStyle(member.name).map { (member, $0) } }
            let counts = Dictionary(styled.map { ($0.1, 1) }, uniquingKeysWith: +)
            guard let (style, count) = counts.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }),
                count * 5 >= styled.count * 4, count >= 5
            else { return }
            for (member, other) in styled where other != style {
                findings.report(
                    "`\(member.name)` is in \(other.rawValue); most names are in \(style.rawValue)",
                    at: member.nameRange)
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
        guard let first = name.first,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) })
        else { return nil }
        if name.dropFirst().dropLast().contains("_") {
            self = .snake
        } else if name.dropFirst().dropLast().contains("-") {
            self = .kebab
        } else if name.contains(where: \.isUppercase), name.contains(where: \.isLowercase), first.isLetter {
            let isPascal = first.isUppercase
            guard !isPascal || name.dropFirst().contains(where: \.isUppercase) else { return nil }
            self = isPascal ? .pascal : .camel
        } else {
            return nil
        }
    }
}
