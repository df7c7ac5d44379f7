/// Swift text that is known to be Swift: a plain string cannot be spliced into it.
///
/// For example, `let code: Code = "\(name) = try object.required(\(literal: property.name))"` takes an `Identifier`, which
/// escapes keywords, and a wire name, which becomes a quoted and escaped literal.
package struct Code: Hashable, Sendable {
    package private(set) var text: String

    /// Text that is Swift already.
    package init(raw: String) { text = raw }

    package static func + (left: Code, right: Code) -> Code { Code(raw: left.text + right.text) }
}

extension Code: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { text = value }

    package init(stringInterpolation interpolation: Interpolation) { text = interpolation.text }

    /// Takes what cannot break out of the text.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ code: Code) { text += code.text }

        package mutating func appendInterpolation(_ name: Identifier) { text += name.text }

        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// A quoted Swift string.
        package mutating func appendInterpolation(literal: String) { text += Code.quoted(literal) }

        /// A part of a quoted Swift string, between the quotes.
        package mutating func appendInterpolation(inLiteral: String) {
            text += Code.quoted(inLiteral).dropFirst().dropLast()
        }

        /// Text that is Swift already.
        package mutating func appendInterpolation(raw: String) { text += raw }
    }

    /// A Swift string literal; what is not printable is escaped.
    private static func quoted(_ value: String) -> String {
        var literal = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            default:
                let isPlain = scalar.isASCII ? (0x20..<0x7F).contains(scalar.value) : scalar.properties.isPlainText
                if isPlain {
                    literal.unicodeScalars.append(scalar)
                } else {
                    literal += "\\u{\(String(scalar.value, radix: 16))}"
                }
            }
        }
        return literal + "\""
    }
}

extension Unicode.Scalar.Properties {
    /// Whether the scalar shows itself: no control, format or separator character, which could reorder or end a line.
    var isPlainText: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}

extension Sequence where Element == Code {
    package func joined(separator: String) -> Code { Code(raw: map(\.text).joined(separator: separator)) }
}
