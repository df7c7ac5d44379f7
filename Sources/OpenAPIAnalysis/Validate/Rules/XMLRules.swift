import OpenAPIModel

extension Rule {
    static let xmlNodeType = Rule(
        "xml-node-type", "`nodeType` of XML excludes `attribute` and `wrapped`, and `wrapped` is for lists.",
        section: "xml-object", Levels(v3_0: .warning, v3_1: .warning, v3_2: .error),
        good: "components: { schemas: { Name: { type: string, xml: { nodeType: attribute } } } }",
        bad: "components: { schemas: { Name: { type: string, xml: { nodeType: attribute, attribute: true } } } }",
        .schema { schema, findings in
            guard let xml = schema.xml, !schema.isPureReference else { return }
            for key in ["attribute", "wrapped"] where findings.has("nodeType", xml.node) && findings.has(key, xml.node)
            {
                findings.report("`\(key)` and `nodeType` exclude each other", at: xml.node, key: key)
            }
            if xml.wrapped, !schema.types.isEmpty, !schema.types.contains(.array) {
                findings.report("`wrapped` is for lists", at: xml.node, key: "wrapped")
            }
            if let text = xml.namespace, !isAbsoluteAddress(text) {
                findings.report("a namespace is a whole address", at: xml.node, value: "namespace")
            }
        })
}

extension Rule {
    static let xmlName = Rule(
        "xml-name", "The element at the root of a body in XML has a name: that of a component, or `xml` gives it one.",
        section: "xml-object", .openAPI3(.warning),
        good: """
            components:
              responses:
                Pet:
                  description: A pet
                  content: { application/xml: { schema: { type: object, xml: { name: pet } } } }
            """,
        bad: """
            components:
              responses:
                Pet:
                  description: A pet
                  content: { application/xml: { schema: { type: object } } }
            """,
        .mediaType { site, findings in
            guard MediaTypeName(site.name)?.kind == .xml, let id = site.mediaType.schema else { return }
            let schema = findings.description.schema(id)
            let isElement = !["text", "cdata", "none"].contains(schema.xml?.nodeType ?? "")
            guard schema.ref == nil, !schema.properties.isEmpty || schema.types == [.object], schema.xml?.name == nil,
                isElement
            else { return }
            findings.report(
                "the element has no name, for the schema is no component", at: schema.node,
                help: "add `xml: { name: … }`, or refer to a component")
        })
}

/// Whether a text is a URI with a scheme.
func isAbsoluteAddress(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), isAddress(text) else { return false }
    let scheme = text[..<colon]
    return scheme.first?.isLetter == true
        && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
}
