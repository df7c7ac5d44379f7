import OpenAPIAnalysis
import Testing

@Suite struct CoverageTests {
    private static let head = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        servers: [{ url: https://pets.example }]

        """

    private static let pets =
        head + """
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses:
                    "200": { description: Pets, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
                post:
                  operationId: addPet
                  requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
                  responses: { "204": { description: Done } }
            components:
              schemas:
                Pet:
                  type: object
                  properties:
                    name: { type: string, maxLength: 40 }
                    mood: { type: string, enum: [good, bad] }
                    tag: { not: { type: integer } }
                Unused: { type: boolean }

            """

    @Test func whatOperationsReachIsCountedOnce() {
        let covered = Covered(Self.pets)
        #expect(covered.counts("Schema `$ref`") == [2, 2, 0, 0])
        #expect(covered.counts("Schema `type: object`") == [1, 1, 0, 0])
        #expect(covered.counts("Schema `maxLength`") == [1, 1, 0, 0])
        #expect(covered.counts("Schema `enum`") == [1, 1, 0, 0])
        #expect(covered.counts("Schema `type: boolean`") == nil)
        #expect(covered.counts("Operation `operationId`") == [2, 2, 0, 0])
        #expect(covered.silent == [])
    }

    @Test func findingsSayOfTheirPlaceAndWhatIsInIt() {
        let covered = Covered(Self.pets)
        #expect(covered.counts("Schema `not`") == [1, 0, 1, 0])
        // The one inside of `not`.
        #expect(covered.counts("Schema `type: integer`") == [1, 0, 1, 0])
    }

    /// The count does not rest on what the readers and the emitter say: what they leave out without a word is an error.
    @Test func whatNobodySpeaksOfIsAnError() {
        let text =
            Self.head + """
                paths:
                  /pets:
                    get: { operationId: listPets, responses: { "204": { description: None } } }

                """
        #expect(Covered(text).silent == [])
        let forgotten = Covered(text, isForgotten: true)
        #expect(forgotten.counts("Operation `operationId`") == [1, 0, 0, 1])
        #expect(forgotten.silent.contains { $0.hasSuffix("Operation `operationId` is neither generated nor reported") })
    }

    /// What a member of the other direction is made of is left out with it; what this direction has is not.
    @Test func whatAMemberOfTheOtherDirectionHoldsNeedNotBeThere() {
        let covered = Covered(
            Self.head + """
                paths:
                  /pets:
                    get:
                      operationId: listPets
                      responses:
                        "200":
                          description: Pets
                          content:
                            application/json:
                              schema:
                                type: object
                                properties:
                                  name: { type: string }
                                  secrets: { writeOnly: true, type: array, items: { type: array, items: { type: number } } }
                                  owner: { writeOnly: true, $ref: "#/components/schemas/Owner" }
                components:
                  schemas:
                    Owner: { type: object, properties: { age: { type: integer } } }

                """)
        #expect(covered.silent == [])
        #expect(covered.counts("Schema `type: string`") == [1, 1, 0, 0])
        #expect(covered.counts("Schema `type: number`") == [1, 1, 0, 0])
        #expect(covered.counts("Schema `type: integer`") == [1, 1, 0, 0])
    }

    @Test func membersOfTwoTypesAreReportedEach() {
        let covered = Covered(
            Self.head + """
                paths:
                  /pets:
                    get:
                      operationId: listPets
                      deprecated: true
                      responses:
                        "200":
                          description: Pets
                          content: { application/json: { schema: { type: object, patternProperties: { ^x: { type: string } }, additionalProperties: { type: integer } } } }

                """)
        // They are kept as JSON, which is said of both.
        #expect(covered.counts("Schema `type: string`") == [1, 0, 1, 0])
        #expect(covered.counts("Schema `type: integer`") == [1, 0, 1, 0])
        #expect(covered.silent == [])
    }

    /// What the configuration leaves out counts as that, unless something that stays uses it, too.
    @Test func whatIsLeftOutIsCountedApart() {
        let covered = Covered(
            Self.pets, configuration: "specification: openapi.yaml\nmodule: Pets\nexclude: { operations: [addPet] }\n")
        #expect(covered.row("Operation `operationId`").map { [$0.generated, $0.leftOut] } == [1, 1])
        #expect(covered.row("Path Item `post`").map { [$0.generated, $0.leftOut] } == [0, 1])
        #expect(covered.row("Schema `maxLength`").map { [$0.generated, $0.leftOut] } == [1, 0])
        #expect(covered.silent == [])
        #expect(coverageTable(covered.rows).contains(/Operation `requestBody` +1 +0 +0 +1\n/))
    }

    /// A schema that is left out is JSON where it is used; what only it reaches is left out, too.
    @Test func schemasThatAreLeftOutAreCountedApart() {
        let covered = Covered(
            Self.pets, configuration: "specification: openapi.yaml\nmodule: Pets\nexclude: { schemas: [Pet] }\n")
        #expect(covered.row("Operation `operationId`").map { [$0.generated, $0.leftOut] } == [2, 0])
        #expect(covered.row("Schema `not`").map { [$0.reported, $0.leftOut] } == [0, 1])
        #expect(covered.silent == [])
    }

    @Test func tablesAndJSONSayTheSame() {
        let covered = Covered(Self.pets)
        let table = coverageTable(covered.rows)
        #expect(table.hasPrefix("construct"))
        #expect(table.contains("\nSchema `not`                         1          0         1\n"), "\(table)")
        let json = coverageJSON(covered.rows)
        #expect(
            json.contains(
                #"{"object":"Schema","member":"not","occurrences":1,"generated":0,"reported":1,"leftOut":0,"silent":0}"#
            ), "\(json)"
        )
    }
}
