import OpenAPIModel

extension Rule {
    static let licenseIdentifier = Rule(
        "license-identifier", "The `identifier` of a license is an expression of SPDX.", section: "license-identifier",
        Levels(v3_1: .warning, v3_2: .warning),
        good: "info: { title: Pets, version: '1', license: { name: MIT, identifier: MIT OR (Apache-2.0 AND 0BSD+) } }",
        bad: "info: { title: Pets, version: '1', license: { name: MIT, identifier: The MIT License } }",
        .description { findings in
            guard let license = findings.description.document.info?.license, let text = license.identifier,
                !isExpression(text)
            else { return }
            findings.report(
                "`\(text)` is no expression of SPDX", at: license.node, value: "identifier",
                help: "write one such as `MIT` or `Apache-2.0 OR MIT`")
        })

    /// Whether a text is put together as a license expression (SPDX 2.3, annex D); whether SPDX has the licenses is not asked.
    private static func isExpression(_ text: String) -> Bool {
        var depth = 0
        var isOperandNext = true
        let spaced = text.replacing("(", with: " ( ").replacing(")", with: " ) ")
        for word in spaced.split(separator: " ") {
            switch word {
            case "(" where isOperandNext: depth += 1
            case ")" where !isOperandNext && depth > 0: depth -= 1
            case "AND", "OR", "WITH":
                guard !isOperandNext else { return false }
                isOperandNext = true
            case _ where isOperandNext && isLicense(word): isOperandNext = false
            default: return false
            }
        }
        return depth == 0 && !isOperandNext
    }

    private static func isLicense(_ word: Substring) -> Bool {
        let name = word.hasSuffix("+") ? word.dropLast() : word
        return !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
    }
}
