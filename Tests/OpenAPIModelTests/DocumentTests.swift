import Testing

@testable import OpenAPIModel

@Suite struct DocumentTests {
    @Test func unknownMembersAreReportedWithASuggestion() {
        let bound = Bound(
            """
            paths:
              /pets:
                get:
                  operationid: listPets
                  x-own: { anything: [1] }
                  responses: { '200': { description: Pets. } }
            tags: [{ nme: a }]
            """)
        #expect(
            bound.places == [
                "6:7 unknown-member: the Operation object has no member `operationid`",
                "9:8 missing-member: the Tag object needs a member `name`",
                "9:10 unknown-member: the Tag object has no member `nme`",
            ])
        #expect(bound.helps == ["did you mean `operationId`?", "did you mean `name`?"])
    }

    @Test func wrongTypesSayWhatWasExpected() {
        let bound = Bound(
            """
            servers: { url: a }
            components:
              schemas:
                A: { type: object, required: yes, minLength: -1, properties: [a], description: 1 }
                B: 5
                C: { type: strng, enum: a }
            """)
        #expect(
            bound.reports == [
                "wrong-type: expected a list, found a mapping",
                "wrong-type: expected a list, found a string",
                "wrong-type: expected a whole number from 0, found an integer",
                "wrong-type: expected a mapping, found a list",
                "wrong-type: expected a string, found an integer",
                "wrong-type: expected a schema, found an integer",
                "unknown-value: `strng` is none of `null`, `boolean`, `integer`, `number`, `string`, `array`, `object`",
                "wrong-type: expected a list, found a string",
            ])
        #expect(bound.helps == ["did you mean `string`?"])
    }

    @Test(arguments: [
        ("swagger: '1.2'", "1:10 unsupported-version: Swagger 1.2 is not supported"),
        ("openapi: 2.0.0", "1:10 unsupported-version: OpenAPI 2.0.0 is not supported"),
        ("openapi: 3", "1:10 unsupported-version: OpenAPI 3 is not supported"),
        ("openapi: [3]", "1:10 unsupported-version: a version that is a list is not supported"),
        ("openapi: ''", "1:10 unsupported-version: an empty version is not supported"),
        ("openapi: 4.0.0", "1:10 unsupported-version: OpenAPI 4.0.0 is not supported"),
        ("openapi: 3.3.0", "1:10 unsupported-version: OpenAPI 3.3.0 is not supported"),
        ("info: {}", "1:1 unsupported-version: this is no OpenAPI document: it has no member `openapi`"),
        ("- 1", "1:1 wrong-type: an OpenAPI document is a mapping, found a list"),
    ])
    func otherVersionsAreOneFinding(text: String, report: String) {
        let bound = Bound(["openapi.yaml": text])
        #expect(bound.description == nil)
        #expect(bound.places == [report])
    }

    @Test func membersAreGatedByVersion() {
        let schema = "components: { schemas: { A: { type: string, const: a, nullable: true } } }"
        #expect(
            Bound(schema, version: "3.0.4").reports == [
                "newer-member: `const` came to the Schema object with OpenAPI 3.1; this document is OpenAPI 3.0"
            ])
        #expect(Bound(schema, version: "3.0.4").schema("A")?.nullable == true)
        #expect(
            Bound(schema).reports == [
                "older-member: `nullable` left the Schema object after OpenAPI 3.0; it has no effect in OpenAPI 3.1"
            ])
        #expect(Bound(schema).schema("A")?.nullable == false)
        let query = "paths: { /a: { query: { responses: { '200': { summary: Fine. } } } } }"
        #expect(Bound(query, version: "3.2.0").reports == [])
        #expect(Bound(query).diagnostics.list.map(\.rule) == ["newer-member", "newer-member", "missing-member"])
    }

    @Test func unknownKeywordsAreLegalFrom31On() {
        let schema = "components: { schemas: { A: { propertys: {}, x-a: 1 } } }"
        #expect(Bound(schema, version: "3.0.0").diagnostics.hasErrors)
        #expect(!Bound(schema).diagnostics.hasErrors)
        #expect(Bound(schema).helps == ["did you mean `properties`?"])
    }

    @Test func exclusiveLimitsDifferByVersion() {
        let flag = "components: { schemas: { A: { minimum: 1, exclusiveMinimum: true } } }"
        let value = "components: { schemas: { A: { exclusiveMinimum: 1 } } }"
        #expect(Bound(flag, version: "3.0.0").reports == [])
        #expect(Bound(value).reports == [])
        #expect(Bound(flag).reports == ["wrong-type: expected a number (a boolean up to OpenAPI 3.0), found a boolean"])
        #expect(Bound(value, version: "3.0.0").diagnostics.list.map(\.rule) == ["wrong-type"])
    }

    @Test func schemasKeepWhatIsWritten() {
        let bound = Bound(
            """
            components:
              schemas:
                Pet:
                  type: [object, 'null']
                  required: [id]
                  properties:
                    id: { type: integer, format: int64, minimum: 1 }
                    kind: { enum: [cat, dog, null], default: cat }
                    any: true
                  additionalProperties: false
                  oneOf: [{ title: One }, { title: Two }]
            """)
        let pet = bound.schema("Pet")
        #expect(bound.reports == [])
        #expect(pet?.types == [.object, .null])
        #expect(pet?.required == ["id"])
        #expect(pet?.properties.map(\.name) == ["id", "kind", "any"])
        #expect(pet?.oneOf.compactMap { bound.description?.schema($0).title } == ["One", "Two"])
        #expect(pet?.additionalProperties.map { bound.description?.schema($0).form == .never } == true)
        #expect(bound.id("Pet").flatMap { bound.description?.origin(of: $0).name } == "Pet")
    }

    @Test func operationsKeepTheirOrderAndMethod() {
        let bound = Bound("paths: { /b: { post: {}, get: {} }, /a: { delete: {} }, x-c: 1, d: {} }")
        let items = bound.description?.document.paths?.items ?? []
        #expect(items.map(\.name) == ["/b", "/a"])
        #expect(items.first?.value.inline?.operations.map(\.name) == ["POST", "GET"])
        #expect(bound.reports == ["bad-path: a path begins with `/`; `d` is not read"])
    }

    @Test func deepDocumentsAreReadWithoutDeepRecursion() {
        let depth = 240
        let open = String(repeating: "{ type: object, properties: { a: ", count: depth)
        let bound = Bound("components: { schemas: { A: \(open) true \(String(repeating: "} }", count: depth)) } }")
        #expect(bound.reports == [])
        #expect(bound.description?.schemas.count == depth + 1)
        let callbacks = String(repeating: "{ callbacks: { c: { /a: { get: ", count: depth)
        let nested = Bound("paths: { /a: { get: \(callbacks) {} \(String(repeating: "} } } }", count: depth)) } }")
        #expect(nested.reports == [])
    }
}

