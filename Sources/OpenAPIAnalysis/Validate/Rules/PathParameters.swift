import OpenAPIModel

extension Rule {
    static let undeclaredPathParameter = Rule(
        "undeclared-path-parameter",
        "Every `{name}` of a path has a parameter in `path`, for all operations or in each of them.",
        section: "path-templating", .error,
        good: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                get: { responses: { '200': { description: A pet. } } }
            """,
        bad: """
            paths:
              /pets/{id}:
                get: { responses: { '200': { description: A pet. } } }
            """,
        .description { findings in
            for site in findings.survey.pathItems where site.place == .path && !site.isRepeated {
                findings.reportUndeclared(site)
            }
        })
}

extension RuleFindings {
    /// The most names of one operation that are reported.
    private static let reportedCount = 20

    /// Reports what no parameter fills at each operation that lacks it.
    fileprivate mutating func reportUndeclared(_ site: PathItemSite) {
        let shared = Set(site.parameters.lazy.filter { $0.parameter.location == .path }.map(\.parameter.name))
        let missing = templateNames(site.name).filter { !shared.contains($0) }
        guard !missing.isEmpty else { return }
        for named in site.item.operations {
            let own = Set(
                named.value.parameters.compactMap { description.object($0) }.filter { $0.location == .path }.map(\.name)
            )
            for name in missing.lazy.filter({ !own.contains($0) }).prefix(Self.reportedCount) {
                report(
                    "no parameter fills `{\(name)}` of the path", at: named.nameRange,
                    help: "declare a parameter `\(name)` in `path` that is required",
                    related: [.init("the path is here", site.nameRange)])
            }
        }
    }
}

/// The names between the braces of a path, each once.
func templateNames(_ path: String) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for name in templateParts(path).names where seen.insert(name).inserted { names.append(name) }
    return names
}

/// The names between the braces of a template in their order, and whether every brace has its counterpart.
func templateParts(_ template: String) -> (names: [String], isBalanced: Bool) {
    var names: [String] = []
    var isBalanced = true
    var open: String.UTF8View.Index?
    let bytes = template.utf8
    for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "{"):
            if open != nil { isBalanced = false }
            open = bytes.index(after: index)
        case UInt8(ascii: "}"):
            if let start = open { names.append(String(template[start..<index])) } else { isBalanced = false }
            open = nil
        default: break
        }
    }
    return (names, isBalanced && open == nil)
}
