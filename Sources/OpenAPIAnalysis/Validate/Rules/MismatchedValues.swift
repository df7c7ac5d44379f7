extension Rule {
    static let exampleMismatch = Rule(
        "example-mismatch", "An example fits its schema.", section: "working-with-examples", .warning, in: .recommended,
        good: "components: { schemas: { Size: { type: integer, example: 1 } } }",
        bad: "components: { schemas: { Size: { type: integer, example: big } } }",
        .values(.example))

    /// Up to 3.0 the type of a default is demanded; the rest, and everything later, is advice.
    static let defaultMismatch = Rule(
        "default-mismatch",
        "A `default` fits its schema; of what it does not fit, up to 3.0 another type is an error and the rest a warning.",
        section: "schema-object", Levels(v2_0: .error, v3_0: .error, v3_1: .warning, v3_2: .warning),
        good: "components: { schemas: { Size: { type: integer, default: 1 } } }",
        bad: "components: { schemas: { Size: { type: integer, default: big } } }",
        .values(.defaultValue))

    /// On demand: while it is on, formats also tell which alternative a value fits.
    static let formatMismatch = Rule(
        "format-mismatch", "Examples, defaults and the values of `enum` and `const` are what their `format` says.",
        section: "data-type-format", .warning, in: .strict,
        good: "components: { schemas: { Born: { type: string, format: date, example: '2024-02-29' } } }",
        bad: "components: { schemas: { Born: { type: string, format: date, example: '2024-02-30' } } }",
        .values(.format))

    static let enumMismatch = Rule(
        "enum-mismatch", "The values of `enum` and `const` fit their schema.", section: "schema-object", .warning,
        good: "components: { schemas: { Size: { type: integer, enum: [1, 2] } } }",
        bad: "components: { schemas: { Size: { type: integer, enum: [1, big] } } }",
        .values(.enumeration))
}
