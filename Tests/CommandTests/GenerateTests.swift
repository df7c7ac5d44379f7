import BuiltProducts
import Foundation
import Testing

/// `trunkline generate`: what is written, where, and what is left alone.
@Suite struct GenerateTests {
    @Test func writesAModuleOnceAndThenLeavesItAlone() throws {
        let place = try Workplace()
        let first = try place.trunkline("generate", "pets/trunkline.yaml")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output == "Pets: 4 files changed in Generated/Pets\n")
        #expect(place.folder.files(in: "Generated") == Workplace.names.map { "Pets/" + $0 })
        let written = try place.texts(in: "Generated")
        #expect(written["Pets/Models.swift"]?.contains("public nonisolated struct Pet:") == true)

        let file = place.folder.url.appendingPathComponent("Generated/Pets/Models.swift").path
        let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
        let second = try place.trunkline("generate", "pets/trunkline.yaml")
        #expect(second.output == "Pets: up to date in Generated/Pets\n")
        #expect(try place.texts(in: "Generated") == written)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date == date)
    }

    @Test func aFolderMeansTheConfigurationInIt() throws {
        let place = try Workplace()
        #expect(try place.trunkline("generate", "pets").status == 0)
        #expect(place.folder.files(in: "Generated").count == Workplace.names.count)
    }

    @Test func severalInputsAreGeneratedAtOnce() throws {
        let place = try Workplace()
        try place.folder.write(Workplace.pets("Dog"), to: "dogs/openapi.yaml")
        try place.folder.write(
            "specification: openapi.yaml\nmodule: Dogs\noutput: ../Generated/Dogs\n", to: "dogs/trunkline.yaml")
        let result = try place.trunkline("generate", "pets", "dogs")
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").map { $0.prefix(5) } == ["Pets:", "Dogs:"])
        #expect(place.folder.files(in: "Generated").count == 2 * Workplace.names.count)
        #expect(try place.trunkline("generate", "pets", "dogs", "--output", "x").status == 2)
        #expect(try place.trunkline("generate", "pets", "dogs", "--module", "X").status == 2)
    }

    @Test func moduleAndOutputReplaceTheConfiguration() throws {
        let place = try Workplace()
        let result = try place.trunkline("generate", "pets", "--module", "Zoo", "--output", "Elsewhere")
        #expect(result.output == "Zoo: 4 files changed in Elsewhere\n")
        #expect(try place.folder.text("Elsewhere/Client.swift").contains("struct ZooClient:"))
        #expect(place.folder.files(in: "Generated") == [])
    }

    @Test func aSpecificationNeedsNoConfiguration() throws {
        let place = try Workplace()
        try place.folder.write(Workplace.pets, to: "my-zoo.yaml")
        let result = try place.trunkline("generate", "my-zoo.yaml", "--output", "Out")
        #expect(result.output == "Pets: 4 files changed in Out\n")
        #expect(try place.folder.text("Out/Client.swift").contains("struct PetsClient:"))
        try place.folder.write(Workplace.pets.replacing("title: Pets", with: "title: '?'"), to: "untitled.yaml")
        let untitled = try place.trunkline("generate", "untitled.yaml", "--output", "Untitled")
        #expect(untitled.status == 0, "\(untitled.errors)")

        let without = try place.trunkline("generate", "my-zoo.yaml")
        #expect(without.status == 1)
        #expect(without.errors.contains("use --output"))
        let wrong = try place.trunkline("generate", "my-zoo.yaml", "--output", "Wrong", "--module", "My Zoo")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("`My Zoo` is not a Swift name"))
        #expect(place.folder.files(in: "Wrong") == [])
    }

    @Test func checkNamesStaleFilesAndWritesNothing() throws {
        let place = try Workplace()
        let missing = try place.trunkline("generate", "pets", "--check")
        #expect(missing.status == 1)
        #expect(missing.output == Workplace.names.map { "stale: Generated/Pets/\($0)\n" }.joined())
        #expect(place.folder.files(in: "Generated") == [])

        _ = try place.trunkline("generate", "pets")
        let fresh = try place.trunkline("generate", "pets", "--check")
        #expect(fresh.status == 0)
        #expect(fresh.output == "")

        try place.folder.write(Workplace.pets("Animal"), to: "pets/openapi.yaml")
        let before = try place.texts(in: "Generated")
        let stale = try place.trunkline("generate", "pets", "--check")
        #expect(stale.status == 1)
        #expect(stale.output.contains("stale: Generated/Pets/Models.swift\n"))
        #expect(try place.texts(in: "Generated") == before)
    }

    @Test func dryRunSaysWhatWouldHappen() throws {
        let place = try Workplace()
        let result = try place.trunkline("generate", "pets", "--dry-run")
        #expect(result.status == 0)
        #expect(result.output == Workplace.names.map { "would add: Generated/Pets/\($0)\n" }.joined())
        #expect(place.folder.files(in: "Generated") == [])
    }

    @Test func quietPrintsErrorsOnly() throws {
        let place = try Workplace()
        try place.folder.write(
            Workplace.pets + "webhooks: { born: { post: { requestBody: { content: { text/plain: {} } } } } }\n",
            to: "pets/openapi.yaml")
        let loud = try place.trunkline("generate", "pets")
        #expect(loud.errors.contains("warning: a webhook whose body is not JSON is not supported"))
        let quiet = try place.trunkline("generate", "pets", "--quiet")
        #expect((quiet.status, quiet.output, quiet.errors) == (0, "", ""))
    }

    @Test func leftoversOfAnEarlierGenerationGoAndNothingElse() throws {
        let place = try Workplace()
        _ = try place.trunkline("generate", "pets")
        let mark = "// Generated by Trunkline from old.yaml (Old 1). Changes here are lost.\n"
        try place.folder.write(mark, to: "Generated/Pets/Old.swift")
        try place.folder.write(mark, to: "Generated/Pets/notes.txt")
        try place.folder.write(mark, to: "Generated/Pets/deeper/Old.swift")
        try place.folder.write("// Mine.\n", to: "Generated/Pets/Mine.swift")
        let result = try place.trunkline("generate", "pets")
        #expect(result.output == "Pets: 1 file changed in Generated/Pets\n")
        #expect(
            place.folder.files(in: "Generated/Pets")
                == (Workplace.names + ["Mine.swift", "deeper/Old.swift", "notes.txt"]).sorted())
    }

    @Test func aFileOfTheUsersIsNeverReplaced() throws {
        let place = try Workplace()
        try place.folder.write("// Mine.\n", to: "Generated/Pets/Models.swift")
        let result = try place.trunkline("generate", "pets")
        #expect(result.status == 2)
        #expect(result.errors.contains("Models.swift was not written by trunkline"))
        #expect(try place.texts(in: "Generated") == ["Pets/Models.swift": "// Mine.\n"])
    }

    @Test func aModuleThatCannotBeWrittenStopsTheOthers() throws {
        let place = try Workplace()
        try place.folder.write("// Mine.\n", to: "Other/Client.swift")
        try place.folder.write(
            "specification: ../pets/openapi.yaml\nmodule: Other\noutput: ../Other\n", to: "other/trunkline.yaml")
        #expect(try place.trunkline("generate", "pets", "other").status == 2)
        #expect(place.folder.files(in: "Generated") == [])
    }

    private static let configured = "specification: openapi.yaml\nmodule: Pets\noutput: ../Generated\n"

    @Test(arguments: [
        ("specification: openapi.yaml\n", "module"),
        ("module: Pets\noutput: ../Generated\n", "the configuration needs a member `specification`"),
        (Self.configured + "envelop: data\n", "did you mean `envelope`?"),
        (Self.configured + "formats: { int64: Integer }\n", "a format cannot become `Integer`"),
        (Self.configured + "operations: { listPet: { method: list } }\n", "did you mean `listPets`?"),
        (Self.configured + "client: 'A; B'\n", "`A; B` is not a Swift name"),
        ("specification: openapi.yaml\nmodule: Pets\n", "it is not said where the module goes"),
        ("specification: openapi.yaml\nmodule: [\n", "yaml-syntax"),
    ])
    func mistakesInTheConfigurationStopTheModule(configuration: String, finding: String) throws {
        let place = try Workplace()
        try place.folder.write(configuration, to: "pets/trunkline.yaml")
        let result = try place.trunkline("generate", "pets")
        #expect(result.status == 1)
        #expect(result.errors.contains(finding), "\(result.errors)")
        #expect(place.folder.files(in: "Generated") == [])
    }

    /// Without the file the module would be another one; a mistake of OpenAPI is the vendor's, and changes nothing.
    @Test func aReferencedFileThatIsNoYAMLStopsTheModule() throws {
        let place = try Workplace()
        let text = Workplace.pets.replacing("name: { type: string }", with: "name: { $ref: name.yaml }")
        try place.folder.write(text, to: "pets/openapi.yaml")
        try place.folder.write("type: [string\n", to: "pets/name.yaml")
        let result = try place.trunkline("generate", "pets")
        #expect(result.status == 1)
        #expect(result.errors.contains("pets/name.yaml:"), "\(result.errors)")
        #expect(place.folder.files(in: "Generated") == [])
        try place.folder.write("type: string\nmaxLength: -1\n", to: "pets/name.yaml")
        #expect(try place.trunkline("generate", "pets").status == 0)
    }

    @Test func whatCannotBeReadEndsWithTwo() throws {
        let place = try Workplace()
        let missing = try place.trunkline("generate", "nothing.yaml", "--output", "Out")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("nothing.yaml: error: the file cannot be read: there is no such file"))
        try place.folder.write("", to: "empty/readme.txt")
        #expect(try place.trunkline("generate", "empty").status == 2)
        try place.folder.write("specification: gone.yaml\nmodule: A\noutput: Out\n", to: "gone/trunkline.yaml")
        #expect(try place.trunkline("generate", "gone").status == 2)
        #expect(place.folder.files(in: "Out") == [])
        if Workplace.isAllowedEverything { return print("unreadable files skipped: this user may read everything") }
        try place.setPermissions(0o000, of: "pets/openapi.yaml")
        let unreadable = try place.trunkline("generate", "pets")
        #expect(unreadable.status == 2)
        #expect(unreadable.errors.contains("permission denied"))
    }

    @Test func aFolderThatCannotBeWrittenEndsWithTwo() throws {
        let place = try Workplace()
        try place.folder.write("a file", to: "Blocked")
        let blocked = try place.trunkline("generate", "pets", "--output", "Blocked/Pets")
        #expect(blocked.status == 2)
        #expect(blocked.errors.contains("cannot write to Blocked/Pets"))
        #expect(try place.folder.text("Blocked") == "a file")
        if Workplace.isAllowedEverything { return print("unwritable folders skipped: this user may write everywhere") }
        try place.folder.write("", to: "Locked/keep")
        try place.setPermissions(0o500, of: "Locked")
        defer { try? place.setPermissions(0o700, of: "Locked") }
        #expect(try place.trunkline("generate", "pets", "--output", "Locked").status == 2)
        #expect(place.folder.files(in: "Locked") == ["keep"])
    }

    @Test func aLinkOutOfTheFolderIsNotFollowed() throws {
        let place = try Workplace()
        try place.folder.write("type: string\n", to: "secret.yaml")
        let link = place.folder.url.appendingPathComponent("pets/link.yaml").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../secret.yaml")
        try place.folder.write(Workplace.pets + "    Secret: { $ref: link.yaml }\n", to: "pets/openapi.yaml")
        let result = try place.trunkline("validate", "pets")
        #expect(result.status == 1)
        #expect(result.errors.contains("a symbolic link that leads out of the folder"))
        #expect(result.errors.contains("[reference-outside]"))
        #expect(result.errors.contains("--allow-outside"))
        #expect(try place.trunkline("validate", "pets", "--allow-outside").status == 0)
    }

    @Test func referencesMayLeaveTheFolderWhereThatIsAllowed() throws {
        let place = try Workplace()
        try place.folder.write("type: string\n", to: "shared/name.yaml")
        let text = Workplace.pets.replacing("name: { type: string }", with: "name: { $ref: ../shared/name.yaml }")
        try place.folder.write(text, to: "pets/openapi.yaml")
        #expect(try place.trunkline("validate", "pets").errors.contains("[reference-outside]"))
        #expect(try place.trunkline("validate", "pets", "--allow-outside").errors == "")
        #expect(try place.trunkline("generate", "pets", "--allow-outside").status == 0)
    }

    /// A pipe that nobody writes to would hold the tool up for ever.
    @Test func referencesLeadToRegularFilesOnly() throws {
        let place = try Workplace()
        mkfifo(place.folder.url.appendingPathComponent("pets/pipe.yaml").path, 0o600)
        try place.folder.write(Workplace.pets + "    A: { $ref: pipe.yaml }\n", to: "pets/openapi.yaml")
        #expect(try place.trunkline("validate", "pets").errors.contains("it is no regular file"))
    }

    /// Bytes that depend on where the tool was started would make every checkout differ.
    @Test func theWayToTheInputDoesNotShow() throws {
        let place = try Workplace()
        _ = try place.trunkline("generate", "pets")
        let relative = try place.texts(in: "Generated/Pets")
        let absolute = place.folder.url.appendingPathComponent("pets").path
        #expect(try place.trunkline("generate", absolute, "--output", place.folder.url.path + "/A").status == 0)
        #expect(try place.trunkline("generate", "trunkline.yaml", "--output", "../B", in: "pets").status == 0)
        #expect(try place.trunkline("generate", "../pets", "--output", "../C", in: "Generated").status == 0)
        for folder in ["A", "B", "C"] { #expect(try place.texts(in: folder) == relative, "\(folder)") }
        #expect(try place.trunkline("generate", ".", "--check", in: "pets").status == 0)
    }
}
