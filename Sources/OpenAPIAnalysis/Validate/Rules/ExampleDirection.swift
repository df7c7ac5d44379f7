extension Rule {
    /// Up to 3.0 it should not be sent; JSON Schema, which 3.1 took over, lets an API ignore it.
    static let readOnlyExample = Rule(
        "read-only-example", "An example of a request has no member that is `readOnly`.", section: "schema-read-only",
        Levels(v3_0: .warning, v3_1: .note, v3_2: .note), in: .recommended,
        good: requests("{ name: Tom }"), bad: requests("{ id: 1, name: Tom }"),
        .values(.direction))

    static let writeOnlyExample = Rule(
        "write-only-example", "An example of a response has no member that is `writeOnly`.",
        section: "schema-write-only", .openAPI3(.warning), in: .recommended,
        good: responses("{ name: Tom }"), bad: responses("{ name: Tom, secret: x }"),
        .values(.direction))

    private static func requests(_ example: String) -> String {
        """
        paths:
          /pets:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties: { id: { type: integer, readOnly: true }, name: { type: string } }
                    example: \(example)
              responses: { '201': { description: The pet is there. } }
        """
    }

    private static func responses(_ example: String) -> String {
        """
        paths:
          /pets/first:
            get:
              responses:
                '200':
                  description: The first pet.
                  content:
                    application/json:
                      schema:
                        type: object
                        properties: { name: { type: string }, secret: { type: string, writeOnly: true } }
                      example: \(example)
        """
    }
}
