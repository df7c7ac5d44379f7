import OpenAPIModel

extension Rule {
    static let formatType = Rule(
        "format-type", "A `format` belongs to the type beside it.", section: "data-type-format", .warning,
        in: .recommended,
        good: "components: { schemas: { Born: { type: string, format: date-time } } }",
        bad: "components: { schemas: { Born: { type: integer, format: date-time } } }",
        .schema { schema, findings in
            guard let format = schema.format, !schema.types.isEmpty, !schema.isPureReference,
                let types = known[format], types.isDisjoint(with: schema.types)
            else { return }
            let words = types.map(\.rawValue).sorted().joined(separator: " or ")
            findings.report("the format `\(format)` is for the type \(words)", at: schema.node, value: "format")
        })

    private static let known: [String: Set<SchemaType>] = {
        let numbers: Set<SchemaType> = [.integer, .number]
        var known: [String: Set<SchemaType>] = [
            "int32": numbers, "int8": numbers, "int16": numbers, "uint8": numbers, "float": numbers, "double": numbers,
            // JSON readers that have only doubles make APIs write these as texts.
            "int64": [.integer, .number, .string], "uint64": [.integer, .number, .string],
        ]
        for format in [
            "date", "date-time", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6",
            "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer", "regex", "byte",
            "binary", "password",
        ] {
            known[format] = [.string]
        }
        return known
    }()
}
