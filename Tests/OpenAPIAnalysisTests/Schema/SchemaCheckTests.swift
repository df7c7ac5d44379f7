import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

@Suite struct SchemaCheckTests {
    @Test func findingsHaveThePlaceOfTheValueAndOfTheKeyword() {
        let schema = """
            type: object
            required: [id, name]
            additionalProperties: false
            properties:
              id: { type: integer, minimum: 1 }
              name: { type: string, maxLength: 3 }
              tags: { type: array, uniqueItems: true, items: { enum: [a, b] } }
            """
        let value = """
            id: 0
            tags: [a, c, a]
            extra: true
            """
        let checked = Checked(value, schema)
        #expect(
            checked.findings == [
                "1:1 the member `name` is missing [required 2:11]",
                "1:5 `0` is less than 1 [minimum 5:33]",
                "2:7 elements 1 and 3 of the list are equal [uniqueItems 7:37]",
                "2:11 `c` is not one of `a`, `b` [enum 7:58]",
                "3:1 the member `extra` is not allowed [additionalProperties 3:23]",
            ])
    }

    @Test func theAlternativeThatIsMeantIsExplained() {
        let schema = """
            oneOf:
              - type: string
              - { type: object, properties: { age: { type: integer } } }
            """
        let checked = Checked("age: old", schema)
        #expect(checked.findings == ["1:1 the value fits none of the schemas of `oneOf` [oneOf 2:3]"])
        #expect(checked.causes == ["1:6 the nearest schema: expected integer, found the string `old`"])
        #expect(
            Checked("1", "oneOf: [{ type: integer }, { minimum: 0 }]").findings == [
                "1:1 the value fits more than one schema of `oneOf` [oneOf 1:8]"
            ])
    }

    @Test(arguments: [
        ("0.3", "multipleOf: 0.1", true), ("0.35", "multipleOf: 0.1", false), ("19.99", "multipleOf: 0.01", true),
        ("1e308", "multipleOf: 0.123456789", false), ("1e400", "multipleOf: 5", true),
        ("12345678901234567890123456789012345678901", "multipleOf: 3", false),
        ("12345678901234567890123456789012345678900", "multipleOf: 12345678901234567890", true),
        ("12345678901234567890123456789012345678910", "multipleOf: 12345678901234567890", false),
        ("12345678901234567890", "multipleOf: 12345678901234567890", true),
        ("9007199254740993", "maximum: 9007199254740992", false),
        ("9007199254740992", "maximum: 9007199254740993", true),
        ("0.1", "exclusiveMinimum: 0.10", false), ("-1.5", "minimum: -1.50", true), ("-1.51", "minimum: -1.5", false),
        ("1.0", "const: 1", true), ("1e2", "enum: [100]", true), ("0x1F", "const: 31", true),
        ("1.5", "type: integer", false),
        ("1e1000000000000", "type: integer", true), ("1e-5", "type: integer", false), ("-0.0", "const: 0", true),
        ("0o17", "maximum: 15", true), (".5", "maximum: 0.5", true),
    ])
    func numbersAreExact(_ value: String, _ schema: String, _ fits: Bool) {
        #expect(Checked(value, schema).findings.isEmpty == fits, "\(value) \(schema)")
    }

    @Test func textsAreCountedInScalarsAndComparedExactly() {
        #expect(Checked("\"e\u{301}\"", "maxLength: 1").findings.count == 1)
        #expect(Checked("😀😀", "{ minLength: 2, maxLength: 2 }").findings == [])
        #expect(Checked("\"e\u{301}\"", "const: \u{E9}").findings.count == 1)
        #expect(Checked("{ \"e\u{301}\": 1 }", "{ properties: { \u{E9}: false } }").findings == [])
    }

    @Test func theDialectOfOpenAPI30() {
        let dialect = SchemaDialect(OpenAPIVersion.v3_0)
        #expect(Checked("null", "{ type: string, nullable: true }", dialect).findings == [])
        #expect(Checked("null", "{ type: string }", dialect).findings.count == 1)
        #expect(Checked("null", "{ type: string, nullable: true }").findings.count == 1)
        #expect(Checked("5", "{ maximum: 5, exclusiveMaximum: true }", dialect).findings.count == 1)
        #expect(Checked("a", "{ $ref: '#/x', maxLength: 0, x: { type: string } }", dialect).findings == [])
        #expect(Checked("a", "{ $ref: '#/x', maxLength: 0, x: { type: string } }").findings.count == 1)
        #expect(Checked("5", "{ const: 6, if: true, then: false }", dialect).findings == [])
    }

    @Test func membersOfTheOtherDirectionNeedNotBeThere() {
        let schema = """
            allOf:
              - required: [id, secret, name]
              - properties:
                  id: { $ref: '#/$defs/ID' }
                  secret: { writeOnly: true }
                  name: {}
            $defs: { ID: { type: integer, readOnly: true } }
            """
        let value = "{ x: 1 }"
        #expect(
            Checked(value, schema).findings == ["1:1 the members `id`, `secret`, `name` are missing [required 2:15]"])
        #expect(
            Checked(value, schema, direction: .request).findings == [
                "1:1 the members `secret`, `name` are missing [required 2:15]"
            ])
        #expect(
            Checked(value, schema, direction: .response).findings == [
                "1:1 the members `id`, `name` are missing [required 2:15]"
            ])
    }

    @Test func schemasThatAreNoUseAreSaid() {
        let checked = Checked("a", "{ pattern: 'a(', $ref: '#/$defs/b' }")
        #expect(checked.findings == [])
        #expect(
            checked.faults == [
                "1:24 `#/$defs/b` leads nowhere [unresolved-reference]",
                "1:12 the pattern is not ECMA-262: a group that is not closed, at character 2 [bad-pattern]",
            ])
    }

    // MARK: Hostile schemas and values

    @Test func schemasThatApplyThemselvesEnd() {
        for schema in [
            "{ $ref: '#' }", "{ allOf: [{ $ref: '#' }] }", "{ not: { $ref: '#' } }",
            "{ anyOf: [false, { $ref: '#' }] }",
            "{ if: { $ref: '#' } }", "{ $dynamicRef: '#a', $dynamicAnchor: a }",
            "{ dependentSchemas: { a: { $ref: '#' } } }", "{ oneOf: [{ $ref: '#' }, { $ref: '#' }] }",
        ] {
            #expect(Checked("{ a: 1 }", schema).kinds == [.endless], "\(schema)")
        }
        #expect(Checked("{ a: { a: { a: 1 } } }", "{ properties: { a: { $ref: '#' } } }").findings == [])
    }

    @Test func whatTakesTooManyStepsIsGivenUp() {
        let levels = (0..<60).map {
            "l\($0): { anyOf: [{ $ref: '#/$defs/l\($0 + 1)' }, { $ref: '#/$defs/l\($0 + 1)' }] }"
        }
        let schema = "{ $ref: '#/$defs/l0', $defs: { \(levels.joined(separator: ", ")), l60: false } }"
        #expect(Checked("1", schema, steps: 20_000).kinds == [.tooCostly])
        let texts = "'" + String(repeating: "a", count: 60) + "b'"
        #expect(Checked(texts, "pattern: '^(a+)+\\1\\1\\1\\1c$'").kinds == [.tooCostly])
    }

    @Test func depthNeedsNoStack() async {
        let failures = await onSmallStack {
            var limits = Limits()
            limits.depth = 20_000
            let deep = String(repeating: "[", count: 9_000) + String(repeating: "]", count: 9_000)
            var failures: [String] = []
            if !Checked(deep, "{ items: { $ref: '#' }, type: array }", limits: limits).findings.isEmpty {
                failures.append("deep value")
            }
            let same = "[\(deep), \(deep)]"
            if Checked(same, "{ uniqueItems: true }", limits: limits).findings.count != 1 {
                failures.append("deep list")
            }
            let schema = String(repeating: "{ not: ", count: 5_000) + "{}" + String(repeating: "}", count: 5_000)
            if !Checked("1", schema, limits: limits).findings.isEmpty { failures.append("deep schema") }
            return failures
        }
        #expect(failures == [])
    }

    @Test func manyElementsAreComparedOnce() {
        let many = (0..<20_000).map { "{ a: \($0), b: x }" }.joined(separator: ", ")
        #expect(Checked("[\(many)]", "uniqueItems: true").findings == [])
        #expect(Checked("[\(many), { b: x, a: 7.0 }]", "uniqueItems: true").findings.count == 1)
    }
}
