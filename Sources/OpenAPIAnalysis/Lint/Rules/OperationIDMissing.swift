import OpenAPIModel

extension Rule {
    static let operationIDMissing = Rule(
        "operation-id", "An operation has an `operationId`, which clients are named after.", .openAPI3(.warning),
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
                get: { operationId: listPets, responses: { '200': { description: Pets. } } }
              /owners:
                get: { responses: { '200': { description: Owners. } } }
            """,
        .operation { site, findings in
            guard site.site.place == .path, site.operation.operationId == nil else { return }
            findings.report(
                "the operation has no `operationId`", at: site.methodRange,
                help: "without one its name is made from the method and the path")
        })
}
