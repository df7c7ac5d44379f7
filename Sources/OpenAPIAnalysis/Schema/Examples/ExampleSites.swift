import OpenAPIModel

extension ExampleCheck {
    /// Examples that stand beside a schema: of media types, parameters and headers, wherever they are.
    func checkSites() {
        let targets = description.targets
        for body in sorted(targets.requestBodies) { check(body.content, .request) }
        for response in sorted(targets.responses) { check(response.content, .response) }
        for parameter in sorted(targets.parameters) { check(parameter.value, parameter.name, .request) }
        for header in sorted(targets.headers) { check(header.value, nil, nil) }
    }

    /// Objects in the order in which they are written.
    private func sorted<Object: Referable>(_ objects: [Node: Object]) -> [Object] {
        objects.values.map { (description.arena.range(of: $0.node), $0) }
            .sorted { ($0.0.file.index, $0.0.start) < ($1.0.file.index, $1.0.start) }
            .map(\.1)
    }

    // MARK: Media types

    private func check(_ content: [Named<Referenced<MediaType>>], _ direction: SchemaDirection?) {
        for entry in content {
            guard let mediaType = description.object(entry.value), MediaTypeName(entry.name)?.kind == .json,
                let schema = mediaType.schema.map(description.schema)
            else { continue }
            if let value = mediaType.example { checkBody(value, schema.node, direction) }
            for example in mediaType.examples { checkBody(example.value, schema.node, direction) }
        }
    }

    private func checkBody(_ example: Referenced<Example>, _ schema: Node, _ direction: SchemaDirection?) {
        guard let object = description.object(example) else { return }
        if let value = description.value(of: object) { return checkBody(value, schema, direction) }
        guard object.serializedValue != nil,
            let text = description.arena.value(in: object.node, for: "serializedValue")
        else { return }
        checkText(text, schema, direction)
    }

    /// A text may be the JSON that is meant.
    private func checkBody(_ value: Node, _ schema: Node, _ direction: SchemaDirection?) {
        let found = findings(value, schema, direction)
        guard !found.isEmpty, description.arena.string(value) != nil, let read = readJSON(value) else {
            return report(found, value, schema, direction)
        }
        report(findings(read, schema, direction), read, schema, direction)
    }

    /// Reports why an example does not fit, and what in it goes the other way only.
    private func report(
        _ found: [SchemaFinding], _ value: Node, _ schema: Node, _ direction: SchemaDirection?
    ) {
        if kinds.contains(.example) { report(found, "example-mismatch", .warning, "the example") }
        if kinds.contains(.direction), let direction { reportDirections(value, schema, direction) }
    }

    private func checkText(_ text: Node, _ schema: Node, _ direction: SchemaDirection?) {
        guard let read = readJSON(text) else {
            guard kinds.contains(.example) else { return }
            let message = "the text is no JSON, which the media type says it is"
            diagnostics.warning("example-mismatch", message, at: description.arena.range(of: text))
            return
        }
        report(findings(read, schema, direction), read, schema, direction)
    }

    /// The value that a text is the JSON of.
    private func readJSON(_ text: Node) -> Node? {
        description.arena.string(text).flatMap { readJSON($0, at: description.arena.range(of: text)) }
    }

    /// - Parameter range: The place that findings in the text have.
    private func readJSON(_ text: String, at range: SourceRange) -> Node? {
        guard let node = checker.parse(Array(text.utf8), path: "example.json") else { return nil }
        textRanges[checker.arena.file(of: node)] = range
        return node
    }

    // MARK: Parameters and headers

    private func check(_ value: ParameterValue, _ name: String?, _ direction: SchemaDirection?) {
        check(value.content, direction)
        guard let schema = value.schema.map(description.schema)?.node else { return }
        if let example = value.example { check(example, schema, value, name, direction) }
        for entry in value.examples {
            guard let object = description.object(entry.value) else { continue }
            if let example = description.value(of: object) { check(example, schema, value, name, direction) }
        }
    }

    /// Checks a value and, where it does not fit, what it stands for on the wire.
    private func check(
        _ example: Node, _ schema: Node, _ value: ParameterValue, _ name: String?, _ direction: SchemaDirection?
    ) {
        guard kinds.contains(.example) else { return }
        let found = findings(example, schema, direction)
        guard !found.isEmpty else { return }
        let range = description.arena.range(of: example)
        let meanings = SerializedValue(example, description.arena, value.style, name).meanings
        let isUnderstood = meanings.contains { text in
            readJSON(text, at: range).map { findings($0, schema, direction).isEmpty } ?? false
        }
        if !isUnderstood { report(found, "example-mismatch", .warning, "the example") }
    }
}
