import Foundation
import OpenAPIAnalysis
import OpenAPIModel
import Testing

@Suite struct ExampleTests {
    struct NoSuchFile: Error {}

    /// The findings about a document's examples, as `line:column severity message [rule]`.
    private func findings(
        _ text: String, _ version: String = "3.1.0", _ kinds: Set<CheckedValue> = Set(CheckedValue.allCases),
        assertsFormats: Bool = false, files others: [String: String] = [:]
    ) -> [String] {
        let document = version == "2.0" ? text : "openapi: \(version)\n" + text
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let provider = FileProvider { path in
            guard let text = path == "openapi.yaml" ? document : others[path] else { throw NoSuchFile() }
            return Array(text.utf8)
        }
        guard
            let description = bind(entry: "openapi.yaml", provider: provider, files: &files, diagnostics: &diagnostics)
        else { return diagnostics.list.map(\.message) }
        var found = Diagnostics()
        checkExamples(of: description, kinds, assertsFormats: assertsFormats, diagnostics: &found)
        return found.sorted.map { finding in
            let place = finding.range.map { files.location(of: $0).description } ?? ""
            return "\(place) \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
        }
    }

    /// The same for components; the first of the schemas is in line 6.
    private func schemas(_ text: String, _ version: String = "3.1.0") -> [String] {
        findings("info: { title: Pets, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n" + text, version)
    }

