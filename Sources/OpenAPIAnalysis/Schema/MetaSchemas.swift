/// The meta-schemas of Draft 4 and Draft 2020-12, which schemas may refer to without a network.
///
/// They say what the published ones say, without their titles and comments.
enum MetaSchemas {
    static func text(at address: String) -> String? { texts[address] }

    private static let base = "https://json-schema.org/draft/2020-12/"

    private static let texts: [String: String] = {
        var texts = ["http://json-schema.org/draft-04/schema": draft4, base + "schema": schema]
        for (name, rest) in vocabularies {
            let head = #"{"$schema":"\#(base)schema","$id":"\#(base)meta/\#(name)","$dynamicAnchor":"meta","#
            texts[base + "meta/" + name] = head + #""type":["object","boolean"],"# + rest + "}"
        }
        return texts
    }()

    private static let schema = """
        {"$schema":"\(base)schema","$id":"\(base)schema","$dynamicAnchor":"meta",
        "$vocabulary":{"\(base)vocab/core":true,"\(base)vocab/applicator":true,"\(base)vocab/unevaluated":true,
        "\(base)vocab/validation":true,"\(base)vocab/meta-data":true,"\(base)vocab/format-annotation":true,
        "\(base)vocab/content":true},
        "allOf":[{"$ref":"meta/core"},{"$ref":"meta/applicator"},{"$ref":"meta/unevaluated"},{"$ref":"meta/validation"},
        {"$ref":"meta/meta-data"},{"$ref":"meta/format-annotation"},{"$ref":"meta/content"}],
        "type":["object","boolean"],"properties":{
        "definitions":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"deprecated":true,"default":{}},
        "dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$dynamicRef":"#meta"},
        {"$ref":"meta/validation#/$defs/stringArray"}]},"deprecated":true,"default":{}},
        "$recursiveAnchor":{"$ref":"meta/core#/$defs/anchorString","deprecated":true},
        "$recursiveRef":{"$ref":"meta/core#/$defs/uriReferenceString","deprecated":true}}}
        """

    private static let vocabularies: [String: String] = [
        "core": """
        "properties":{"$id":{"$ref":"#/$defs/uriReferenceString","pattern":"^[^#]*#?$"},
        "$schema":{"$ref":"#/$defs/uriString"},"$ref":{"$ref":"#/$defs/uriReferenceString"},
        "$anchor":{"$ref":"#/$defs/anchorString"},"$dynamicRef":{"$ref":"#/$defs/uriReferenceString"},
        "$dynamicAnchor":{"$ref":"#/$defs/anchorString"},
        "$vocabulary":{"type":"object","propertyNames":{"$ref":"#/$defs/uriString"},
        "additionalProperties":{"type":"boolean"}},"$comment":{"type":"string"},
        "$defs":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}}},
        "$defs":{"anchorString":{"type":"string","pattern":"^[A-Za-z_][-A-Za-z0-9._]*$"},
        "uriString":{"type":"string","format":"uri"},"uriReferenceString":{"type":"string","format":"uri-reference"}}
        """,
        "applicator": """
        "properties":{"prefixItems":{"$ref":"#/$defs/schemaArray"},"items":{"$dynamicRef":"#meta"},
        "contains":{"$dynamicRef":"#meta"},"additionalProperties":{"$dynamicRef":"#meta"},
        "properties":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"default":{}},
        "patternProperties":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},
        "propertyNames":{"format":"regex"},"default":{}},
        "dependentSchemas":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"default":{}},
        "propertyNames":{"$dynamicRef":"#meta"},"if":{"$dynamicRef":"#meta"},"then":{"$dynamicRef":"#meta"},
        "else":{"$dynamicRef":"#meta"},"allOf":{"$ref":"#/$defs/schemaArray"},"anyOf":{"$ref":"#/$defs/schemaArray"},
        "oneOf":{"$ref":"#/$defs/schemaArray"},"not":{"$dynamicRef":"#meta"}},
        "$defs":{"schemaArray":{"type":"array","minItems":1,"items":{"$dynamicRef":"#meta"}}}
        """,
        "unevaluated": """
        "properties":{"unevaluatedItems":{"$dynamicRef":"#meta"},"unevaluatedProperties":{"$dynamicRef":"#meta"}}
        """,
        "validation": """
        "properties":{"type":{"anyOf":[{"$ref":"#/$defs/simpleTypes"},
        {"type":"array","items":{"$ref":"#/$defs/simpleTypes"},"minItems":1,"uniqueItems":true}]},"const":true,
        "enum":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},
        "maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},
        "exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/$defs/nonNegativeInteger"},
        "minLength":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},
        "maxItems":{"$ref":"#/$defs/nonNegativeInteger"},"minItems":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},
        "uniqueItems":{"type":"boolean","default":false},"maxContains":{"$ref":"#/$defs/nonNegativeInteger"},
        "minContains":{"$ref":"#/$defs/nonNegativeInteger","default":1},
        "maxProperties":{"$ref":"#/$defs/nonNegativeInteger"},
        "minProperties":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"required":{"$ref":"#/$defs/stringArray"},
        "dependentRequired":{"type":"object","additionalProperties":{"$ref":"#/$defs/stringArray"}}},
        "$defs":{"nonNegativeInteger":{"type":"integer","minimum":0},
        "nonNegativeIntegerDefault0":{"$ref":"#/$defs/nonNegativeInteger","default":0},
        "simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},
        "stringArray":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}}
        """,
        "meta-data": """
        "properties":{"title":{"type":"string"},"description":{"type":"string"},"default":true,
        "deprecated":{"type":"boolean","default":false},"readOnly":{"type":"boolean","default":false},
        "writeOnly":{"type":"boolean","default":false},"examples":{"type":"array","items":true}}
        """,
        "format-annotation": #""properties":{"format":{"type":"string"}}"#,
        "format-assertion": #""properties":{"format":{"type":"string"}}"#,
        "content": """
        "properties":{"contentEncoding":{"type":"string"},"contentMediaType":{"type":"string"},
        "contentSchema":{"$dynamicRef":"#meta"}}
        """,
    ]

