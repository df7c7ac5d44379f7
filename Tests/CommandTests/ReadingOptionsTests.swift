import BuiltProducts
import Foundation
import Testing

/// What every command that reads specifications can be told.
@Suite struct ReadingOptionsTests {
    private struct Timings: Decodable {
        struct Stage: Decodable {
            let name: String
            let milliseconds: Double
        }

        let stages: [Stage]
        let milliseconds: Double
        let peakMemoryBytes: Int
    }

    @Test func timingsAreAllThatIsOnStandardOutput() throws {
        let place = try Workplace()
        let result = try place.trunkline("generate", "pets", "--timings", "--dry-run")
        #expect(result.status == 0)
        let timings = try JSONDecoder().decode(Timings.self, from: Data(result.output.utf8))
        #expect(timings.stages.map(\.name).contains("parse"))
        #expect(timings.stages.map(\.milliseconds).reduce(0, +) <= timings.milliseconds)
        #expect(timings.peakMemoryBytes > 1 << 20)
        #expect(result.errors.contains("would add"))
    }

    @Test func limitsAreChangedByName() throws {
        let place = try Workplace()
        let refused = try place.trunkline("validate", "pets/openapi.yaml", "--limit", "depth=2")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("nested more than 2 deep"))
        #expect(refused.errors.contains("raise the limit `depth`"))
        #expect(try place.trunkline("validate", "pets/openapi.yaml", "--limit", "nodes=20000000").status == 0)
        #expect(try place.trunkline("validate", "pets/openapi.yaml", "--limit", "height=2").status == 2)
    }

    @Test func coverageCountsAndJudges() throws {
        let place = try Workplace()
        let table = try place.trunkline("coverage", "pets")
        #expect(table.status == 0, "\(table.errors)")
        #expect(table.output.contains("Operation `operationId`"))
        let json = try place.trunkline("coverage", "pets/openapi.yaml", "--format", "json", "--strict")
        #expect(json.status == 0)
        #expect(json.output.hasPrefix("[{\"object\":"))
        try place.folder.write(
            Workplace.pets.replacing("{ name: { type: string } }", with: "{ name: { not: {} } }"), to: "not.yaml")
        #expect(try place.trunkline("coverage", "not.yaml").status == 0)
        #expect(try place.trunkline("coverage", "not.yaml", "--strict").status == 1)
        #expect(try place.trunkline("coverage", "gone.yaml").status == 2)
    }
}
