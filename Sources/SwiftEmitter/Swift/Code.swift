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

    /// A call on one line or, where that is too long, with its arguments on lines of their own.
    static func call(_ function: Code, _ arguments: [Code]) -> Code {
        let line: Code = "\(function)(\(arguments.joined(separator: ", ")))"
        guard line.text.count > 104 else { return line }
        return "\(function)(\n\(filled(arguments, level: 1)))"
    }

    /// An array literal on one line or, where that is too long, with its elements on lines of their own.
    static func array(_ elements: [Code], level: Int) -> Code {
        let line: Code = "[\(elements.joined(separator: ", "))]"
        guard line.text.count > 100 - 4 * level else { return line }
        let indent = Code(raw: String(repeating: "    ", count: level))
        return "[\n\(filled(elements, level: level + 1)),\n\(indent)]"
    }

    /// A type as a stored variable spells it: an optional one in full, for one that ends with `?` is nil before its initialiser
    /// begins, and the assignments there take the compiler a sixth of the time for the whole structure.
    var stored: Code { text.hasSuffix("?") ? "Optional<\(raw: String(text.dropLast()))>" : self }

    /// Elements of a list with commas between them, as many on a line as fit.
    static func filled(_ elements: [Code], level: Int) -> Code {
        let indent = String(repeating: "    ", count: level)
        var lines: [String] = []
        for element in elements {
            // Statements stand two levels deep.
            if let last = lines.last, last.count + element.text.count + 2 <= 110, !element.text.contains("\n") {
                lines[lines.count - 1] += ", " + element.text
            } else {
                lines.append(indent + element.text)
            }
        }
        return Code(raw: lines.joined(separator: ",\n"))
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
