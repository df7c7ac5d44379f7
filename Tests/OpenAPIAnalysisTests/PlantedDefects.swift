import OpenAPIModel
import Testing

/// A document with one thing wrong: what is written in place of which text of the base document, and what says so.
///
/// The line at fault ends with the comment `# here`.
struct PlantedDefect: CustomTestStringConvertible, Sendable {
    let name: String
    let versions: Set<OpenAPIVersion>
    let rule: String
    /// Texts of the base document with what they become; an empty one is the end of the document.
    let changes: [(String, String)]

    init(
        _ name: String, _ rule: String, in versions: Set<OpenAPIVersion> = [.v3_0, .v3_1, .v3_2],
        _ changes: (String, String)...
    ) {
        self.name = name
        self.rule = rule
        self.versions = versions
        self.changes = changes
    }

    var testDescription: String { name }

    /// One operation with one parameter and one answer.
    static func base(_ version: OpenAPIVersion) -> String {
        """
        openapi: \(version == .v3_0 ? "3.0.4" : version == .v3_1 ? "3.1.2" : "3.2.0")
        info:
          title: Things
          version: "1"
        servers:
          - url: https://things.example
        paths:
          /a/{id}:
            get:
              operationId: getA
              security: [{ key: [] }, { login: [read] }]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: { type: string }
              responses:
                "200":
                  description: One thing.
                  content:
                    application/json:
                      schema: { $ref: "#/components/schemas/S" }
        components:
          schemas:
            S:
              type: object
              properties:
                n: { type: string }
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            login:
              type: oauth2
              flows:
                clientCredentials:
                  tokenUrl: https://things.example/token
                  scopes: { read: Read. }

        """
    }

    /// The document; nil where a text to change is not in it.
    func document(_ version: OpenAPIVersion) -> String? {
        var text = Self.base(version)
        for (old, new) in changes {
            if old.isEmpty {
                text += new
                continue
            }
            guard let range = text.firstRange(of: old) else { return nil }
            text.replaceSubrange(range, with: new)
        }
        return text
    }
}

extension PlantedDefect {
    private static let get = "      operationId: getA\n"
    private static let schemas = "  schemas:\n"
    private static let schema = "    S:\n      type: object\n"
    private static let member = "        n: { type: string }"
    private static let parameters = "      parameters:\n"
    private static let paths = "  /a/{id}:\n"
    private static let id = "          schema: { type: string }\n"
    private static let response = "          description: One thing.\n"
    private static let media = "              schema: { $ref: \"#/components/schemas/S\" }\n"
    private static let components = "components:\n"
    private static let info = "info:\n"
    private static let security = "security: [{ key: [] }, { login: [read] }]"
    private static let server = "  - url: https://things.example\n"

    private static func path(_ lines: String) -> (String, String) { (paths, lines + "\n" + paths) }
    private static func parameter(_ lines: String) -> (String, String) {
        (parameters, parameters + "        - " + lines + "\n")
    }
    private static func added(_ lines: String) -> (String, String) { (schemas, schemas + lines + "\n") }

    static let all: [PlantedDefect] =
        paths1 + parameters1 + references1 + unions1 + others1 + schemas1 + values1 + since32

    private static let paths1: [PlantedDefect] = [
        .init(
            "an id twice in a path", "operation-id-unique",
            (
                get,
                get
                    + "      responses: { \"200\": { description: One. } }\n    delete:\n      operationId: getA # here\n"
            ), ("      security", "      x-security"), ("      parameters:\n", "      parameters: # now of delete\n"),
            (paths, paths + "    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n")),
        .init(
            "an id in a path and a callback", "operation-id-unique",
            (
                get,
                get
                    + """
                          callbacks:
                            done:
                              "{$request.query.url}":
                                post:
                                  operationId: getA # here
                                  responses: { "200": { description: Thanks. } }

                    """
            )),
        .init(
            "an id in a path and a webhook", "operation-id-unique", in: [.v3_1, .v3_2],
            (
                components,
                """
                webhooks:
                  done:
                    post:
                      operationId: getA # here
                      responses: { "200": { description: Thanks. } }

                """ + components
            )),
        .init(
            "a variable without a parameter", "undeclared-path-parameter",
            (paths, "  /a/{id}/{other}:\n"), ("    get:\n", "    get: # here\n")),
        .init(
            "a parameter without a variable", "unknown-path-parameter", (paths, "  /a:\n"),
            ("- name: id", "- name: id # here")),
        .init("an optional part of a path", "path-parameter-required", ("required: true", "required: false # here")),
        .init("a variable twice", "path-variable-twice", (paths, "  /a/{id}/{id}: # here\n")),
        .init(
            "identical paths", "path-identical",
            path(
                "  /a/{name}: # here\n    get:\n      parameters: [{ name: name, in: path, required: true, schema: { type: string } }]\n      responses: { \"200\": { description: One. } }"
            ), (paths, "  /a/{id}: # here\n"), ("  /a/{name}: # here", "  /a/{name}:")),
        .init(
            "ambiguous paths", "path-ambiguous",
            path(
                "  /{e}/me:\n    get:\n      parameters: [{ name: e, in: path, required: true, schema: { type: string } }]\n"
                    + "      responses: { \"200\": { description: One. } }"), (paths, "  /a/{id}: # here\n")),
        .init("no leading slash", "bad-path", (paths, "  a/{id}: # here\n")),
        .init("a query in a path", "path-template", (paths, "  /a/{id}?x=1: # here\n")),
        .init("an unbalanced brace", "path-template", (paths, "  /a/{id}/{x: # here\n")),
    ]

