import OpenAPIModel

@testable import OpenAPIAnalysis

/// A value with what is wrong with it by a schema, both written in YAML.
struct Checked {
    /// Each finding as `line:column message [keyword line:column]`; columns are those of the value and of the keyword.
    let findings: [String]
    let faults: [String]
    let causes: [String]
    let kinds: [SchemaFinding.Kind]

    init(
        _ value: String, _ schema: String, _ dialect: SchemaDialect = SchemaDialect(.draft2020),
        direction: SchemaDirection? = nil, assertsFormats: Bool = false, steps: Int = 1_000_000,
        limits: Limits = Limits(), path: String = "value.yaml"
    ) {
        var files = SourceFiles()
        var arena = NodeArena()
        var diagnostics = Diagnostics()
        let nodes = [("schema.yaml", schema), (path, value)].map { path, text in
            let file = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
            return parse(file: file, in: files, into: &arena, limits: limits, diagnostics: &diagnostics)
        }
        guard let schema = nodes[0], let value = nodes[1] else {
            findings = diagnostics.list.map(\.message)
            (faults, causes, kinds) = ([], [], [])
            return
        }
        let checker = SchemaChecker(
            arena: arena, files: files, dialect: dialect, assertsFormats: assertsFormats, load: { _ in nil },
            bound: { _ in nil })
        checker.addDocument(schema, address: "https://checked.example/schema", dialect)
        let found = checker.check(value, against: schema, direction: direction, steps: steps)
        findings = found.map { finding in
            let place = files.location(of: finding.range)
            return "\(place) \(finding.message) [\(finding.keyword) \(files.location(of: finding.keywordRange))]"
        }
        faults = checker.faults.map { "\(files.location(of: $0.range)) \($0.message) [\($0.rule)]" }
        causes = found.flatMap(\.causes).map { "\(files.location(of: $0.range)) \($0.message)" }
        kinds = found.map(\.kind)
    }
}
