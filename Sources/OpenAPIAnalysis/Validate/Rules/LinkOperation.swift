import OpenAPIModel

extension Rule {
    static let linkOperation = Rule(
        "link-operation", "A link names an operation that exists, by its `operationId` or by a reference, not both.",
        section: "link-object", .openAPI3(.error),
        good: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                get:
                  operationId: getPet
                  responses: { '200': { description: A pet., links: { again: { operationId: getPet } } } }
            """,
        bad: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                get:
                  operationId: getPet
                  responses: { '200': { description: A pet., links: { again: { operationId: getPets } } } }
            """,
        .link { site, findings in
            let link = site.link
            switch (findings.has("operationId", link.node), findings.has("operationRef", link.node)) {
            case (true, true):
                findings.report(
                    "a link has `operationId` or `operationRef`, not both", at: link.node, key: "operationRef")
            case (false, false):
                findings.report("a link needs an `operationId` or an `operationRef`", at: site.nameRange)
            case (true, false), (false, true): break
            }
            if let id = link.operationId, findings.survey.operationsByID[id] == nil { findings.reportUnknown(id, link) }
            guard let reference = link.operationRef, let target = findings.description.targetNode(of: reference) else {
                return
            }
            if !findings.isOperation(target) {
                findings.report(
                    "the reference does not lead to an operation", at: findings.arena.range(of: reference.node))
            }
        })
}

extension RuleFindings {
    fileprivate mutating func reportUnknown(_ id: String, _ link: Link) {
        let known = survey.operationsByID
        let meant = help(for: id) { known.keys.sorted() }
        report("no operation has the id `\(id)`", at: link.node, value: "operationId", help: meant)
    }

    fileprivate func isOperation(_ node: Node) -> Bool { survey.operationNodes[node] != nil }

    /// The operation that a link leads to; nil where there is none or it is on another machine.
    func operation(of link: Link) -> OperationSite? {
        if let id = link.operationId { return survey.operationsByID[id]?.first }
        let target = link.operationRef.flatMap { description.targetNode(of: $0) }
        return target.flatMap { survey.operationNodes[$0] }.map { survey.operations[$0] }
    }
}
