extension Resolver {
    mutating func resolveBody(_ referenced: Referenced<RequestBody>, _ id: String) -> API.Body? {
        guard let body = description.object(referenced) else { return nil }
        guard let (mediaType, schema) = jsonContent(body.content) else {
            reportUnsupported("a body that is not JSON", at: body.node, instead: "the operation `\(id)` is left out")
            return nil
        }
        if body.content.count > 1 {
            noteUnused("other media types are", at: body.node, key: "content", instead: "`\(id)` sends \(mediaType)")
        }
        return .init(
            mediaType: mediaType, use: type(of: schema, .operation(id, [.requestBody])), isRequired: body.required,
            documentation: body.description, origin: body.node)
    }

    /// The JSON among several media types, with its schema.
    func jsonContent(_ content: [Named<Referenced<MediaType>>]) -> (String, SchemaID)? {
        for entry in content where Self.isJSON(entry.name) {
            guard let schema = description.object(entry.value)?.schema else { continue }
            return (entry.name, schema)
        }
        return nil
    }

    /// `application/json`, and structured suffixes (RFC 6839, section 3.1), with or without parameters.
    private static func isJSON(_ mediaType: String) -> Bool {
        let essence = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return essence == "application/json" || essence.hasSuffix("+json")
    }
}
