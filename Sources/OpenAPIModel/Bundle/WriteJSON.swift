import TrunklineJSON

/// Writes a value as JSON with two spaces of indentation; numbers that JSON spells otherwise are respelled exactly.
///
/// For example, `0x1F` becomes `31`; `.inf` and `.nan`, which JSON does not have, are reported.
package func writeJSON(_ value: BundleValue, arena: NodeArena, diagnostics: inout Diagnostics) -> String {
    var writer = PrettyWriter(arena: arena, diagnostics: diagnostics)
    writer.value(value, indent: 0)
    diagnostics = writer.diagnostics
    return writer.output + "\n"
}

private struct PrettyWriter {
    let arena: NodeArena
    var diagnostics: Diagnostics
    var output = ""

    init(arena: NodeArena, diagnostics: Diagnostics) {
        self.arena = arena
        self.diagnostics = diagnostics
    }

    mutating func value(_ value: BundleValue, indent: Int) {
        switch value {
        case .text(let text): output += quoted(text)
        case .reference: output += "\"\""
        case .scalar(let node): output += scalar(node)
        case .list(let elements) where elements.isEmpty: output += "[]"
        case .mapping(let members) where members.isEmpty: output += "{}"
        case .list(let elements):
            output += "["
            for (index, element) in elements.enumerated() {
                line(indent + 2, isFirst: index == 0)
                self.value(element, indent: indent + 2)
            }
            close("]", indent)
        case .mapping(let members):
            output += "{"
            for (index, member) in members.enumerated() {
                line(indent + 2, isFirst: index == 0)
                output += quoted(member.key) + ": "
                self.value(member.value, indent: indent + 2)
            }
            close("}", indent)
        }
    }

    private mutating func scalar(_ node: Node) -> String {
        if let text = arena.string(node) { return quoted(text) }
        if let flag = arena.boolean(node) { return flag ? "true" : "false" }
        guard let number = arena.number(node) else { return "null" }
        if let text = jsonNumber(number) { return text }
        diagnostics.error(
            "not-json", "JSON has no number `\(number)`", at: arena.range(of: node), help: "write the bundle as YAML")
        return "null"
    }

    private func quoted(_ text: String) -> String {
        var writer = JSONWriter(capacity: text.utf8.count + 16)
        writer.string(text)
        return writer.string
    }

    private mutating func line(_ indent: Int, isFirst: Bool) {
        output += (isFirst ? "\n" : ",\n") + String(repeating: " ", count: indent)
    }

    private mutating func close(_ bracket: String, _ indent: Int) {
        output += "\n" + String(repeating: " ", count: indent) + bracket
    }
}

/// A number of YAML as JSON spells it, with the same digits; nil for infinities, NaN and thousands of digits.
func jsonNumber(_ text: String) -> String? {
    guard text.utf8.count <= 4000 else { return nil }
    if text.hasPrefix("0x") { return decimal(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return decimal(text.dropFirst(2), radix: 8) }
    var rest = text[...]
    let sign = rest.first == "-" ? "-" : ""
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    let exponent = rest.firstIndex { $0 == "e" || $0 == "E" }.map { String(rest[$0...]) } ?? ""
    let parts = rest.dropLast(exponent.count).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
        return nil
    }
    let digits = whole.drop { $0 == "0" }
    let fraction = parts.count > 1 && !parts[1].isEmpty ? "." + parts[1] : ""
    return sign + (digits.isEmpty ? "0" : digits) + fraction + exponent
}

/// The decimal digits of a whole number of any size.
private func decimal(_ digits: Substring, radix: Int) -> String? {
    var result: [Int] = [0]
    for digit in digits {
        guard var carry = digit.hexDigitValue, carry < radix else { return nil }
        for index in result.indices {
            carry += result[index] * radix
            result[index] = carry % 10
            carry /= 10
        }
        while carry > 0 {
            result.append(carry % 10)
            carry /= 10
        }
    }
    return result.reversed().map(String.init).joined()
}
