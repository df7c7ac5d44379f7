import OpenAPIModel
import Testing

/// A name does not change because something unrelated was added.
@Suite struct NameStabilityTests {
    /// Schemas and operations are added at random; old names stay, except where an addition maps to the very same name,
    /// which is reported for both with the line of configuration that pins them.
    @Test(arguments: 0..<60) func oldNamesStay(seed: Int) throws {
        var specification = RandomSpecification(seed: seed, names: OddNames.fixed, schemas: 10, operations: 8)
        let before = try NamesBySource(specification.text)
        specification.addSchemas(8)
        for _ in 0..<6 { specification.addOperation() }
        let after = try NamesBySource(specification.text)
        try #require(!before.entries.isEmpty)
        for (source, old) in before.names {
            let entries = after.entries[source] ?? []
            if entries.contains(where: { $0.name == old }) { continue }
            let names = entries.map(\.name)
            let findings = entries.flatMap { after.collisions(at: $0.origin) }
            #expect(!findings.isEmpty, "seed \(seed): \(source) was \(old), is \(names), and nothing says so")
            #expect(
                findings.contains { $0.help?.contains("configuration") == true },
                "seed \(seed): \(source) was \(old), is \(names), and no line pins it")
        }
    }

    /// With ordinary names that never meet, nothing changes at all.
    @Test(arguments: 0..<20) func namesThatDoNotMeetStay(seed: Int) throws {
        let words = (0..<4000).map { "word\(Self.letters($0))" }
        var specification = RandomSpecification(seed: seed, names: words, schemas: 10, operations: 8)
        let before = try NamesBySource(specification.text)
        specification.addSchemas(10)
        for _ in 0..<8 { specification.addOperation() }
        let after = try NamesBySource(specification.text)
        for (source, old) in before.names {
            #expect(after.entries[source]?.contains { $0.name == old } == true, "\(seed): \(source) was \(old)")
        }
    }

    private static func letters(_ number: Int) -> String {
        String(String(number).compactMap { $0.wholeNumberValue.map { Character(Unicode.Scalar(UInt8(97 + $0))) } })
    }
}