    private static let parameters1: [PlantedDefect] = [
        .init(
            "a parameter twice", "duplicate-parameter",
            parameter(
                "{ name: q, in: query, schema: { type: string } }\n        - { name: q, in: query, schema: { type: string } } # here"
            )),
        .init(
            "a parameter twice by reference", "duplicate-parameter",
            parameter(
                "$ref: \"#/components/parameters/Q\"\n        - { name: q, in: query, schema: { type: string } } # here"
            ),
            (components, components + "  parameters: { Q: { name: q, in: query, schema: { type: string } } }\n")),
        .init(
            "headers that differ in case", "duplicate-parameter",
            parameter(
                "{ name: X-Q, in: header, schema: { type: string } }\n        - { name: x-q, in: header, schema: { type: string } } # here"
            )),
        .init(
            "a parameter with two media types", "parameter-value",
            parameter(
                "name: q\n          in: query\n          content: # here\n            text/plain: {}\n            application/json: {}"
            )),
        .init(
            "a parameter with a schema and content", "parameter-value",
            parameter(
                "name: q\n          in: query\n          schema: { type: string }\n          content: # here\n            text/plain: {}"
            )),
        .init(
            "example and examples", "example-or-examples",
            parameter(
                "name: q\n          in: query\n          schema: { type: string }\n          example: a # here\n          examples: { b: { value: b } }"
            )),
        .init(
            "a style for another place", "parameter-style",
            ("          in: path\n", "          in: path\n          style: deepObject # here\n")),
        .init(
            "allowReserved in a header", "allow-reserved",
            parameter(
                "name: X-Q\n          in: header\n          allowReserved: true # here\n          schema: { type: string }"
            )),
        .init(
            "a parameter for a header that is ignored", "ignored-header",
            parameter("name: Content-Type # here\n          in: header\n          schema: { type: string }")),
        .init(
            "a body of GET", "request-body-ignored",
            (
                get,
                get + "      requestBody: # here\n        content: { application/json: { schema: { type: object } } }\n"
            )),
        .init(
            "header with a name", "unknown-member",
            (
                response,
                response
                    + "          headers:\n            X-A:\n              name: X-A # here\n              schema: { type: string }\n"
            )),
    ]

    private static let references1: [PlantedDefect] = [
        .init(
            "an unresolved schema", "unresolved-reference",
            (media, "              schema: { $ref: \"#/components/schemas/T\" } # here\n")),
        .init(
            "an unresolved response", "unresolved-reference",
            (
                "        \"200\":\n",
                "        \"404\": { $ref: \"#/components/responses/None\" } # here\n        \"200\":\n"
            )),
        .init(
            "an unresolved file", "unresolved-reference",
            (media, "              schema: { $ref: \"none.yaml#/T\" } # here\n")),
        .init(
            "a reference to another kind of object", "wrong-reference",
            (media, "              schema: { $ref: \"#/components/responses/R\" } # here\n"),
            (components, components + "  responses: { R: { description: R. } }\n")),
        .init(
            "a circle of references", "reference-cycle",
            added("    A: { $ref: \"#/components/schemas/B\" } # here\n    B: { $ref: \"#/components/schemas/A\" }"),
            (member, member + "\n        a: { $ref: \"#/components/schemas/A\" }")),
        .init(
            "recursion without end", "required-recursion",
            ("    S:\n", "    S: # here\n"), ("      type: object\n", "      type: object\n      required: [s]\n"),
            (member, member + "\n        s: { $ref: \"#/components/schemas/S\" }")),
        .init("an unknown scheme", "unknown-security-scheme", (security, "security: [{ kye: [] }] # here")),
        .init("an unknown scope", "unknown-scope", (security, "security: [{ login: [write] }] # here")),
        .init("scopes of an API key", "scopes-without-meaning", (security, "security: [{ key: [read] }] # here")),
        .init("a bad name of a component", "component-name", added("    \"S 2\": { type: object } # here")),
        .init(
            "members beside a reference", "ignored-sibling", in: [.v3_0],
            (member, "        n:\n          $ref: \"#/components/schemas/N\"\n          description: A name. # here"),
            added("    N: { type: string }")),
    ]

