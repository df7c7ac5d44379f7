extension Resolver {
    /// The examples of an operation: those of its bodies and answers or, where one has none, of their schemas.
    func examples(of operation: Operation, _ resolved: API.Operation) -> [API.Example] {
        let sent = operation.requestBody.flatMap { description.object($0) }?.content ?? []
        let bodies = sent.flatMap { entry in
            examples(entry, status: nil) { resolved.body?.contents ?? [] }
        }
        return bodies
            + (operation.responses?.items ?? []).flatMap { item -> [API.Example] in
                guard let response = description.object(item.value), let status = Self.status(item.name) else {
                    return []
                }
                return response.content.flatMap { entry in
                    examples(entry, status: status) {
                        resolved.responses.filter { $0.status == status }.flatMap(\.contents)
                    }
                }
            }
    }

    /// The examples of a body in one media type, if that is generated.
    private func examples(
        _ entry: Named<Referenced<MediaType>>, status: API.Response.Status?, _ contents: () -> [API.Content]
    ) -> [API.Example] {
        guard let media = description.object(entry.value),
            case let contents = contents(), let place = contents.firstIndex(where: { $0.origin == media.node })
        else { return [] }
        return written(media).compactMap { written in
            guard let text = text(written.value, contents[place].format) else { return nil }
            return .init(
                name: written.name, summary: written.summary, status: status, mediaType: entry.name, text: text,
                bodyPlace: status == nil ? place : nil, origin: written.value)
        }
    }

    private struct Written {
        var name: String?
        var summary: String?
        let value: Node
    }

    private func written(_ media: MediaType) -> [Written] {
        let named = media.examples.compactMap { entry -> Written? in
            guard let example = description.object(entry.value) else { return nil }
            return description.value(of: example).map {
                Written(name: entry.name, summary: example.summary ?? example.description, value: $0)
            }
        }
        let own = named + (media.example.map { [Written(value: $0)] } ?? [])
        guard own.isEmpty, let schema = media.schema.map({ description.schema(description.resolved($0)) }) else {
            return own
        }
        return ((schema.example.map { [$0] } ?? []) + schema.examples).map { Written(value: $0) }
    }

    private func text(_ node: Node, _ format: API.Format) -> API.Example.Text? {
        switch format {
        case .json: arena.json(node).map { .json($0) }
        case .text, .stream: arena.string(node).map { .text($0) }
        case .form, .multipart, .partsOfValue, .anyParts, .binary: nil
        }
    }
}
