import OpenAPIModel

extension Rule {
    static let operationTags = Rule(
        "operation-tags", "An operation has a tag, where others have one.", .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets:
                get: { tags: [pets], responses: { '200': { description: Pets. } } }
              /owners:
                get: { tags: [owners], responses: { '200': { description: Owners. } } }
            """,
        bad: """
            paths:
              /pets:
                get: { tags: [pets], responses: { '200': { description: Pets. } } }
              /owners:
                get: { responses: { '200': { description: Owners. } } }
            """,
        .description { findings in
            findings.reportMissing("the operation has no tag", help: "tags group operations in clients and pages") {
                !$0.operation.tags.isEmpty
            }
        })
}
