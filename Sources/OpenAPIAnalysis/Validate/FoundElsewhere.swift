extension Rule {
    /// What the readers, the binder and the generator find on their way; validation passes it on.
    static let foundByReading: [Rule] = texts + objects + references + configuration + values

    /// A rule that is found before validation begins, or by the generator.
    private static func found(_ id: String, _ summary: String, _ levels: Levels, in set: RuleSet = .minimal) -> Rule {
        Rule(id, summary, levels, in: set)
    }

    private static let texts: [Rule] = [
        .found("unreadable-file", "Every file that is named can be read.", .error),
        .found("empty-file", "A file holds a document.", .error),
        .found("bad-encoding", "A file is text in UTF-8, UTF-16 or UTF-32.", .error),
        .found("control-character", "A file has no control characters but tabs and line breaks.", .error),
        .found("yaml-syntax", "A YAML file is YAML.", .error),
        .found("json-syntax", "A JSON file is JSON.", .error),
        .found("several-documents", "A file holds one YAML document.", .error),
        .found("duplicate-key", "A key is once in a mapping.", .error),
        .found("complex-key", "A key is a text.", .error),
        .found("unknown-anchor", "An alias has its anchor before it.", .error),
        .found("recursive-alias", "An alias does not stand in the value of its anchor.", .error),
        .found("bad-merge", "`<<` merges a mapping or a list of mappings.", .error),
        .found("wrong-tag", "A value is what its tag says.", .error),
        .found("unsupported-tag", "Tags are those of JSON.", .error),
        .found(
            "too-large",
            "A file has at most as many bytes as `--limit bytes` says; types have a bounded number of members.", .error),
        .found(
            "too-deep", "Collections, objects and references are nested at most as deep as `--limit depth` says.",
            .error),
        .found("too-many-nodes", "The files have at most as many values as `--limit nodes` says.", .error),
        .found(
            "too-many-expansions",
            "Aliases and references stand for at most as many values as `--limit expansions` says.", .error),
    ]

    private static let objects: [Rule] = [
        .found(
            "unsupported-version",
            "A document says with `openapi` which version it is written in, and that version is known.", .error),
        .found("short-version", "The version has three numbers.", .warning),
        .found(
            "unknown-member", "An object has the members that its version of OpenAPI gives it, and `x-…` members.",
            .error),
        .found("missing-member", "An object has the members that it needs.", .error),
        .found("newer-member", "A member is not from a later version than the document.", .error),
        .found("older-member", "A member is not from an earlier version, where it has no effect any more.", .warning),
        .found("newer-value", "A value is not from a later version than the document.", .error),
        .found("unknown-value", "A word is one of those that its member knows.", .error),
        .found("wrong-type", "A value is of the type that its place needs.", .error),
        .found("bad-path", "A path begins with `/`.", .error),
        .found("bad-status", "A status is a number from 100 to 599, a class such as `4XX`, or `default`.", .error),
        .found("mixed-body", "An operation of Swagger 2.0 has a body or a form.", .error),
    ]

    private static let references: [Rule] = [
        .found("unresolved-reference", "A reference leads to something.", .error),
        .found("wrong-reference", "A reference leads to the kind of object that its place needs.", .error),
        .found("reference-cycle", "A reference leads to a value in the end.", .error),
        .found(
            "reference-outside",
            "A reference stays in the folder of the entry document, unless `--allow-outside` is given.", .error),
        .found("remote-reference", "A reference stays on this machine, unless `--allow-remote` is given.", .error),
        .found(
            "part-of-file",
            "A reference names a part of a description or of a schema, or a file as a whole (from 3.2 on).",
            .warning),
        .found("unexpected-reference", "A reference stands where OpenAPI has references.", .warning),
        .found("ignored-sibling", "Beside a `$ref` there is nothing that would be ignored.", .warning),
        .found(
            "hidden-member", "A member is not both beside the `$ref` of a path item and in what it leads to.", .warning),
        .found("unknown-security-scheme", "A requirement names a security scheme that is declared.", .error),
        .found("ambiguous-name", "A name means the same security scheme in all files.", .warning),
    ]

    private static let configuration: [Rule] = [
        .found("bad-access", "The access level of what is generated is one of Swift's.", .error),
        .found("bad-name", "A name in the configuration is a name in Swift.", .error),
        .found("bad-pages", "What the configuration or `x-trunkline-pages` says of pages fits the operation.", .error),
        .found("bad-pointer", "A place in the configuration is a JSON pointer.", .error),
        .found("empty-value", "A value of the configuration is not empty.", .error),
        .found("unknown-place", "A place that the configuration names is in the specification.", .error),
        .found("unknown-operation", "An operation that the configuration names is in the specification.", .error),
        .found("unknown-parameter", "A parameter that the configuration names is one of the operation's.", .error),
        .found("unknown-rule", "A rule that the configuration names is one of them.", .error),
        .found("unknown-server", "A server that the configuration names is in the specification.", .error),
        .found("unknown-tag", "A tag that the configuration names is in the specification.", .error),
        .found("unknown-type", "A format becomes a type that exists and is written as the format is.", .error),
        .found("unused-format", "A format that the configuration names is in the specification.", .warning),
        .found("unused-name", "A name that is pinned is that of a type.", .warning),
        .found("lock-file", "The lock file can be read and written.", .error),
        .found("bad-ruleset", "A ruleset of Spectral or a configuration of Redocly is one.", .error),
        .found("no-counterpart", "What a ruleset of another linter asks for has a rule here.", .note),
    ]

    private static let values: [Rule] = [
        .found("endless-schema", "A schema does not apply itself to the same value.", .warning),
        .found("costly-check", "A value can be checked in a bounded number of steps.", .warning),
    ]

    /// What the generator says of constructs, each at its place.
    static let foundByGenerator: [Rule] = [
        .found("union-undecidable", "The variants of a union can be told apart.", .warning, in: .recommended),
        .found("name-collision", "No two names become the same name in Swift.", .warning, in: .recommended),
        .found("allof-conflict", "The parts of an `allOf` agree in their types.", .warning, in: .recommended),
        .found("schema-cycle", "A choice is not between a schema and itself.", .warning, in: .recommended),
        .found(
            "undefined-style", "A parameter is written in a way that OpenAPI defines for its type.", .warning,
            in: .recommended),
        .found("reserved-name", "A name that is given is free in generated code.", .warning),
        .found("value-names", "A list of names for enumeration values has one for each.", .warning, in: .recommended),
        .found("relative-server", "The address of a server has a host.", .warning, in: .recommended),
        .found("bad-server", "Requests can be sent to the address of a server.", .warning, in: .recommended),
        .found("empty-body", "A body that is described can hold something.", .note, in: .recommended),
        .found("ignored", "What has no effect is left out.", .note, in: .recommended),
        .found("unsupported", "A construct is one that the generator expresses in full.", .warning, in: .recommended),
    ]
}
