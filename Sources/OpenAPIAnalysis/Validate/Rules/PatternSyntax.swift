extension Rule {
    static let badPattern = Rule(
        "bad-pattern", "A pattern is a regular expression of ECMA-262.", section: "schema-object", .warning,
        good: #"components: { schemas: { Name: { type: string, pattern: '^(?<first>\p{L}+)' } } }"#,
        bad: #"components: { schemas: { Name: { type: string, pattern: '^(?P<first>\p{L}+)' } } }"#,
        .values(.pattern))

    static let lenientPattern = Rule(
        "lenient-pattern", "A pattern is ECMA-262 with the flag `u`.", section: "schema-object", .note, in: .strict,
        good: "components: { schemas: { Name: { type: string, pattern: 'a-b' } } }",
        bad: #"components: { schemas: { Name: { type: string, pattern: 'a\-b' } } }"#,
        .values(.pattern))
}