    @Test func valuesOfSchemasHaveToFitThem() {
        let found = schemas(
            """
                Age: { type: integer, minimum: 0, default: -1, example: old, examples: [1, 2.5] }
                Size: { type: string, maxLength: 2, enum: [s, m, xxl], default: l }
                Kind: { type: integer, const: cat }
                Fine: { type: [string, 'null'], enum: [a, null], default: null, example: a }
            """)
        #expect(
            found == [
                "6:48 warning: the default does not fit its schema: `-1` is less than 0 [default-mismatch]",
                "6:61 warning: the example does not fit its schema: expected integer, found the string `old` [example-mismatch]",
                "6:80 warning: the example does not fit its schema: expected integer, found `2.5` [example-mismatch]",
                "7:54 warning: the value does not fit its schema: the text has 3 characters, at most 2 are allowed [enum-mismatch]",
                "7:69 warning: the default does not fit its schema: `l` is not one of `s`, `m`, `xxl` [default-mismatch]",
                "8:35 warning: the value does not fit its schema: expected integer, found the string `cat` [enum-mismatch]",
            ])
    }

    /// Up to 3.0 the type of a default is demanded, and null fits what is nullable.
    @Test func olderVersionsHaveTheirOwnDialect() {
        let found = schemas(
            """
                Age: { type: integer, default: old, nullable: true, example: null }
                Ref: { type: object, nullable: true, example: null, default: {} }
                Short: { type: string, maxLength: 1, default: ab }
                Price: { type: number, minimum: 0, exclusiveMinimum: true, example: 0 }
            """, "3.0.3")
        #expect(
            found == [
                "6:36 error: the default does not fit its schema: expected integer, found the string `old` [default-mismatch]",
                "8:51 warning: the default does not fit its schema: the text has 2 characters, at most 1 are allowed [default-mismatch]",
                "9:73 warning: the example does not fit its schema: `0` is less than or equal to 0 [example-mismatch]",
            ])
    }

    @Test func examplesOfBodiesAreCheckedByDirection() {
        let found = findings(
            """
            info: { title: Pets, version: '1' }
            paths:
              /pets:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: { $ref: '#/components/schemas/Pet' }
                        examples:
                          good: { value: { name: Tom, secret: x } }
                          bad: { value: { name: 5, secret: x } }
                          file: { externalValue: cat.json }
                      application/xml:
                        schema: { $ref: '#/components/schemas/Pet' }
                        example: <pet/>
                  responses:
                    '200':
                      description: The pet.
                      headers:
                        Count: { schema: { type: integer }, example: many }
                      content:
                        application/vnd.pets+json; charset=utf-8:
                          schema: { $ref: '#/components/schemas/Pet' }
                          example: { name: Tom, secret: x }
                        application/json:
                          schema: { $ref: '#/components/schemas/Pet' }
                          example: '{ "id": 1, "name": 2 }'
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, name, secret]
                  properties:
                    id: { type: integer, readOnly: true }
                    name: { type: string }
                    secret: { type: string, writeOnly: true }
                  example: { id: 1, name: Tom }
            """, files: ["cat.json": #"{"name": "Tom"}"#])
        #expect(
            found == [
                "12:37 warning: the example does not fit its schema: expected string, found an integer [example-mismatch]",
                "21:58 warning: the example does not fit its schema: expected integer, found the string `many` [example-mismatch]",
                "25:24 warning: the example does not fit its schema: the member `id` is missing [example-mismatch]",
                "25:37 warning: `secret` is `writeOnly`, which a response leaves out [write-only-example]",
                "28:24 warning: the example does not fit its schema: expected string, found an integer [example-mismatch]",
                "1:1 warning: the example does not fit its schema: the member `secret` is missing [example-mismatch]",
            ])
    }

    /// What only goes the other way is found where the value says which schema is meant.
    @Test(arguments: ["3.0.4", "3.1.0"]) func membersOfTheOtherDirectionAreFound(version: String) {
        let found = findings(
            """
            info: { title: Pets, version: '1' }
            paths:
              /pets:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: { $ref: '#/components/schemas/Pets' }
                        examples:
                          list: { value: [{ id: 1, kind: cat }, { kind: dog, tag: { id: 2 }, other: { id: 3 } }] }
                          text: { value: '[{ "id": 1, "kind": "cat" }]' }
                          choice: { value: [{ kind: cat, choice: { a: 1, made: x } }, { kind: dog, choice: { made: x } }] }
                  responses: { '204': { description: Done. } }
            components:
              schemas:
                Pets: { type: array, items: { $ref: '#/components/schemas/Pet' } }
                Pet:
                  allOf: [{ $ref: '#/components/schemas/Kept' }]
                  type: object
                  required: [id, kind]
                  properties:
                    kind: { type: string }
                    tag: { $ref: '#/components/schemas/Kept' }
                    choice:
                      oneOf:
                        - { type: object, required: [a], properties: { a: {}, made: { type: string, readOnly: true } } }
                        - { type: object, required: [b], properties: { b: {}, made: { type: string } } }
                Kept: { type: object, properties: { id: { $ref: '#/components/schemas/ID' } } }
                ID: { type: integer, readOnly: true }
            """, version, [.direction])
        let severity = version == "3.0.4" ? "warning" : "note"
        #expect(
            found == [
                "11:33 \(severity): `id` is `readOnly`, which a request leaves out [read-only-example]",
                "11:73 \(severity): `id` is `readOnly`, which a request leaves out [read-only-example]",
                "12:30 \(severity): `id` is `readOnly`, which a request leaves out [read-only-example]",
                "13:62 \(severity): `made` is `readOnly`, which a request leaves out [read-only-example]",
            ])
    }

    /// A parameter's example may be the value or what goes over the wire.
    @Test func examplesOfParametersMayBeSerialized() {
        let found = findings(
            """
            info: { title: Pets, version: '1' }
            paths:
              /pets:
                parameters:
                  - { name: a, in: query, schema: { type: array, items: { type: integer } }, example: '1,2' }
                  - { name: b, in: query, schema: { type: array, items: { type: integer } }, example: 'b=1&b=2' }
                  - { name: c, in: query, style: pipeDelimited, schema: { type: array, items: { type: string } }, example: 'a|b' }
                  - { name: d, in: query, schema: { type: integer }, example: '5' }
                  - { name: e, in: query, schema: { type: string, maxLength: 2 }, example: 12 }
                  - { name: f, in: query, schema: { type: object, required: [R], properties: { R: { type: integer } } }, example: 'R=1&G=2' }
                  - { name: g, in: header, schema: { type: object, required: [R], properties: { R: { type: integer } } }, example: 'R,1,G,2' }
                  - { name: h, in: query, schema: { type: array, items: { type: integer } }, example: 'one,2' }
                  - { name: i, in: query, schema: { type: integer }, examples: { x: { value: x }, y: { value: 7 } } }
                  - { name: j, in: query, content: { application/json: { schema: { type: integer }, example: true } } }
                get: { responses: { '204': { description: Done. } } }
            """)
        #expect(
            found == [
                "13:91 warning: the example does not fit its schema: expected array, found the string `one,2` [example-mismatch]",
                "14:82 warning: the example does not fit its schema: expected integer, found the string `x` [example-mismatch]",
                "15:98 warning: the example does not fit its schema: expected integer, found a boolean [example-mismatch]",
            ])
    }

    @Test func valuesOfExamplesIn32() {
        let found = findings(
            """
            info: { title: Pets, version: '1' }
            paths:
              /pets:
                get:
                  responses:
                    '200':
                      description: Numbers.
                      content:
                        application/json:
                          schema: { type: array, items: { type: integer } }
                          examples:
                            a: { dataValue: [1, x], serializedValue: '[1, x]' }
                            b: { serializedValue: '[1, true]' }
                            c: { serializedValue: '[1,' }
            """, "3.2.0")
        #expect(
            found == [
                "13:37 warning: the example does not fit its schema: expected integer, found the string `x` [example-mismatch]",
                "14:39 warning: the example does not fit its schema: expected integer, found a boolean [example-mismatch]",
                "15:39 warning: the text is no JSON, which the media type says it is [example-mismatch]",
            ])
    }

    /// Of many mismatches the first are told, and how many there are.
    @Test func manyMismatchesAreCounted() {
        let values = (0..<200).map { "\($0)" }.joined(separator: ", ")
        let found = schemas("    List: { type: array, items: { type: string }, example: [\(values)] }\n")
        #expect(found.count == 50)
        #expect(found.last?.hasSuffix("found an integer (and 150 more that do not fit) [example-mismatch]") == true)
    }

    @Test func patternsAreRead() {
        let found = schemas(
            """
                Name: { type: string, pattern: '^(a', patternProperties: { '[': {} } }
                Lenient: { type: string, pattern: 'a\\-b', example: a-b }
                Slow: { type: string, pattern: '^(a+)+\\1\\1\\1\\1b$', example: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac }
            """)
        #expect(
            found == [
                "6:36 warning: the pattern is not ECMA-262: a group that is not closed, at character 2 [bad-pattern]",
                "6:64 warning: the pattern is not ECMA-262: a class that is not closed, at character 1 [bad-pattern]",
                "7:39 note: the pattern is not ECMA-262 with the flag `u`: `\\-` is no escape of ECMA-262, at character 2; "
                    + "it is read without the flag [lenient-pattern]",
                "8:65 warning: looking for the pattern takes more steps than are spent on one value [costly-check]",
            ])
    }

    @Test func referencesOfAllKindsAreFollowed() {
        let found = schemas(
            """
                Tree:
                  $id: https://pets.example/tree
                  $dynamicAnchor: node
                  type: object
                  properties: { children: { items: { $dynamicRef: '#node' } } }
                Strict:
                  $id: https://pets.example/strict
                  $dynamicAnchor: node
                  $ref: tree
                  unevaluatedProperties: false
                  example: { children: [{ extra: 1 }] }
                Other: { $ref: 'other.yaml#/Small', example: 5 }
            """)
        #expect(
            found == [
                "16:31 warning: the example does not fit its schema: the member `extra` is not allowed [example-mismatch]"
            ])
    }

    @Test func schemasMayNameTheirDialect() {
        let found = schemas(
            """
                Old:
                  $id: https://pets.example/old
                  $schema: http://json-schema.org/draft-07/schema#
                  items: [{ type: integer }]
                  example: [x, y]
                New: { items: { $ref: '#/components/schemas/Old' }, example: [[1], [z]] }
            """)
        #expect(
            found == [
                "10:17 warning: the example does not fit its schema: expected integer, found the string `x` [example-mismatch]",
                "11:73 warning: the example does not fit its schema: expected integer, found the string `z` [example-mismatch]",
            ])
    }

    @Test func schemasWithoutAnEndAreSaidOnce() {
        let found = schemas("    A: { allOf: [{ $ref: '#/components/schemas/A' }], example: 1, default: 2 }")
        #expect(found.count == 1 && found[0].hasSuffix("[endless-schema]"), "\(found)")
    }

    @Test func onlyWhatIsAskedForIsChecked() {
        let text = """
            info: { title: Pets, version: '1' }
            components: { schemas: { A: { type: string, default: 1, example: 2, enum: [3], pattern: '(' } } }
            """
        #expect(findings(text, "3.1.0", [.defaultValue]).allSatisfy { $0.hasSuffix("[default-mismatch]") })
        #expect(findings(text, "3.1.0", [.pattern]).map { $0.hasSuffix("[bad-pattern]") } == [true])
    }

    @Test func formatsAreJudgedOnDemand() {
        let text = """
            info: { title: Pets, version: '1' }
            components:
              schemas:
                Born: { type: string, format: date, example: 2024-02-30 }
                Count: { type: integer, format: int32, example: 2147483648, default: -2147483648 }
                Kind: { type: string, format: cat, example: dog }
            """
        #expect(findings(text) == [])
        #expect(
            findings(text, assertsFormats: true) == [
                "5:50 warning: the example does not fit its schema: `2024-02-30` is no `date` [format-mismatch]",
                "6:53 warning: the example does not fit its schema: `2147483648` is no `int32` [format-mismatch]",
            ])
    }

    @Test func parametersOfSwagger2() {
        let found = findings(
            """
            swagger: '2.0'
            info: { title: Pets, version: '1' }
            paths:
              /pets:
                get:
                  parameters: [{ name: size, in: query, type: integer, default: big }]
                  responses: { '200': { description: Done. } }
            """, "2.0")
        #expect(
            found == [
                "6:69 error: the default does not fit its schema: expected integer, found the string `big` [default-mismatch]"
            ])
    }
}