    private static let unions1: [PlantedDefect] = [
        .init(
            "a mapping to a schema that is missing", "unresolved-reference",
            added(union("mapping: { a: \"#/components/schemas/None\" } # here", kind: true)), (media, unionMedia)),
        .init(
            "a discriminator that the variants do not have", "discriminator-property",
            added(union("", kind: false, here: true)), (media, unionMedia)),
        .init(
            "a discriminator alone", "discriminator-alone",
            (schema, schema + "      required: [n]\n      discriminator: # here\n        propertyName: n\n")),
        .init(
            "an optional discriminator", "discriminator-default", in: [.v3_2],
            added(
                union("", kind: true).replacing("required: [kind], ", with: "").replacing(
                    "discriminator:", with: "discriminator: # here")), (media, unionMedia)),
    ]

    private static let unionMedia = "              schema: { $ref: \"#/components/schemas/U\" }\n"

    private static func union(_ mapping: String, kind: Bool, here: Bool = false) -> String {
        let variant =
            kind
            ? "{ type: object, required: [kind], properties: { kind: { type: string } } }"
            : "{ type: object, properties: { m: { type: string } } }"
        return """
                U:
                  oneOf: [{ $ref: "#/components/schemas/A" }]
                  discriminator:
                    propertyName: kind\(here ? " # here" : "")
                    \(mapping.isEmpty ? "x-none: true" : mapping)
                A: \(variant)
            """
    }

    private static let others1: [PlantedDefect] = [
        .init(
            "an undeclared server variable", "undeclared-server-variable",
            (server, "  - url: https://{r}.things.example # here\n")),
        .init(
            "a server variable that is not used", "server-variable-unused",
            (server, server + "    variables:\n      r: { default: eu } # here\n")),
        .init(
            "a server variable's default that is no value", "default-not-allowed",
            (
                server,
                "  - url: https://{r}.things.example\n    variables:\n      r: { default: de, enum: [eu, us] } # here\n"
            )),
        .init("a server with a query", "server-query", (server, "  - url: https://things.example?a=b # here\n")),
        .init(
            "a status that is none", "bad-status",
            ("        \"200\":\n", "        \"999\": { description: None. } # here\n        \"200\":\n")),
        .init(
            "a class in small letters", "bad-status",
            ("        \"200\":\n", "        \"2xx\": { description: None. } # here\n        \"200\":\n")),
        .init(
            "no responses", "responses-empty",
            path("  /b:\n    get:\n      responses: {} # here")),
        .init(
            "a bad media type", "bad-media-type",
            ("            application/json:\n", "            json: {} # here\n            application/json:\n")),
        .init(
            "a media type twice", "media-type-duplicate",
            (
                "            application/json:\n",
                "            application/JSON: {}\n            application/json: # here\n"
            )),
        .init(
            "a link to an operation that is missing", "link-operation",
            (response, response + "          links:\n            again:\n              operationId: getB # here\n")),
        .init(
            "a link with both", "link-operation",
            (
                response,
                response
                    + "          links:\n            again:\n              operationId: getA\n              operationRef: \"#/paths/~1a~1%7Bid%7D/get\" # here\n"
            )),
        .init(
            "a link to a place that is missing", "unresolved-reference",
            (
                response,
                response
                    + "          links:\n            again:\n              operationRef: \"#/paths/~1b/get\" # here\n"
            )),
        .init(
            "a link from a parameter that is not declared", "link-parameter",
            (
                response,
                response
                    + "          links:\n            again:\n              operationId: getA\n              parameters:\n                id: $request.path.other # here\n"
            )),
        .init(
            "an encoding of nothing", "encoding-property",
            path(
                "  /b:\n    post:\n      requestBody:\n        content:\n          multipart/form-data:\n            schema: { $ref: \"#/components/schemas/S\" }\n            encoding:\n              m: { contentType: text/plain } # here\n      responses: { \"204\": { description: Done. } }"
            )),
        .init("a tag twice", "tag-unique", (components, "tags:\n  - name: a\n  - name: a # here\n" + components)),
        .init(
            "both ways to a license", "license-url-or-identifier", in: [.v3_1, .v3_2],
            (
                info,
                info + "  license:\n    name: MIT\n    identifier: MIT\n    url: https://things.example/mit # here\n"
            )),
        .init(
            "an address that is none", "address-syntax",
            ("    key: {", "    oidc:\n      type: openIdConnect\n      openIdConnectUrl: not a url # here\n    key: {")
        ),
    ]

