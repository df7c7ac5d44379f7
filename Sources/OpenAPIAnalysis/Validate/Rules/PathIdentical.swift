import OpenAPIModel

extension Rule {
    static let pathIdentical = Rule(
        "path-identical", "Two paths differ in more than the names between their braces.", section: "paths-path",
        .error,
        good: """
            paths:
              /pets/{id}: {}
              /owners/{id}: {}
            """,
        bad: """
            paths:
              /pets/{id}: {}
              /pets/{name}: {}
            """,
        .description { findings in
            var first: [String: SourceRange] = [:]
            for site in findings.survey.pathItems where site.place == .path {
                let shape = pathShape(site.name)
                guard let other = first[shape] else {
                    first[shape] = site.nameRange
                    continue
                }
                findings.report(
                    "this is the same path as another one, with other names between the braces", at: site.nameRange,
                    help: "put the operations under one path", related: [.init("the other one is here", other)])
            }
        })
}

/// A path with every name between braces left out.
func pathShape(_ path: String) -> String {
    var shape = ""
    var isInside = false
    for scalar in path.unicodeScalars {
        if !isInside || scalar == "}" { shape.unicodeScalars.append(scalar) }
        if scalar == "{" { isInside = true }
        if scalar == "}" { isInside = false }
    }
    return shape
}
