import OpenAPIModel

/// Looks for everything that breaks a rule, in one walk over all files of a description.
///
/// What the readers and the binder have found already is not found again.
package func validate(
    _ description: Description, rules: [Rule], isStrict: Bool = false, stopwatch: Stopwatch? = nil
) -> Diagnostics {
    var diagnostics = stopwatch.measure("validate") { check(description, rules, isStrict) }
    stopwatch.measure("examples") { reportValues(of: description, rules, to: &diagnostics) }
    return diagnostics
}

/// Asks the rules about every object.
private func check(_ description: Description, _ rules: [Rule], _ isStrict: Bool) -> Diagnostics {
    guard !rules.isEmpty else { return Diagnostics() }
    var findings = RuleFindings(description, Survey(of: description), rules, isStrict: isStrict)
    let survey = findings.survey
    let checks = ChecksByKind(rules)
    checks.pathItem.run(survey.pathItems, &findings)
    checks.operation.run(survey.operations, &findings)
    checks.parameter.run(survey.parameters, &findings)
    checks.header.run(survey.headers, &findings)
    checks.requestBody.run(survey.requestBodies, &findings)
    checks.response.run(survey.responses, &findings)
    checks.mediaType.run(survey.mediaTypes, &findings)
    checks.encoding.run(survey.encodings, &findings)
    checks.schema.run(description.schemas, &findings)
    checks.server.run(survey.servers, &findings)
    checks.securityScheme.run(survey.securitySchemes, &findings)
    checks.requirement.run(survey.requirements, &findings)
    checks.link.run(survey.links, &findings)
    checks.callback.run(survey.callbacks, &findings)
    checks.example.run(survey.examples, &findings)
    checks.description.run([()], &findings)
    return findings.diagnostics
}

/// Reports values that do not fit their schemas, as far as one of the rules asks for it.
private func reportValues(of description: Description, _ rules: [Rule], to diagnostics: inout Diagnostics) {
    let kinds = Set(rules.flatMap(\.checks).compactMap { if case .values(let kind) = $0 { kind } else { nil } })
    guard !kinds.isEmpty else { return }
    var found = Diagnostics()
    let assertsFormats = kinds.contains(.format)
    checkExamples(
        of: description, assertsFormats ? kinds.union([.example, .defaultValue, .enumeration]) : kinds,
        assertsFormats: assertsFormats, diagnostics: &found)
    let ids = Set(rules.map(\.id))
    // What keeps values from being checked belongs to all of these rules.
    for finding in found.list where ids.contains(finding.rule) || Rule.byID[finding.rule]?.isFoundElsewhere != false {
        diagnostics.report(finding)
    }
}

/// The checks of one kind of object, with the places of the rules they belong to.
private struct Checks<Object> {
    var list: [(rule: Int, check: @Sendable (Object, inout RuleFindings) -> Void)] = []

    func run(_ objects: [Object], _ findings: inout RuleFindings) {
        guard !list.isEmpty else { return }
        for object in objects {
            for (rule, check) in list {
                findings.ruleIndex = rule
                check(object, &findings)
            }
        }
    }
}

/// The checks of the rules, sorted by what they look at.
private struct ChecksByKind {
    var description = Checks<Void>()
    var pathItem = Checks<PathItemSite>()
    var operation = Checks<OperationSite>()
    var parameter = Checks<Parameter>()
    var header = Checks<HeaderSite>()
    var requestBody = Checks<RequestBody>()
    var response = Checks<Response>()
    var mediaType = Checks<MediaTypeSite>()
    var encoding = Checks<EncodingSite>()
    var schema = Checks<Schema>()
    var server = Checks<Server>()
    var securityScheme = Checks<Named<SecurityScheme>>()
    var requirement = Checks<SecurityRequirement>()
    var link = Checks<LinkSite>()
    var callback = Checks<Callback>()
    var example = Checks<Example>()

    init(_ rules: [Rule]) {
        for (index, rule) in rules.enumerated() {
            for check in rule.checks { add(check, index) }
        }
    }

    private mutating func add(_ check: Check, _ rule: Int) {
        switch check {
        case .description(let body): description.list.append((rule, { _, findings in body(&findings) }))
        case .pathItem(let body): pathItem.list.append((rule, body))
        case .operation(let body): operation.list.append((rule, body))
        case .parameter(let body): parameter.list.append((rule, body))
        case .header(let body): header.list.append((rule, body))
        case .requestBody(let body): requestBody.list.append((rule, body))
        case .response(let body): response.list.append((rule, body))
        case .mediaType(let body): mediaType.list.append((rule, body))
        case .encoding(let body): encoding.list.append((rule, body))
        case .schema(let body): schema.list.append((rule, body))
        case .server(let body): server.list.append((rule, body))
        case .securityScheme(let body): securityScheme.list.append((rule, body))
        case .requirement(let body): requirement.list.append((rule, body))
        case .link(let body): link.list.append((rule, body))
        case .callback(let body): callback.list.append((rule, body))
        case .example(let body): example.list.append((rule, body))
        case .values: break
        }
    }
}
