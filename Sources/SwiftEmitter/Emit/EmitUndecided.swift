import OpenAPIModel

extension Emitter {
    /// Types that nothing tells apart: the JSON, a view of it as each of them, and an initialiser from each.
    func undecidedUnion(_ id: TypeID, _ union: UnionShape, sent isSent: Bool) -> Declaration {
        let variants = union.variants.enumerated().map { index, variant in
            (name: names.case(index, of: id), type: spelling(variant.use.type, sent: isSent), variant: variant)
        }
        let views = variants.map { view in
            Declaration.computed(
                "public var \(view.name): \(view.type)",
                documentation: documentationLines(.init(text: api[view.variant.use.type].documentation.text)),
                ["get throws(TrunklineRuntime.DecodingIssue) { try json.decode() }"])
        }
        var seen: Set<String> = ["TrunklineRuntime.JSONValue"]
        let initializers = variants.filter { seen.insert($0.type.text).inserted }.map { view in
            Declaration.function(
                "public init", ["_ value: \(view.type)"], tail: " throws(TrunklineRuntime.EncodingIssue)",
                ["json = try .init(encoding: value)"])
        }
        let words = "Nothing in a value tells which of these it is: read it as the one that is expected."
        return .type(
            "public nonisolated struct \(names.type(id, sent: isSent, in: api)): TrunklineRuntime.UndecidedUnion, Hashable, Codable",
            documentation: documentationLines(api[id].documentation, [words]),
            [
                .line("public let json: TrunklineRuntime.JSONValue", documentation: ["The whole value."]),
                .function("public init", ["json: TrunklineRuntime.JSONValue"], ["self.json = json"]),
            ] + views + initializers)
    }
}
