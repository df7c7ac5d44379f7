import Testing

@testable import OpenAPIModel

/// What references mean, by version, base address and the place they lead to.
@Suite struct ReferenceTests {
    // MARK: Files

    @Test func aFolderMayBeLeftAndEnteredAgain() {
        let bound = Bound(
            [
                "specs/pets/openapi.yaml": """
                openapi: 3.1.0
                info: { title: T, version: '1' }
                components:
                  schemas:
                    A: { $ref: ../pets/models/../pet.yaml }
                    B: { $ref: pet.yaml }
                    C: { $ref: ../owners/owner.yaml }
                    D: { $ref: ../../../deep.yaml }
                """,
                "specs/pets/pet.yaml": "title: Pet",
            ], entry: "specs/pets/openapi.yaml")
        #expect(["A", "B"].map { bound.schema($0)?.title } == ["Pet", "Pet"])
        #expect(bound.files.ids.count == 2)
        #expect(
            bound.reports == [
                "reference-outside: `../owners/owner.yaml` is outside the folder of the entry document",
                "reference-outside: `../../../deep.yaml` is outside the folder of the entry document",
            ])
        #expect(bound.helps.first == "move the file into the entry document's folder, or use --allow-outside")
    }

    @Test func theFolderMayBeLeftWhereThatIsAllowed() {
        let bound = Bound(
            [
                "specs/openapi.yaml": """
                openapi: 3.1.0
                info: { title: T, version: '1' }
                components:
                  schemas: { A: { $ref: ../shared/pet.yaml }, B: { $ref: /abs/pet.yaml }, C: { $ref: ../../up.yaml } }
                """,
                "shared/pet.yaml":
                    "properties: { owner: { $ref: owner.yaml }, again: { $ref: ../specs/../shared/pet.yaml } }",
                "shared/owner.yaml": "title: Owner", "/abs/pet.yaml": "title: Absolute", "../up.yaml": "title: Up",
            ], entry: "specs/openapi.yaml", allowsOutside: true)
        #expect(bound.reports == [])
        #expect(["B", "C"].map { bound.schema($0)?.title } == ["Absolute", "Up"])
        #expect(bound.files.ids.count == 5)
    }

    @Test func addressesThatAreNoFilesAreReported() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { $ref: 'file:///etc/passwd' }
                B: { $ref: 'urn:pet' }
                C: { $ref: 'a\\b.yaml' }
                D: { $ref: '//example.com/pet.yaml' }
            """)
        #expect(
            bound.reports == [
                "unresolved-reference: `file:///etc/passwd` leads nowhere: addresses with `file:` are not followed",
                "unresolved-reference: `urn:pet` leads nowhere: addresses with `urn:` are not followed",
                "unresolved-reference: `a\\b.yaml` is no path of a file",
                "remote-reference: `//example.com/pet.yaml` is not followed: it is on another machine",
            ])
    }

    @Test func remoteFilesSeeOtherRemoteFilesOnly() {
        let bound = Bound(
            [
                "openapi.yaml": """
                openapi: 3.0.3
                info: { title: T, version: '1' }
                paths: {}
                components:
                  schemas:
                    A: { $ref: 'https://example.com/models/pet.yaml' }
                    B: { $ref: 'https://example.com/models/pet.yaml#/properties/owner' }
                    C: { $ref: 'https://example.com/gone.yaml' }
                """,
                "secret.yaml": "title: Secret", "../secret.yaml": "title: Secret",
            ],
            remote: [
                "https://example.com/models/pet.yaml":
                    "title: Pet\nproperties: { owner: { $ref: ../owner.json }, no: { $ref: ../../secret.yaml } }",
                "https://example.com/owner.json": #"{ "title": "Owner" }"#,
            ])
        #expect(["A", "B"].map { bound.schema($0)?.title } == ["Pet", "Owner"])
        #expect(
            bound.reports == [
                "unresolved-reference: `https://example.com/gone.yaml` cannot be read: no such file",
                "unresolved-reference: `https://example.com/secret.yaml` cannot be read: no such file",
            ])
    }

    @Test func placesInListsPathsAndWholeDocumentsAreFound() {
        let bound = Bound(
            """
            paths:
              /pets/{id}:
                get:
                  responses:
                    '200':
                      description: A pet.
                      content: { application/json: { schema: { title: Pet, oneOf: [{ title: Cat }, { title: Dog }] } } }
            components:
              schemas:
                A: { $ref: '#/paths/~1pets~1%7Bid%7D/get/responses/200/content/application~1json/schema' }
                B: { $ref: '#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/oneOf/1' }
                C: { $ref: 'other.json#/components/schemas/til~0de' }
                D: { $ref: '#/components/schemas/A/oneOf/7' }
            """,
            others: [
                "other.json":
                    #"{"openapi": "3.1.0", "info": {}, "components": {"schemas": {"til~de": {"title": "Other"}}}}"#
            ])
        #expect(["A", "B", "C"].map { bound.schema($0)?.title } == ["Pet", "Dog", "Other"])
        #expect(
            bound.reports == [
                "unresolved-reference: `#/components/schemas/A/oneOf/7` leads nowhere: there is no `oneOf`"
            ])
    }

    @Test func aFileThatIsADocumentIsReadInItsOwnVersion() {
        let bound = Bound(
            "components: { schemas: { A: { $ref: 'old.yaml#/components/schemas/A' }, B: { $ref: part.yaml } } }",
            others: [
                "old.yaml": "openapi: 3.0.3\ncomponents: { schemas: { A: { type: string, nullable: true } } }",
                "part.yaml": "type: [string, 'null']",
            ])
        #expect(bound.reports == [])
        #expect(bound.schema("A")?.nullable == true)
        #expect(bound.schema("B")?.types == [.string, .null])
    }

    // MARK: Addresses

    @Test func aRelativeIDChangesWhatPathsAreSeenFrom() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { $id: models/a, properties: { file: { $ref: b.yaml }, sibling: { $ref: c } } }
                C: { $id: models/c, title: C }
                Moved: { $id: 'https://example.com/x/', properties: { copy: { $ref: copy.yaml }, gone: { $ref: gone.yaml } } }
            """,
            others: [
                "models/b.yaml": "title: B\nproperties: { a: { $ref: a } }", "copy.yaml": "title: Copy",
            ])
        #expect(bound.titles(of: "A") == ["B", "C"])
        #expect(bound.titles(of: "Moved") == ["Copy", nil])
        #expect(
            bound.reports == [
                "remote-reference: `https://example.com/x/gone.yaml` is not followed: it is on another machine"
            ])
    }

    @Test func anchorsBelongToTheirResource() {
        let bound = Bound(
            """
            components:
              schemas:
                One: { $id: 'https://a.com/1', $defs: { x: { $anchor: here, title: First } }, properties: { p: { $ref: '#here' } } }
                Two: { $id: 'https://a.com/2', $defs: { x: { $dynamicAnchor: here, title: Second } }, properties: { p: { $ref: '#here' } } }
                Other: { properties: { p: { $ref: 'https://a.com/2#here' }, q: { $ref: 'anchors.yaml#there' } } }
            """, others: ["anchors.yaml": "x: { $anchor: there, title: There }"])
        #expect(bound.reports == [])
        #expect(["One", "Two", "Other"].map(bound.titles) == [["First"], ["Second"], ["Second", "There"]])
    }

    @Test func examplesNameNoSchemas() {
        let bound = Bound(
            """
            components:
              schemas:
                A: { example: { $id: 'https://a.com/1', $anchor: here }, default: { $anchor: here }, x-a: { $anchor: here } }
                B: { properties: { example: { $id: 'https://a.com/1', $anchor: here, title: B } } }
                C: { $ref: 'https://a.com/1#here' }
            """)
        #expect(bound.reports == [])
        #expect(bound.schema("C")?.title == "B")
    }

    @Test func idsAreNoAddressesBefore31() {
        let bound = Bound(
            "components: { schemas: { A: { $ref: 'https://a.com/1' }, B: { properties: { $id: { type: string } } } } }",
            version: "3.0.3")
        #expect(bound.diagnostics.list.map(\.rule) == ["remote-reference"])
    }

    @Test func everyDocumentsOwnAddressIsKnown() {
        let bound = Bound(
            """
            $self: https://example.com/api/openapi.yaml
            components:
              schemas:
                A: { $ref: 'shared.yaml#/components/schemas/S' }
                B: { $ref: 'https://example.com/shared#/components/schemas/S' }
                C: { $ref: '/api/openapi.yaml#/components/schemas/D' }
                D: { title: D }
            """, version: "3.2.0",
            others: [
                "shared.yaml": """
                openapi: 3.2.0
                $self: https://example.com/shared
                components: { schemas: { S: { title: S, properties: { d: { $ref: 'api/openapi.yaml#/components/schemas/D' } } } } }
                """
            ])
        #expect(bound.reports == [])
        #expect(["A", "B", "C"].map { bound.schema($0)?.title } == ["S", "S", "D"])
        #expect(bound.titles(of: "A") == ["D"])
    }

    // MARK: Beside references

    @Test func wordsBesideAReferenceReplaceTheTargetsFrom31On() {
        let rest = """
            paths:
              /a: { get: { parameters: [{ $ref: '#/components/parameters/P', description: Here. }], responses: {} } }
            components:
              parameters: { P: { name: p, in: query, schema: {}, description: There. } }
            """
        let parameter = { (bound: Bound) in
            bound.description?.document.paths?.items.first?.value.inline?.operations.first?.value.parameters.first
                .flatMap { bound.description?.object($0) }
        }
        let new = Bound(rest)
        #expect(new.reports == [])
        #expect(parameter(new)?.description == "Here.")
        let old = Bound(rest, version: "3.0.3")
        #expect(old.reports == ["ignored-sibling: `description` beside `$ref` has no effect in OpenAPI 3.0"])
        #expect(parameter(old)?.description == "There.")
    }

    @Test func whatAPathItemSaysTwiceIsReported() {
        let bound = Bound(
            """
            paths:
              /a: { $ref: a.yaml, summary: Here, get: { operationId: here, responses: {} } }
            """,
            others: ["a.yaml": "summary: There\nget: { responses: {} }\npost: { operationId: there, responses: {} }"])
        #expect(
            bound.reports == [
                "hidden-member: `summary` stands here and in what the reference leads to; this one is used",
                "hidden-member: `get` stands here and in what the reference leads to; this one is used",
            ])
        let item = bound.description?.document.paths?.items.first?.value.inline
        #expect(item?.summary == "Here")
        #expect(item?.operations.map(\.value.operationId) == ["here", "there"])
    }

    // MARK: Cycles

    @Test func theMessageShowsTheCycle() {
        let bound = Bound(
            """
            paths: { /a: { $ref: '#/paths/~1b', summary: A }, /b: { $ref: '#/paths/~1a', summary: B } }
            components:
              schemas: { A: { $ref: 'b.yaml' }, Into: { $ref: '#/components/schemas/A' } }
              parameters: { X: { $ref: '#/components/parameters/Y' }, Y: { $ref: '#/components/parameters/X' } }
            """, others: ["b.yaml": "$ref: openapi.yaml#/components/schemas/A"])
        #expect(
            bound.diagnostics.list.filter { $0.rule == "reference-cycle" }.map(\.message) == [
                "`#/paths/~1a` leads back to itself and never to a value: `#/paths/~1b` → `#/paths/~1a` → `#/paths/~1b`",
                "`#/components/parameters/Y` leads back to itself and never to a value: "
                    + "`#/components/parameters/Y` → `#/components/parameters/X` → `#/components/parameters/Y`",
                "`b.yaml` leads back to itself and never to a value: "
                    + "`b.yaml` → `openapi.yaml#/components/schemas/A` → `b.yaml`",
            ])
    }

    @Test(.timeLimit(.minutes(1))) func referencesThatMultiplyAreStopped() {
        let objects = (0..<60).map { index in
            "  o\(index): { encoding: { a: { $ref: '#/x-o/o\(index + 1)' }, b: { $ref: '#/x-o/o\(index + 1)' } } }\n"
        }
        let bound = Bound(
            "components: { mediaTypes: { m: { encoding: { a: { $ref: '#/x-o/o0' } } } } }\nx-o:\n" + objects.joined()
                + "  o60: {}\n", version: "3.2.0")
        #expect(bound.diagnostics.list.contains { $0.rule == "too-many-expansions" })
    }

    // MARK: Names

    @Test func namesAreThoseOfTheEntryDocumentOrOfTheirOwn() {
        let bound = Bound(
            """
            security: [{ other: [] }]
            paths: { /a: { $ref: 'other.yaml#/paths/~1a' } }
            components:
              schemas:
                Pet: { $ref: 'other.yaml#/components/schemas/Pet' }
                Dog: { title: entry }
              securitySchemes: { other: { type: http, scheme: basic } }
            """,
            others: [
                "other.yaml": """
                openapi: 3.1.0
                paths: { /a: { get: { security: [{ own: [] }, { other: [] }, { none: [] }], responses: {} } } }
                components:
                  schemas:
                    Pet: { discriminator: { propertyName: kind, mapping: { dog: Dog, cat: Cat, cow: cow.yaml } } }
                    Dog: { title: other }
                    Cat: { title: other }
                  securitySchemes: { own: { $ref: '#/components/securitySchemes/real' }, real: { type: http, scheme: bearer } }
                """,
                "cow.yaml": "title: file",
            ])
        #expect(bound.reports == ["unknown-security-scheme: `components/securitySchemes` has no `none`"])
        let mapping = bound.schema("Pet")?.discriminator?.mapping ?? []
        let titles = mapping.map { entry in
            bound.description.flatMap { $0.schemaID(of: entry.value).map($0.schema)?.title }
        }
        #expect(titles == ["entry", "other", "file"])
        #expect(bound.description?.securityScheme(named: "own")?.scheme == "bearer")
        #expect(bound.description?.securityScheme(named: "other")?.scheme == "basic")
    }

    @Test func requirementsMayBeAddressesFrom32On() {
        let bound = Bound(
            "security: [{ 'schemes.yaml#/token': [] }, { 'schemes.yaml#/gone': [] }]", version: "3.2.0",
            others: ["schemes.yaml": "token: { type: http, scheme: bearer }"])
        #expect(bound.description?.securityScheme(named: "schemes.yaml#/token")?.scheme == "bearer")
        #expect(bound.reports == ["unresolved-reference: `schemes.yaml#/gone` leads nowhere: there is no `gone`"])
    }

    @Test func schemasInFilesAreNamedByComponentsPlacesAndFiles() {
        let bound = Bound(
            """
            components:
              schemas:
                Animal: { $ref: models/pet.yaml }
                Alias: { $ref: '#/components/schemas/Animal' }
                Use:
                  properties:
                    a: { $ref: models/pet.yaml }
                    b: { $ref: 'lib.yaml#/types/pets/Cat' }
                    c: { $ref: models/owner.yaml }
                    d: { $ref: 'models/owner.yaml#/properties/name' }
                    e: { $ref: 'lib.yaml#/responses/R/content/application~1json/schema' }
                    f: { $ref: 'lib.yaml#/list/0' }
                    g: { $ref: 'lib.yaml#/components/schemas/Kept' }
                Renamed: { x-original-name: Old }
              responses: { R: { $ref: 'lib.yaml#/responses/R' } }
            """,
            others: [
                "models/pet.yaml": "type: object", "models/owner.yaml": "properties: { name: { type: string } }",
                "lib.yaml": """
                types: { pets: { Cat: { type: object } } }
                responses: { R: { description: '', content: { application/json: { schema: { type: object } } } } }
                list: [{ type: object }]
                components: { schemas: { Kept: {} } }
                """,
            ])
        #expect(bound.reports == [])
        let names = bound.schema("Use")?.properties.map { member in
            bound.description.flatMap { $0.origin(of: $0.resolved(member.value)).name }
        }
        #expect(names == ["Animal", "Cat", "owner", nil, nil, nil, "Kept"])
        #expect(bound.id("Renamed").flatMap { bound.description?.origin(of: $0).name } == "Old")
    }
}

extension Bound {
    /// The titles of a component's members, references followed.
    func titles(of name: String) -> [String?] {
        (schema(name)?.properties ?? []).map { member in
            description.flatMap { $0.schema($0.resolved(member.value)).title }
        }
    }
}
