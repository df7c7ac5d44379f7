extension ObjectKind {
    /// The keywords of schemas; `xml` has no effect but in XML, which is a construct itself.
    static let schemaMembers: [String: Member] = {
        var members: [String: Member] = [
            "$ref": Member(), "type": Member(byValue: true), "format": Member(byValue: true),
            "allOf": Member(.list(.schema), isPart: true), "oneOf": Member(.list(.schema), isPart: true),
            "anyOf": Member(.list(.schema), isPart: true), "properties": Member(.map(.schema)),
            "items": Member(.one(.schema)), "additionalProperties": Member(.one(.schema)),
            "prefixItems": Member(.list(.schema)), "discriminator": Member(),
        ]
        let applicators: [String: Member] = [
            "not": Member(.one(.schema)), "if": Member(.one(.schema)), "then": Member(.one(.schema)),
            "else": Member(.one(.schema)), "contains": Member(.one(.schema), isPart: true),
            "propertyNames": Member(.one(.schema), isPart: true),
            "patternProperties": Member(.map(.schema)), "dependentSchemas": Member(.map(.schema)),
            "contentSchema": Member(.one(.schema)), "unevaluatedProperties": Member(.one(.schema)),
            "unevaluatedItems": Member(.one(.schema)),
        ]
        let plain = [
            "enum", "const", "nullable", "readOnly", "writeOnly", "deprecated", "default", "required", "minLength",
            "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
            "minItems", "maxItems", "uniqueItems", "minContains", "maxContains", "minProperties", "maxProperties",
            "dependentRequired", "contentEncoding", "contentMediaType", "$dynamicRef",
        ]
        members.merge(applicators) { $1 }
        for name in plain { members[name] = Member() }
        return members
    }()

    /// Keywords that no generated code expresses: wherever one stands there has to be a finding.
    static let unexpressed: Set<String> = [
        "not", "if", "then", "else", "dependentSchemas", "$dynamicRef",
    ]

    /// Keywords that are said in the documentation of what they stand at.
    static let documented: Set<String> = [
        "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "default", "contains", "minContains",
        "maxContains", "propertyNames", "patternProperties", "dependentRequired", "contentEncoding",
        "contentMediaType",
    ]

    /// Keywords that close an object or an array, or say what follows its known members or elements.
    static let closing: Set<String> = ["prefixItems", "unevaluatedProperties", "unevaluatedItems"]
}
