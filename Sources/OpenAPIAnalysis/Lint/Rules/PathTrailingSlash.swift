import OpenAPIModel

extension Rule {
    static let pathTrailingSlash = Rule(
        "path-trailing-slash", "Paths end with `/` or do not, but not both in one document.", .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets: {}
              /owners: {}
            """,
        bad: """
            paths:
              /pets: {}
              /owners/: {}
              /visits: {}
            """,
        .description { findings in
            let sites = findings.survey.pathItems.filter { $0.place == .path && $0.name.count > 1 }
            let slashed = sites.filter { $0.name.hasSuffix("/") }
            guard findings.isStrict || slashed.count * 2 < sites.count else { return }
            for site in slashed { findings.report("the path ends with `/`, others do not", at: site.nameRange) }
        })
}
