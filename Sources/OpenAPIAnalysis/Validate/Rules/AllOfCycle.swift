import OpenAPIModel

extension Rule {
    static let allOfCycle = Rule(
        "allof-cycle", "A schema is not a part of itself by way of `allOf`.", section: "schema-object", .error,
        good: """
            components:
              schemas:
                Pet: { type: object }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            """,
        bad: """
            components:
              schemas:
                Pet: { allOf: [{ $ref: '#/components/schemas/Cat' }] }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            """,
        .description { findings in
            for circle in findings.circles(through: { findings, id in findings.mergedParts(of: id) }) {
                let schemas = circle.map { findings.description.schema($0) }
                // A circle of nothing but references is found by the binder.
                guard schemas.contains(where: { !$0.allOf.isEmpty && !$0.isPureReference }), let last = schemas.last
                else { continue }
                let node = schemas.first { !$0.allOf.isEmpty }?.node ?? last.node
                findings.report("the schema is a part of itself", at: node)
            }
        })
}

extension RuleFindings {
    fileprivate func mergedParts(of id: SchemaID) -> [SchemaID] {
        let schema = description.schema(id)
        let target = schema.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? []
        return schema.isPureReference ? target : schema.allOf + target
    }

    /// The most schemas of a circle that are told.
    private static let shownCount = 100

    /// One circle of schemas for each that is closed, in one pass without recursion.
    func circles(through next: (RuleFindings, SchemaID) -> [SchemaID]) -> [[SchemaID]] {
        var state = [UInt8](repeating: 0, count: description.schemas.count)
        var circles: [[SchemaID]] = []
        var places: [SchemaID: Int] = [:]
        for start in description.schemaIndices where state[Int(start.index)] == 0 {
            var path: [(id: SchemaID, rest: ArraySlice<SchemaID>)] = [(start, next(self, start)[...])]
            state[Int(start.index)] = 1
            places[start] = 0
            while let top = path.indices.last {
                guard let step = path[top].rest.popFirst() else {
                    state[Int(path[top].id.index)] = 2
                    path.removeLast()
                    continue
                }
                switch state[Int(step.index)] {
                case 0:
                    state[Int(step.index)] = 1
                    places[step] = path.count
                    path.append((step, next(self, step)[...]))
                case 1:
                    let first = max(places[step] ?? top, path.count - Self.shownCount)
                    circles.append(path[first...].map(\.id))
                default: break
                }
            }
        }
        return circles
    }
}
