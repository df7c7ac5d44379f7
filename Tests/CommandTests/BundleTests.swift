import BuiltProducts
import Foundation
import Testing

/// `trunkline bundle`: where the document goes, in which format, and what happens where there is none.
@Suite struct BundleTests {
    private func workplace() throws -> Workplace {
        let place = try Workplace()
        let text = Workplace.pets.replacing("name: { type: string }", with: "name: { $ref: parts/name.yaml }")
        try place.folder.write(text, to: "pets/openapi.yaml")
        try place.folder.write("type: string\nmaxLength: 0x10\n", to: "pets/parts/name.yaml")
        return place
    }

    @Test func theDocumentGoesToStandardOutput() throws {
        let place = try workplace()
        let result = try place.trunkline("bundle", "pets")
        #expect((result.status, result.errors) == (0, ""))
        #expect(result.output.hasPrefix("openapi: 3.1.0\ninfo:\n  title: Pets\n"))
        #expect(result.output.contains("$ref: '#/components/schemas/name'"))
        #expect(result.output.hasSuffix("    name:\n      type: string\n      maxLength: 0x10\n"))
        #expect(try place.trunkline("validate", "-", input: result.output).status == 0)
        let again = try place.trunkline("bundle", "-", input: result.output)
        #expect(again.output == result.output)
    }

    @Test func theFormatIsThatOfTheOptionTheOutputOrTheInput() throws {
        let place = try workplace()
        #expect(try place.trunkline("bundle", "pets/openapi.yaml", "-o", "out.json").output == "")
        let json = try place.folder.text("out.json")
        #expect(json.hasPrefix("{\n  \"openapi\": \"3.1.0\",\n"))
        #expect(json.contains("\"maxLength\": 16\n"))
        #expect(try place.trunkline("bundle", "out.json").output == json)
        #expect(try place.trunkline("bundle", "out.json", "--format", "yaml").output.hasPrefix("openapi: 3.1.0\n"))
        #expect(try place.trunkline("bundle", "out.json", "--output", "out.yaml").status == 0)
        #expect(try place.folder.text("out.yaml").hasPrefix("openapi: 3.1.0\n"))
        #expect(try place.trunkline("bundle", "pets", "--format", "json").output == json)
    }

    @Test func whatCannotBeBundledLeavesTheOutputAlone() throws {
        let place = try workplace()
        try place.folder.write("mine", to: "out.yaml")
        try place.folder.write(
            "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { $ref: gone.yaml } }\n", to: "bad.yaml")
        let result = try place.trunkline("bundle", "bad.yaml", "-o", "out.yaml")
        #expect((result.status, result.output) == (1, ""))
        #expect(result.errors.contains("bad.yaml:3:22: error: "))
        try place.folder.write(
            "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\nx-a: .inf\n", to: "inf.yaml")
        let infinite = try place.trunkline("bundle", "inf.yaml", "-o", "out.yaml", "--format", "json")
        #expect(infinite.status == 1)
        #expect(infinite.errors.contains("inf.yaml:4:6: error: JSON has no number `.inf`"))
        #expect(try place.folder.text("out.yaml") == "mine")
        #expect(try place.trunkline("bundle", "gone.yaml").status == 2)
        #expect(try place.trunkline("bundle", "pets", "-o", "no/such/folder.yaml").status == 2)
        #expect(place.folder.files(in: "").filter { $0.contains(".tmp") } == [])
    }

    @Test func mistakesThatLeaveAnHonestReadingAreReported() throws {
        let place = try workplace()
        try place.folder.write(
            "openapi: 3.1.0\ninfo: { titel: T, title: T, version: '1' }\npaths: {}\n", to: "odd.yaml")
        let result = try place.trunkline("bundle", "odd.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("titel: T"))
        #expect(result.errors.contains("did you mean `title`?"))
        let help = try place.trunkline("bundle", "--help")
        #expect((help.status, help.errors) == (0, ""))
        #expect(help.output.contains("Comments are lost"))
        #expect(try place.trunkline("bundle", "pets", "--timings").status == 2)
        #expect(try place.trunkline("bundle").status == 2)
        #expect(try place.trunkline("bundle", "pets", "--format", "xml").status == 2)
    }
}
