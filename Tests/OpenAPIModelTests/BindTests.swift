import Testing

@testable import OpenAPIModel

@Suite struct BindTests {
    @Test func localReferencesAreBoundThroughChains() {
        let bound = Bound(
            """
            paths:
              /a:
                get:
                  parameters: [{ $ref: '#/components/parameters/first' }]
                  responses: { '200': { description: Fine. } }
            components:
              parameters:
                first: { $ref: '#/components/parameters/second' }
                second: { name: id, in: query, schema: { $ref: '#/components/schemas/A%20b' } }
              schemas:
                A b: { $ref: '#/components/schemas/C~1d' }
                C/d: { type: string }
            """)
        #expect(bound.reports == [])
        let operation = bound.description?.document.paths?.items.first?.value.inline?.operations.first?.value
        let parameter = operation?.parameters.first.flatMap { bound.description?.object($0) }
        #expect(parameter?.name == "id")
        #expect(bound.schema("A b")?.types == [.string])
        let target = parameter?.value.schema.flatMap { id in
            bound.description.map { $0.origin(of: $0.resolved(id)) }
        }
        #expect(target?.name == "C/d")
        #expect(target?.pointer.description == "/components/schemas/C~1d")
    }

    @Test func filesAreReadOnceByWhateverSpelling() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { $ref: 'models/pet.yaml#/Pet' }
                B: { $ref: './models/../models/pet.yaml#/Pet' }
                C: { $ref: 'models/owner.json' }
            """,
            others: [
                "models/pet.yaml": "Pet:\n  type: object\n  properties: { owner: { $ref: owner.json } }\nOther: junk\n",
                "models/owner.json":
                    "{ \"type\": \"object\", \"properties\": { \"pet\": { \"$ref\": \"pet.yaml#/Pet\" } } }",
            ])
        #expect(bound.reports == [])
        #expect(bound.files.ids.count == 3)
        let ids = ["A", "B", "C"].compactMap(bound.id).compactMap { bound.description?.resolved($0) }
        #expect(ids.count == 3)
        #expect(ids.first == ids.dropFirst().first)
        #expect(ids.compactMap { bound.description?.origin(of: $0).name } == ["A", "A", "C"])
    }

    @Test func findingsStandInTheFileTheyAreAbout() {
        let bound = Bound(
            "components: { schemas: { A: { $ref: 'models/pet.yaml' } }, responses: { R: { $ref: 'r.json' } } }",
            others: [
                "models/pet.yaml": "# Pets.\ntype: objekt\nproperties:\n  ü: { $ref: '../r.json#/nothing' }\n",
                "r.json": "{\n  \"description\": 1\n}",
            ])
        let places = bound.diagnostics.sorted.compactMap { finding in
            finding.range.map { "\(bound.files[$0.file].path):\(bound.files.location(of: $0)) \(finding.rule)" }
        }
        #expect(
            Set(places) == [
                "models/pet.yaml:2:7 unknown-value", "models/pet.yaml:4:14 unresolved-reference",
                "r.json:2:18 wrong-type",
            ])
    }

    @Test func fragmentsAreReadAsTheirReferrersNeedThem() {
        let bound = Bound(
            """
            components:
              schemas: { A: { $ref: 'parts.yaml#/both' } }
              headers: { H: { $ref: 'parts.yaml#/both' } }
            """, others: ["parts.yaml": "both: { description: D, deprecated: true }\nunread: { descripton: D }\n"])
        #expect(bound.reports == [])
        #expect(bound.schema("A")?.description == "D")
        let header = bound.description?.document.components?.headers.first.flatMap {
            bound.description?.object($0.value)
        }
        #expect(header?.deprecated == true)
    }

    @Test func whatCannotBeFoundIsReportedAtTheReference() {
        let bound = Bound(
            """
            components:
              schemas:
                Pet: {}
                A: { $ref: '#/components/schemas/Pett' }
                B: { $ref: missing.yaml }
                C: { $ref: ../outside.yaml }
                D: { $ref: 'https://example.com/pet.yaml' }
                E: { $ref: '#/components/responses/R' }
                F: { $ref: '#Anchor' }
                G: { $ref: /etc/passwd }
                H: { $ref: '%2e%2e/outside.yaml' }
                I: { $ref: '#/a%zz' }
              responses: { R: { description: '' } }
            """)
        #expect(
            bound.places == [
                "7:16 unresolved-reference: `#/components/schemas/Pett` leads nowhere: there is no `Pett`",
                "8:16 unresolved-reference: `missing.yaml` cannot be read: no such file",
                "9:16 reference-outside: `../outside.yaml` is outside the folder of the entry document",
                "10:16 remote-reference: `https://example.com/pet.yaml` is not followed: it is on another machine",
                "11:16 wrong-reference: `#/components/responses/R` is in `components/responses`; "
                    + "what is needed here is in `components/schemas`",
                "12:16 unresolved-reference: `#Anchor` leads nowhere: there is no `Anchor`",
                "13:16 reference-outside: `/etc/passwd` is outside the folder of the entry document",
                "14:16 reference-outside: `../outside.yaml` is outside the folder of the entry document",
                "15:16 unresolved-reference: `#/a%zz` is no valid reference",
            ])
        #expect(bound.helps.first == "did you mean `Pet`?")
    }

    @Test func cyclesOfReferencesAreErrorsAndRecursionIsNot() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { $ref: '#/components/schemas/B' }
                B: { $ref: '#/components/schemas/A' }
                Self: { $ref: '#/components/schemas/Self' }
                Tree: { properties: { left: { $ref: '#/components/schemas/Tree' } } }
              responses:
                R: { $ref: '#/components/responses/S' }
                S: { $ref: '#/components/responses/R' }
            """)
        #expect(
            bound.reports == [
                "reference-cycle: `#/components/schemas/B` leads back to itself and never to a value: "
                    + "`#/components/schemas/B` → `#/components/schemas/A` → `#/components/schemas/B`",
                "reference-cycle: `#/components/schemas/Self` leads back to itself and never to a value: "
                    + "`#/components/schemas/Self` → `#/components/schemas/Self`",
                "reference-cycle: `#/components/responses/S` leads back to itself and never to a value: "
                    + "`#/components/responses/S` → `#/components/responses/R` → `#/components/responses/S`",
            ])
    }

    @Test func discriminatorsNameComponentsOrReferences() {
        let bound = Bound(
            """
            components:
              schemas:
                Cat: {}
                Dog: {}
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
                  discriminator:
                    propertyName: kind
                    mapping: { cat: Cat, dog: '#/components/schemas/Dog', cow: Cow, bird: Brd }
                Bird: {}
            """)
        #expect(
            bound.reports == [
                "unresolved-reference: `Cow` leads nowhere: there is no `Cow`",
                "unresolved-reference: `Brd` leads nowhere: there is no `Brd`",
            ])
        #expect(bound.helps.last == "did you mean `Bird`?")
        let mapping = bound.schema("Pet")?.discriminator?.mapping ?? []
        let ids = mapping.map { bound.description?.schemaID(of: $0.value) }
        #expect(ids == [bound.id("Cat"), bound.id("Dog"), nil, nil])
    }

    @Test func siblingsOfReferencesAreKeptFrom31On() {
        let schema = "components: { schemas: { A: {}, B: { $ref: '#/components/schemas/A', description: D } } }"
        #expect(Bound(schema).reports == [])
        #expect(Bound(schema).schema("B")?.description == "D")
        #expect(
            Bound(schema, version: "3.0.0").reports == [
                "ignored-sibling: `description` beside `$ref` has no effect in OpenAPI 3.0"
            ])
    }

    @Test func anchorsAndExternalExamples() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { $ref: '#here' }
                B: { $anchor: here, type: string }
              examples:
                E: { externalValue: examples/e.json }
                F: { externalValue: 'https://example.com/f.json' }
            """, others: ["examples/e.json": "{\"a\": 1}"])
        #expect(bound.reports == [])
        #expect(bound.schema("A")?.types == [.string])
        let example = bound.description?.document.components?.examples.first?.value.inline
        let value = example.flatMap { bound.description?.value(of: $0) }
        #expect(value.flatMap { bound.description?.arena.kind($0) } == .mapping)
    }

    @Test func schemasAreFoundByTheirAddress() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { $ref: 'https://example.com/schemas/pet' }
                B: { $ref: 'https://example.com/schemas/pet#/$defs/name' }
                C: { $ref: 'https://example.com/schemas/owner#here' }
                D: { $ref: 'https://example.com/schemas/other' }
                Pet:
                  $id: https://example.com/schemas/pet
                  $defs: { name: { title: Name } }
                  title: Pet
                  properties:
                    own: { $ref: '#/$defs/name' }
                    document: { $ref: '#/components/schemas/A' }
                    owner: { $ref: owner }
                Owner: { $id: 'https://example.com/schemas/owner', title: Owner, $anchor: here }
            """)
        #expect(
            bound.reports == [
                "remote-reference: `https://example.com/schemas/other` is not followed: it is on another machine"
            ])
        #expect(["A", "B", "C"].map { bound.schema($0)?.title } == ["Pet", "Name", "Owner"])
        let members = bound.schema("Pet")?.properties.compactMap { member in
            bound.description.map { $0.schema($0.resolved(member.value)).title }
        }
        #expect(members == ["Name", "Pet", "Owner"])
    }

    @Test func theDocumentsOwnAddressIsKnown() {
        let bound = Bound(
            """
            $self: https://example.com/openapi
            components: { schemas: { A: { $ref: 'https://example.com/openapi#/components/schemas/B' }, B: { title: B } } }
            """, version: "3.2.0")
        #expect(bound.reports == [])
        #expect(bound.schema("A")?.title == "B")
    }

    @Test(arguments: [
        ("https://a.com/x/y.json", "z.json", "https://a.com/x/z.json"), ("https://a.com/x/y", "/z", "https://a.com/z"),
        ("https://a.com/x/y", "../z#f", "https://a.com/z"), ("https://a.com", "z", "https://a.com/z"),
        ("https://a.com/x", "#f", "https://a.com/x"), ("", "z#f", "z"), ("x/y.json", "z.json", "x/z.json"),
        ("https://a.com/x", "urn:b", "urn:b"), ("https://a.com/x/", "./../../z", "https://a.com/z"),
    ])
    func referencesAreSeenFromABase(base: String, reference: String, address: String) {
        #expect(joined(base, reference) == address)
    }

    @Test func linksLeadToOperations() {
        let bound = Bound(
            """
            paths:
              /a/{id}: { get: { responses: {} } }
            components:
              links:
                one: { operationRef: '#/paths/~1a~1%7Bid%7D/get' }
                two: { operationRef: '#/paths/~1b/get' }
                three: { operationRef: 'https://example.com/openapi.yaml#/paths/~1a/get' }
            """)
        #expect(bound.places == ["8:26 unresolved-reference: `#/paths/~1b/get` leads nowhere: there is no `/b`"])
        let link = bound.description?.document.components?.links.first?.value.inline
        let target = link?.operationRef.flatMap { bound.description?.targetNode(of: $0) }
        #expect(target.flatMap { bound.description?.arena.pointer(of: $0).description } == "/paths/~1a~1{id}/get")
    }

    @Test func requirementsNameSchemesOfTheEntryDocument() {
        let rest = """
            security: [{ bearr: [] }, { bearer: [] }, {}]
            components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
            """
        let bound = Bound(rest)
        #expect(bound.places == ["4:14 unknown-security-scheme: `components/securitySchemes` has no `bearr`"])
        #expect(bound.helps == ["did you mean `bearer`?"])
        #expect(bound.description?.securityScheme(named: "bearer")?.scheme == "bearer")
        let address =
            "security: [{ '#/components/securitySchemes/b': [] }]\n"
            + "components: { securitySchemes: { b: { type: http, scheme: bearer } } }"
        #expect(Bound(address, version: "3.2.0").reports == [])
    }

    @Test func sizeLimitsAreKept() {
        var limits = Limits()
        limits.bytes = 10
        #expect(Parsed("a: 1234567890", limits: limits).diagnostics.list.map(\.rule) == ["too-large"])
    }

    @Test func referencesWhereThereAreNoneAreFollowedAndReported() {
        let bound = Bound(
            "paths: { /a: { get: { $ref: get.yaml }, post: { $ref: post.yaml } } }",
            others: [
                "get.yaml": "operationId: getA\nrespnses: {}\n",
                "post.yaml": "callbacks: { c: { /a: { post: { $ref: post.yaml } } } }",
            ])
        #expect(
            bound.diagnostics.list.map(\.rule) == [
                "unexpected-reference", "unknown-member", "unexpected-reference", "unexpected-reference",
                "reference-cycle",
            ])
        let operations = bound.description?.document.paths?.items.first?.value.inline?.operations ?? []
        #expect(operations.first?.value.operationId == "getA")
    }

    @Test func aMissingEntryIsAFindingWithAPath() {
        let bound = Bound([:], entry: "specs/openapi.yaml")
        #expect(bound.diagnostics.list.first?.path == "specs/openapi.yaml")
        let text = render(bound.diagnostics.sorted, files: bound.files, color: false)
        #expect(text == "specs/openapi.yaml: error: the file cannot be read: no such file [unreadable-file]\n")
    }

    /// Each text made a naive reader take time that grows with the square of the length.
    private static let longTexts: [String] = [
        "components:\n  schemas:\n" + lines { "    A\($0): { $ref: '#/components/schemas/A\($0 + 1)' }" },
        "components:\n  responses:\n" + lines { "    A\($0): { $ref: '#/components/responses/A\($0 + 1)' }" },
        "components:\n  responses:\n" + lines { "    A\($0): { a: 1 }" },
        "paths:\n" + lines { "  /a\($0): { get: { $ref: nowhere.yaml } }" },
        lines { "x-a\($0): [&a\($0) {}, *nowhere\($0)]" },
        "security:\n" + lines { "- { scheme\($0): [] }" } + "components:\n  securitySchemes:\n"
            + lines { "    skeme\($0): {}" },
        "components:\n  schemas:\n" + lines { "    A\($0): { $id: 'https://a.com/\($0)', $ref: '\($0 + 1)' }" },
        "x-a: &a0 {}\n" + (1..<16).map { "x-a\($0): &a\($0) { a: *a\($0 - 1), b: *a\($0 - 1) }\n" }.joined(),
        "paths: { /a: { get: { $ref: '#/x-b/a0' } } }\nx-b:\n"
            + lines { "  a\($0): { callbacks: { c: { /a: { get: { $ref: '#/x-b/a\($0 + 1)' } } } } }" },
    ]

    private static func lines(_ line: (Int) -> String) -> String { (0..<5000).map { line($0) + "\n" }.joined() }

    @Test(.timeLimit(.minutes(1)), arguments: longTexts)
    func longDocumentsAreReadInTimeThatGrowsWithTheirLength(text: String) {
        let bound = Bound(text)
        #expect(bound.description != nil)
        #expect(
            !render(Array(bound.diagnostics.sorted.prefix(100)), files: bound.files, color: false).contains("\u{1B}"))
    }
}
