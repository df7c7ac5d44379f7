import OpenAPIModel

extension Rule {
    static let pathTemplate = Rule(
        "path-template", "A path is a template: no query, no fragment, balanced braces, a name in each of them.",
        section: "path-templating", Levels(v2_0: .warning, v3_0: .warning, v3_1: .warning, v3_2: .error),
        good: """
            paths:
              /pets/{id}: {}
            """,
        bad: """
            paths:
              /pets?id={id}: {}
            """,
        .pathItem { site, findings in
            let isExact = findings.description.version(of: site.nameRange.file) >= .v3_2
            guard site.place == .path, let fault = pathFault(site.name, isExact: isExact) else { return }
            findings.report(fault.message, at: site.nameRange, help: fault.help)
        })
}

/// What keeps a text from being the template of a path (OpenAPI 3.2, Path Templating).
///
/// - Parameter isExact: Whether the grammar of 3.2 holds, which has only characters that addresses have.
private func pathFault(_ path: String, isExact: Bool) -> (message: String, help: String?)? {
    let parts = templateParts(path)
    guard parts.isBalanced else { return ("a brace of the path has no counterpart", nil) }
    if parts.names.contains("") { return ("the braces of the path have no name between them", nil) }
    let literal = literalText(path)
    if literal.contains("?") {
        return ("a path has no query", "declare parameters in `query` instead")
    }
    if literal.contains("#") { return ("a path has no fragment", nil) }
    let foreign = isExact ? "<>\"\\^`|[]" : "<>\"\\^`|"
    if literal.unicodeScalars.contains(where: {
        $0.value <= 0x20 || $0.value == 0x7F || (isExact && !$0.isASCII) || foreign.unicodeScalars.contains($0)
    }) {
        return ("the path has a character that addresses cannot have", "write it percent-encoded, for example `%20`")
    }
    if hasLonePercent(literal) {
        return ("a `%` of the path has no two hexadecimal digits behind it", "write it `%25`")
    }
    return isExact && path.contains("//") ? ("a segment of the path is empty", nil) : nil
}

private func hasLonePercent(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
    return parts.contains { part in
        let digits = part.prefix(2)
        return digits.count < 2 || !digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    }
}

/// A template without what its braces hold.
func literalText(_ template: String) -> String {
    var text = ""
    var isInside = false
    for scalar in template.unicodeScalars {
        if scalar == "{" { isInside = true }
        if !isInside { text.unicodeScalars.append(scalar) }
        if scalar == "}" { isInside = false }
    }
    return text
}