@Suite struct VersionedValueTests {
    @Test(arguments: [
        (
            "components: { parameters: { a: { name: a, in: cookie, style: cookie, schema: {} } } }", "3.1.0", "cookie",
            "3.2"
        ),
        ("components: { parameters: { a: { name: a, in: querystring, content: {} } } }", "3.1.0", "querystring", "3.2"),
        ("components: { securitySchemes: { a: { type: mutualTLS } } }", "3.0.0", "mutualTLS", "3.1"),
    ])
    func wordsAreGatedByVersion(rest: String, version: String, word: String, since: String) {
        let older = Bound(rest, version: version)
        #expect(
            older.reports == [
                "newer-value: `\(word)` came with OpenAPI \(since); this document is OpenAPI \(version.prefix(3))"
            ])
        #expect(Bound(rest, version: since + ".0").reports == [])
    }

    @Test func headersLostTwoMembersWithOpenAPI31() {
        let rest = "components: { headers: { a: { allowReserved: true, allowEmptyValue: true, schema: {} } } }"
        #expect(Bound(rest, version: "3.0.0").reports == [])
        #expect(
            Bound(rest).reports == [
                "unknown-member: the Header object has no member `allowReserved`",
                "unknown-member: the Header object has no member `allowEmptyValue`",
            ])
    }

    @Test func flowsNeedTheirAddresses() {
        let bound = Bound(
            """
            components:
              securitySchemes:
                a:
                  type: oauth2
                  flows:
                    implicit: { scopes: {} }
                    authorizationCode: { authorizationUrl: a, scopes: {} }
                    password: { tokenUrl: a, scopes: {} }
                b: { type: apiKey, in: path, name: a }
            """)
        #expect(
            bound.places == [
                "9:9 missing-member: the flow `implicit` needs a member `authorizationUrl`",
                "10:9 missing-member: the flow `authorizationCode` needs a member `tokenUrl`",
                "12:28 unknown-value: `path` is none of `query`, `header`, `cookie`",
            ])
    }

    @Test func objectsNestedWithoutEndAreRefused() {
        let nested = String(repeating: "{ encoding: { a: ", count: 1200)
        var limits = Limits()
        limits.depth = 5000
        let text =
            "openapi: 3.2.0\ninfo: { title: T, version: '1' }\ncomponents: { mediaTypes: { m: \(nested) {} "
            + String(repeating: "} }", count: 1200) + " } }"
        let bound = Bound(["openapi.yaml": text], limits: limits)
        #expect(bound.diagnostics.list.map(\.rule) == ["too-deep"])
    }

    @Test func membersBesideAPathItemsReferenceAreRead() {
        let bound = Bound(
            """
            paths:
              /a: { $ref: '#/components/pathItems/one', summary: own, post: {} }
            components:
              pathItems:
                one: { $ref: '#/components/pathItems/two', delete: {} }
                two: { summary: two, description: two, get: {}, post: { operationId: two } }
                round: { $ref: '#/components/pathItems/round', get: {} }
            """)
        #expect(
            bound.reports == [
                "reference-cycle: `#/components/pathItems/round` leads back to itself and never to a value: "
                    + "`#/components/pathItems/round` → `#/components/pathItems/round`"
            ])
        let item = bound.description?.document.paths?.items.first.flatMap { bound.description?.object($0.value) }
        #expect(item?.summary == "own")
        #expect(item?.description == "two")
        #expect(item?.operations.map(\.name) == ["POST", "DELETE", "GET"])
        #expect(item?.operations.first?.value.operationId == nil)
    }
}
