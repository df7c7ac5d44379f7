import BuiltProducts
import Foundation
import Testing

/// `trunkline validate` and what every command has in common.
@Suite struct CommandLineTests {
    @Test func validateTellsTheWorstByItsStatus() throws {
        let place = try Workplace()
        let good = try place.trunkline("validate", "pets/openapi.yaml")
        #expect((good.status, good.output, good.errors) == (0, "1 specification: 0 errors, 0 warnings\n", ""))
        try place.folder.write(Workplace.pets.replacing("title:", with: "titel:"), to: "bad.yaml")
        let bad = try place.trunkline("validate", "pets", "bad.yaml")
        #expect(bad.status == 1)
        #expect(bad.output == "2 specifications: 2 errors, 0 warnings\n", "\(bad.errors)")
        #expect(bad.errors.contains("bad.yaml:2:9: error: "))
        #expect(bad.errors.contains("did you mean `title`?"))
        #expect(try place.trunkline("validate", "gone.yaml").status == 2)
        #expect(try place.trunkline("validate", "bad.yaml", "gone.yaml").status == 2)
        let quiet = try place.trunkline("validate", "--quiet", "pets/openapi.yaml")
        #expect((quiet.status, quiet.output, quiet.errors) == (0, "", ""))
    }

    @Test func validateReadsStandardInput() throws {
        let place = try Workplace()
        #expect(try place.trunkline("validate", "-", input: Workplace.pets).status == 0)
        let bad = try place.trunkline("validate", "-", input: "openapi: 3.1.0\n")
        #expect(bad.status == 1)
        #expect(bad.errors.contains("info"))
        #expect(try place.trunkline("validate", "-").status != 0)
    }

    @Test func helpAndVersionAreAnswers() throws {
        let place = try Workplace()
        let version = try place.trunkline("--version")
        #expect(version.status == 0)
        #expect(version.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        for arguments in [["--help"], ["generate", "--help"], ["help", "validate"]] {
            let tool = try #require(BuiltProducts.executable("trunkline"))
            let result = try Command(tool, arguments, in: place.folder.url).run()
            #expect(result.status == 0, "\(arguments)")
            #expect(result.output.contains("USAGE: trunkline"), "\(arguments)")
            #expect(result.errors == "", "\(arguments)")
        }
    }

    @Test(arguments: [
        ["--nonsense"], ["generate"], ["validate"], ["generate", "--nonsense", "pets"], ["nonsense"],
        ["generate", "pets", "--module"], ["validate", "pets", "--check"],
    ])
    func badArgumentsEndWithTwo(arguments: [String]) throws {
        let place = try Workplace()
        let tool = try #require(BuiltProducts.executable("trunkline"))
        let result = try Command(tool, arguments, in: place.folder.url).run()
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors.contains("Usage:") || result.errors.contains("USAGE:"), "\(result.errors)")
        #expect(place.folder.files(in: "Generated") == [])
    }

    @Test func thereIsNoColourOutsideOfATerminal() throws {
        let place = try Workplace()
        for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]] {
            let result = try place.trunkline("validate", "-", input: "openapi: 3.1.0\n", environment: environment)
            #expect(!result.errors.isEmpty)
            #expect(!result.errors.contains("\u{1B}"))
        }
    }

    /// Under `script`, standard error is a terminal.
    @Test func aTerminalGetsColourUnlessNoColorIsSet() throws {
        let script = URL(fileURLWithPath: "/usr/bin/script")
        guard FileManager.default.isExecutableFile(atPath: script.path) else {
            return print("colour in a terminal skipped: there is no /usr/bin/script")
        }
        let place = try Workplace()
        try place.folder.write("openapi: 3.1.0\n", to: "bad.yaml")
        let tool = try #require(BuiltProducts.executable("trunkline"))
        #if os(macOS)
            let arguments = ["-q", "/dev/null", tool.path, "validate", "bad.yaml"]
        #else
            let arguments = ["-qec", "'\(tool.path)' validate bad.yaml", "/dev/null"]
        #endif
        let run = { (environment: [String: String]) in
            try Command(script, arguments, in: place.folder.url, environment: environment).run().output
        }
        #expect(try run(["TERM": "xterm", "NO_COLOR": ""]).contains("\u{1B}[1;31merror:"))
        #expect(try !run(["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}"))
        #expect(try !run(["TERM": "dumb", "NO_COLOR": ""]).contains("\u{1B}"))
    }
}