    private static let schemas1: [PlantedDefect] = [
        .init(
            "a value of another type", "enum-mismatch", (member, "        n: { type: string, enum: [a, 1] } # here")),
        .init(
            "a default of another type", "default-mismatch", (member, "        n: { type: string, default: 1 } # here")),
        .init(
            "a default that is no value", "default-mismatch",
            (member, "        n: { type: string, enum: [a], default: b } # here")),
        .init(
            "readOnly and writeOnly", "read-and-write-only",
            (member, "        n: { type: string, readOnly: true, writeOnly: true } # here")),
        .init("required and not described", "required-undefined", (schema, schema + "      required: [m] # here\n")),
        .init("a list without items", "array-items", (member, "        n: { type: array } # here")),
        .init(
            "bounds without room", "contradictory-bounds",
            (member, "        n: { type: integer, minimum: 2, maximum: 1 } # here")),
        .init("a later keyword", "newer-member", in: [.v3_0], (member, "        n: { type: string, const: a } # here")),
        .init(
            "an older keyword", "older-member", in: [.v3_1, .v3_2],
            (member, "        n: { type: string, nullable: true } # here")),
        .init(
            "nullable without a type", "nullable-without-type", in: [.v3_0],
            (member, "        n: { nullable: true } # here")),
    ]

    /// Examples, and patterns that are none.
    private static let values1: [PlantedDefect] = [
        .init(
            "an example of a body", "example-mismatch", (media, media + "              example: { n: 1 } # here\n")),
        .init(
            "a named example of a body", "example-mismatch",
            (media, media + "              examples:\n                one:\n                  value: { n: 1 } # here\n")
        ),
        .init("an example of a parameter", "example-mismatch", (id, id + "          example: [a] # here\n")),
        .init(
            "an example of a schema", "example-mismatch",
            (member, "        n: { type: string, example: 1 } # here")),
        .init(
            "an example's data", "example-mismatch", in: [.v3_2],
            (
                media,
                media + "              examples:\n                one:\n                  dataValue: { n: 1 } # here\n"
            )),
        .init(
            "a pattern of another language", "bad-pattern",
            (member, "        n: { type: string, pattern: '(?P<x>a)' } # here")),
        .init(
            "a class that is not closed", "bad-pattern",
            (member, "        n: { type: string, pattern: '[a' } # here")),
    ]

    private static let since32: [PlantedDefect] = [
        .init(
            "a tag's parent that is missing", "tag-parent", in: [.v3_2],
            (components, "tags:\n  - name: a\n    parent: b # here\n" + components)),
        .init(
            "a circle of tags", "tag-parent", in: [.v3_2],
            (components, "tags:\n  - name: a\n    parent: b # here\n  - name: b\n    parent: a\n" + components)),
        .init(
            "query and querystring", "conflicting-parameters", in: [.v3_2],
            parameter(
                "{ name: all, in: querystring, content: { application/json: {} } }\n        - { name: q, in: query, schema: { type: string } } # here"
            )),
        .init(
            "querystring of the path, query of the operation", "conflicting-parameters", in: [.v3_2],
            (
                paths,
                paths + "    parameters:\n      - { name: all, in: querystring, content: { application/json: {} } }\n"
            ),
            (
                "        - name: id\n",
                "        - { name: q, in: query, schema: { type: string } } # here\n        - name: id\n"
            )),
        .init(
            "POST as an additional operation", "additional-operation", in: [.v3_2],
            (
                paths,
                paths
                    + "    additionalOperations:\n      POST: # here\n        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n        responses: { \"200\": { description: One. } }\n"
            )),
        .init(
            "a server's name twice", "server-name-unique", in: [.v3_2],
            (server, server + "    name: a\n  - url: https://other.example\n    name: a # here\n")),
    ]
}
