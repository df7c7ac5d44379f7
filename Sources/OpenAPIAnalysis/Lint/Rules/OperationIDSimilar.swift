import OpenAPIModel

extension Rule {
    static let operationIDSimilar = Rule(
        "operation-id-similar", "Two operations have ids that differ in more than case and punctuation.",
        .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets:
                get: { operationId: listPets, responses: { '200': { description: Pets. } } }
              /owners:
                get: { operationId: listOwners, responses: { '200': { description: Owners. } } }
            """,
        bad: """
            paths:
              /pets:
                get: { operationId: list_pets, responses: { '200': { description: Pets. } } }
              /owners:
                get: { operationId: listPets, responses: { '200': { description: Owners. } } }
            """,
        .description { findings in
            var first: [String: OperationSite] = [:]
            for site in findings.survey.operations {
                guard let id = site.operation.operationId else { continue }
                let letters = id.lowercased().filter { $0.isLetter || $0.isNumber }
                guard let other = first[letters] else {
                    first[letters] = site
                    continue
                }
                guard let otherID = other.operation.operationId, otherID != id else { continue }
                findings.report(
                    "`\(id)` and `\(otherID)` become the same name", at: findings.idRange(site),
                    related: [.init("the other one is here", findings.idRange(other))])
            }
        })
}
