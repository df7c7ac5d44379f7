extension RuleCounterpart {
    /// What the readers look for where another linter checks a document against its JSON Schema.
    private static func structure(_ name: String, in sets: Sets) -> RuleCounterpart {
        RuleCounterpart(
            name, "unknown-member", "missing-member", "newer-member", "newer-value", "unknown-value", "wrong-type",
            "bad-path", "bad-status", in: sets)
    }

    /// The rules of `spectral:oas`.
    static let spectral: [RuleCounterpart] = [
        .structure("oas2-schema", in: .recommended),
        .structure("oas3-schema", in: .recommended),
        .init("array-items", "array-items", in: .recommended),
        .init("duplicated-entry-in-enum", "duplicate-value", in: .recommended),
        .init("info-contact", "info-contact", in: .recommended),
        .init("info-description", "info-description", in: .recommended),
        .init("info-license", "info-license"),
        .init("no-$ref-siblings", "ignored-sibling", in: .recommended),
        .init("no-eval-in-markdown", "unsafe-markdown", in: .recommended),
        .init("no-script-tags-in-markdown", "unsafe-markdown", in: .recommended),
        .init("oas2-anyOf", "newer-member", in: .recommended),
        .init("oas2-api-host", "servers-missing", in: .recommended),
        .init("oas2-discriminator", "discriminator-property", in: .recommended),
        .init("oas2-host-trailing-slash", "server-trailing-slash", in: .recommended),
        .init("oas2-oneOf", "newer-member", in: .recommended),
        .init("oas2-operation-security-defined", "unknown-security-scheme", "unknown-scope", in: .recommended),
        .init("oas2-parameter-description", "parameter-description"),
        .init("oas2-unused-definition", "unused-component", in: .recommended),
        .init("oas2-valid-media-example", "example-mismatch", in: .recommended),
        .init("oas2-valid-schema-example", "example-mismatch", "default-mismatch", in: .recommended),
        .init("oas3-api-servers", "servers-missing", in: .recommended),
        .init("oas3-examples-value-or-externalValue", "example-value", in: .recommended),
        .init("oas3-operation-security-defined", "unknown-security-scheme", "unknown-scope", in: .recommended),
        .init("oas3-parameter-description", "parameter-description"),
        .init("oas3-server-trailing-slash", "server-trailing-slash", in: .recommended),
        .init(
            "oas3-server-variables", "undeclared-server-variable", "server-variable-unused", "default-not-allowed",
            in: .recommended),
        .init("oas3-unused-component", "unused-component", in: .recommended),
        .init("oas3-valid-media-example", "example-mismatch", in: .recommended),
        .init("oas3-valid-schema-example", "example-mismatch", "default-mismatch", in: .recommended),
        .init("openapi-tags-uniqueness", "tag-unique", in: .recommended),
        .init("operation-description", "operation-description", in: .recommended),
        .init("operation-operationId", "operation-id", in: .recommended),
        .init("operation-operationId-unique", "operation-id-unique", in: .recommended),
        .init("operation-parameters", "duplicate-parameter", in: .recommended),
        .init("operation-success-response", "success-response", in: .recommended),
        .init("operation-tag-defined", "tag-declared", in: .recommended),
        .init("operation-tags", "operation-tags", in: .recommended),
        .init("path-declarations-must-exist", "path-template", in: .recommended),
        .init("path-keys-no-trailing-slash", "path-trailing-slash", in: .recommended),
        .init("path-not-include-query", "path-template", in: .recommended),
        .init(
            "path-params", "undeclared-path-parameter", "unknown-path-parameter", "path-parameter-required",
            "path-variable-twice", "path-identical", in: .recommended),
        .init("tag-description", "tag-description"),
        .init("typed-enum", "enum-mismatch", in: .recommended),
    ]

    /// The rules that vacuum has besides, which reads the same files.
    static let vacuum: [RuleCounterpart] = [
        .init("allof-conflicts", "allof-conflict", in: .recommended),
        .init("component-description", "schema-description", in: .recommended),
        .init("duplicate-paths", "duplicate-key", in: .recommended),
        .init("info-license-spdx", "license-url-or-identifier", in: .recommended),
        .init("no-ambiguous-paths", "path-ambiguous", in: .recommended),
        .init("no-request-body", "request-body-ignored", in: .recommended),
        .init("nullable-enum-contains-null", "nullable-enumeration", in: .recommended),
        .init("oas3-example-external-check", "example-value", in: .recommended),
        .init("oas3-no-$ref-siblings", "ignored-sibling", in: .recommended),
        .init("operation-4xx-response", "error-response"),
        .init("owasp-define-error-validation", "error-response"),
        .init("owasp-integer-limit", "integer-unbounded"),
        .init("owasp-protection-global-unsafe", "security-open"),
        .init("owasp-security-hosts-https-oas3", "server-insecure"),
        .init("path-item-refs", "hidden-member", in: .recommended),
        .init("required-fields-defined", "required-undefined"),
    ]

    /// The rules of Redocly.
    static let redocly: [RuleCounterpart] = [
        .structure("struct", in: .all),
        .structure("spec", in: .all),
        .init("info-contact", "info-contact"),
        .init("info-license", "info-license", in: .recommended),
        .init("no-ambiguous-paths", "path-ambiguous", in: [.minimal, .recommended]),
        .init("no-duplicated-enum-values", "duplicate-value", in: .recommended),
        .init("no-duplicated-tag-names", "tag-unique", in: [.recommended, .specification]),
        .init("no-empty-servers", "servers-missing", in: [.minimal, .recommended]),
        .init("no-enum-type-mismatch", "enum-mismatch", in: [.minimal, .recommended]),
        .init("no-example-value-and-externalValue", "example-value", in: .all),
        .init("no-identical-paths", "path-identical", in: .all),
        .init("no-invalid-media-type-examples", "example-mismatch", in: [.minimal, .recommended]),
        .init("no-invalid-parameter-examples", "example-mismatch", in: .recommended),
        .init("no-invalid-schema-examples", "example-mismatch", in: .recommended),
        .init("no-path-trailing-slash", "path-trailing-slash", in: [.minimal, .recommended]),
        .init("no-required-schema-properties-undefined", "required-undefined", in: [.minimal, .recommended]),
        .init("no-schema-type-mismatch", "misplaced-keyword", in: [.minimal, .recommended]),
        .init("no-server-trailing-slash", "server-trailing-slash", in: [.minimal, .recommended]),
        .init(
            "no-server-variables-empty-enum", "server-enum-empty", "default-not-allowed", in: [.minimal, .recommended]),
        .init("no-undefined-server-variable", "undeclared-server-variable", in: .all),
        .init("no-unresolved-refs", "unresolved-reference", in: .all),
        .init("no-unsafe-markdown", "unsafe-markdown", in: .recommended),
        .init("no-unused-components", "unused-component", in: [.minimal, .recommended]),
        .init("nullable-type-sibling", "nullable-without-type", in: .all),
        .init("operation-2xx-response", "success-response", in: [.minimal, .recommended]),
        .init("operation-4xx-response", "error-response", in: .recommended),
        .init("operation-description", "operation-description"),
        .init("operation-operationId", "operation-id", in: [.minimal, .recommended]),
        .init("operation-operationId-unique", "operation-id-unique", in: .all),
        .init("operation-parameters-unique", "duplicate-parameter", in: .all),
        .init("operation-summary", "operation-description", in: [.minimal, .recommended]),
        .init("operation-tag-defined", "tag-declared"),
        .init("parameter-description", "parameter-description"),
        .init("path-declaration-must-exist", "path-template", in: .all),
        .init("path-not-include-query", "path-template", in: .all),
        .init("path-parameters-defined", "undeclared-path-parameter", "unknown-path-parameter", in: .all),
        .init("path-params-defined", "undeclared-path-parameter", "unknown-path-parameter"),
        .init("security-defined", "unknown-security-scheme", "security-open", in: [.minimal, .recommended]),
        .init("security-scopes-defined", "unknown-scope", in: .recommended),
        .init("spec-components-invalid-map-name", "component-name", in: .all),
        .init("spec-discriminator-defaultMapping", "discriminator-default", in: [.recommended, .specification]),
        .init("spec-example-values", "example-value", in: [.recommended, .specification]),
        .init("spec-no-invalid-encoding-combinations", "encoding-exclusive", in: .all),
        .init("spec-no-invalid-tag-parents", "tag-parent", in: .all),
        .init("spec-querystring-parameters", "conflicting-parameters", in: .all),
        .init("spec-ref-siblings", "ignored-sibling", in: [.recommended, .specification]),
        .init("spec-strict-refs", "unexpected-reference", in: .specification),
        .init("tag-description", "tag-description", in: [.minimal, .recommended]),
    ]
}

extension RuleCounterpart.Sets {
    /// Every set that a tool has.
    static let all: Self = [.minimal, .recommended, .specification]
}