    private static let draft4 = """
        {"id":"http://json-schema.org/draft-04/schema#","$schema":"http://json-schema.org/draft-04/schema#",
        "definitions":{"schemaArray":{"type":"array","minItems":1,"items":{"$ref":"#"}},
        "positiveInteger":{"type":"integer","minimum":0},
        "positiveIntegerDefault0":{"allOf":[{"$ref":"#/definitions/positiveInteger"},{"default":0}]},
        "simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},
        "stringArray":{"type":"array","items":{"type":"string"},"minItems":1,"uniqueItems":true}},
        "type":"object","properties":{"id":{"type":"string"},"$schema":{"type":"string"},"title":{"type":"string"},
        "description":{"type":"string"},"default":{},
        "multipleOf":{"type":"number","minimum":0,"exclusiveMinimum":true},"maximum":{"type":"number"},
        "exclusiveMaximum":{"type":"boolean"},"minimum":{"type":"number"},"exclusiveMinimum":{"type":"boolean"},
        "maxLength":{"$ref":"#/definitions/positiveInteger"},"minLength":{"$ref":"#/definitions/positiveIntegerDefault0"},
        "pattern":{"type":"string","format":"regex"},
        "additionalItems":{"anyOf":[{"type":"boolean"},{"$ref":"#"}],"default":{}},
        "items":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/schemaArray"}],"default":{}},
        "maxItems":{"$ref":"#/definitions/positiveInteger"},"minItems":{"$ref":"#/definitions/positiveIntegerDefault0"},
        "uniqueItems":{"type":"boolean","default":false},"maxProperties":{"$ref":"#/definitions/positiveInteger"},
        "minProperties":{"$ref":"#/definitions/positiveIntegerDefault0"},"required":{"$ref":"#/definitions/stringArray"},
        "additionalProperties":{"anyOf":[{"type":"boolean"},{"$ref":"#"}],"default":{}},
        "definitions":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},
        "properties":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},
        "patternProperties":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},
        "dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#"},
        {"$ref":"#/definitions/stringArray"}]}},
        "enum":{"type":"array","minItems":1,"uniqueItems":true},
        "type":{"anyOf":[{"$ref":"#/definitions/simpleTypes"},
        {"type":"array","items":{"$ref":"#/definitions/simpleTypes"},"minItems":1,"uniqueItems":true}]},
        "format":{"type":"string"},"allOf":{"$ref":"#/definitions/schemaArray"},
        "anyOf":{"$ref":"#/definitions/schemaArray"},"oneOf":{"$ref":"#/definitions/schemaArray"},"not":{"$ref":"#"}},
        "dependencies":{"exclusiveMaximum":["maximum"],"exclusiveMinimum":["minimum"]},"default":{}}
        """
}
