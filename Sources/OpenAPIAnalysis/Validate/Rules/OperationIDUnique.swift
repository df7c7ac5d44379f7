import OpenAPIModel

extension Rule {
    static let operationIDUnique = Rule(
        "operation-id-unique", "An `operationId` is used once in paths, webhooks, callbacks and all files together.",
        section: "operation-id", .error,
        good: """
            paths:
              /pets:
                get: { operationId: listPets, responses: { '200': { description: Pets. } } }
                post: { operationId: addPet, responses: { '201': { description: Added. } } }
            """,
        bad: """
            paths:
              /pets:
                get: { operationId: listPets, responses: { '200': { description: Pets. } } }
                post: { operationId: listPets, responses: { '201': { description: Added. } } }
            """,
        .description { findings in
            for (id, sites) in findings.survey.operationsByID where sites.count > 1 {
                let first = findings.idRange(sites[0])
                for site in sites.dropFirst() {
                    findings.report(
                        "another operation has the id `\(id)`", at: findings.idRange(site),
                        help: "give each operation an id of its own", related: [.init("the other one is here", first)])
                }
            }
        })
}

extension RuleFindings {
    /// Where an operation's id is written.
    func idRange(_ site: OperationSite) -> SourceRange {
        arena.valueRange(in: site.operation.node, for: "operationId")
    }
}
