import BuiltProducts
import Foundation
import OpenAPIModel
import Testing

/// Texts of a specification that try to become code, or to hide what the code is.
@Suite struct HostileTests {
    private static let texts = [
        "*/ public let evil = 1 /*", "\"\"\" + evil + \"\"\"", "\\(evil())", "x\npublic let evil = 1\n",
        "x\r\npublic let evil = 2",
        "x\rpublic let evil = 3", "x\u{2028}public let evil = 4", "x\u{2029}public let evil = 5",
        "x\u{85}public let evil = 6",
        "x\u{B}public let evil = 7", "x\u{C}public let evil = 8", "\u{0}nul", "#if evil", "#endif", "`evil`", "``",
        "\u{202E}live cilbup",
        "\u{2066}isolate", "\u{200B}zero", "\u{FEFF}mark", "..", "../../etc/passwd", "👩‍👩‍👧‍👦", "é\u{301}\u{301}", "日本語", "",
        " ", "\"", "\\",
        "\\\"", "\\u{22}", "$(evil)", "${evil}", "%s", "} public struct Evil {", "{", "}", ");", "//", "///", "/*",
        "@main", "_", "$0", "1", "-1",
        "self", "Self", "Type", "init", "none", "some", "unknown", "TrunklineRuntime", "Swift", "String", "object",
        "json", "tag",
        String(repeating: "long", count: 5000), "a\u{20DD}", "ﬁ", "ⅷ", "x²", "\u{E0041}", "\u{1F1E9}\u{1F1EA}", "𝒳",
        "ß", "İ",
    ]

    /// A JSON string, whose escapes carry every character.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.generalCategory != .control && scalar != "\"" && scalar != "\\"
                ? String(scalar)
                : String(scalar).utf16.map { "\\u" + ("0000" + String($0, radix: 16)).suffix(4) }.joined()
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func members(_ texts: [String], _ value: (String) -> String) -> String {
        texts.map { "\(quoted($0)): \(value($0))" }.joined(separator: ", ")
    }

    private static let names = texts.filter { !$0.isEmpty }

    private static func schemas() -> String {
        let documentation = { (text: String) in "\"title\": \(quoted(text)), \"description\": \(quoted(text))" }
        let members = members(texts) { text in
            "{ \"type\": \"string\", \(documentation(text)), \"default\": \(quoted(text)), \"pattern\": \(quoted(text)) }"
        }
        let constants = Self.members(texts) { "{ \"const\": \(quoted($0)) }" }
        let formats = Self.members(texts) { "{ \"type\": \"string\", \"format\": \(quoted($0)) }" }
        let list = "[\(texts.map(quoted).joined(separator: ", "))]"
        let named = names.enumerated().map { index, text in
            "\(quoted(text)): { \"type\": \"object\", \"required\": [\"k\"], \"properties\": { \"k\": { \"const\": \(quoted(text)) }, "
                + "\"id\": { \"type\": \"string\", \(documentation(text)) } } }"
        }
        let pointers = names.map { name in
            let pointer = name.replacing("~", with: "~0").replacing("/", with: "~1")
            let encoded = pointer.utf8.map { byte in
                byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
                    ? String(Unicode.Scalar(byte)) : "%" + ("0" + String(byte, radix: 16)).suffix(2)
            }
            return "{ \"$ref\": \"#/components/schemas/\(encoded.joined())\" }"
        }
        return """
            \(named.joined(separator: ",\n")),
            "Everything": { "type": "object", \(documentation("*/\n\"\"\"")), "properties": { \(members) } },
            "Constants": { "type": "object", "properties": { \(constants) } },
            "Formats": { "type": "object", "properties": { \(formats) } },
            "Values": { "type": "string", "enum": \(list) },
            "Closed": { "type": "string", "enum": \(list), "x-enumeration": "closed" },
            "Choice": { "oneOf": [\(pointers.joined(separator: ", "))], "discriminator": { "propertyName": "k" } },
            "All": { "type": "object", "properties": {
              "a": { "$ref": "#/components/schemas/Everything" }, "b": { "$ref": "#/components/schemas/Constants" },
              "c": { "$ref": "#/components/schemas/Formats" }, "d": { "$ref": "#/components/schemas/Values" },
              "e": { "$ref": "#/components/schemas/Closed" }, "f": { "$ref": "#/components/schemas/Choice" } } }
            """
    }

    private static func paths() -> String {
        names.enumerated().map { index, text in
            """
            \(quoted("/\(index)/" + text.filter { !"{}".contains($0) } + "/{id}")): { "post": {
              "operationId": \(quoted(text)), "tags": [\(quoted(text))], "summary": \(quoted(text)), "description": \(quoted(text)),
              "x-required-permission": \(quoted(text)), "externalDocs": { "url": \(quoted(text)) },
              "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": \(quoted(text)), "in": "query", "description": \(quoted(text)), "schema": { "type": "string" } },
                { "name": \(quoted(text)), "in": "header", "description": \(quoted(text)), "schema": { "type": "string" } }
              ],
              "requestBody": { "description": \(quoted(text)), "required": true, "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/All" } }, "multipart/form-data": {
                "schema": { "type": "object", "properties": { \(quoted(text)): { "description": \(quoted(text)) } } },
                "encoding": { \(quoted(text)): { "contentType": \(quoted(text)), "headers": { \(quoted(text)): {} } } } },
                \(quoted(text)): {}, \(quoted("application/" + text)): {} } },
              "responses": { "200": { "description": \(quoted(text)), "headers": { \(quoted(text)): {} },
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/All" } },
                \(quoted("image/" + text)): {} } } },
              "callbacks": { \(quoted(text)): { "{$url}": { "post": { "summary": \(quoted(text)), "requestBody": {
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/All" } } } } } } } }
            } }
            """
        }.joined(separator: ",\n")
    }

    private static func specification() -> String {
        let servers = names.map { "{ \"url\": \(quoted($0)), \"description\": \(quoted($0)) }" }.joined(separator: ", ")
        let tags = names.map { "{ \"name\": \(quoted($0)), \"description\": \(quoted($0)) }" }.joined(separator: ", ")
        return """
            { "openapi": "3.1.0",
              "info": { "title": \(quoted(texts.joined())), "version": \(quoted("1\npublic let evil = 0")), "description": \(quoted(texts.joined(separator: "\n"))) },
              "servers": [\(servers)], "tags": [\(tags)],
              "paths": { \(paths()) },
              "components": { "schemas": { \(schemas()) } } }
            """
    }

    private func generate() -> (files: [(path: String, text: String)], findings: Set<String>) {
        let text = Self.specification()
        var generation = Generation(entry: "openapi.json") { _ in Array(text.utf8) }
        let files = generation.generate()
        if files.isEmpty {
            print(render(generation.diagnostics.sorted, files: generation.files, color: false).prefix(2000))
        }
        return (files.map { ($0.path, $0.text) }, Set(generation.diagnostics.list.map(\.rule)))
    }

    @Test(arguments: [Compiler.Mode.swift6, .swift5]) func everythingCompiles(mode: Compiler.Mode) throws {
        let files = generate().files
        try #require(files.count == 3)
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file.text, to: file.path) }
        #expect(
            try Compiler.complaints(about: files.map { folder.url.appendingPathComponent($0.path) }, mode: mode) == "")
    }

    /// Whatever is not in a comment or a quoted string.
    @Test func nothingBreaksOut() throws {
        let files = generate().files
        try #require(files.count == 3)
        for file in files {
            for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
                let code = line.drop { $0 == " " }
                if code.hasPrefix("//") || code.isEmpty { continue }
                let bare = code.replacing(/"(\\.|[^"\\])*"/, with: "\"\"")
                #expect(
                    !bare.contains("evil")
                        || bare.contains(/[A-Za-z]*[Ee]vil[A-Z0-9a-z]*/) && !bare.contains("let evil = "), "\(line)")
                #expect(!bare.hasPrefix("#"), "\(line)")
                #expect(!bare.contains("/*") && !bare.contains("*/"), "\(line)")
            }
        }
    }

    /// A reader of the code sees all of it, in its order.
    @Test func nothingIsInvisible() throws {
        let files = generate().files
        try #require(files.count == 3)
        for file in files {
            let hidden = file.text.unicodeScalars.filter { scalar in
                scalar != "\n"
                    && [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
                        .contains(scalar.properties.generalCategory)
            }
            #expect(Set(hidden) == [], "\(file.path)")
        }
    }

    /// The declarations at the top of each file, and how many each kind has.
    @Test func onlyWhatWasAskedForIsDeclared() throws {
        let files = generate().files
        let heads = files.flatMap {
            $0.text.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("/") && $0 != "}" }
        }
        let known = [
            "@_exported public import TrunklineRuntime", "public import TrunklineRuntime",
            "private typealias CompatibleRuntime = TrunklineRuntime.Generation1",
        ]
        let declarations = heads.filter { !known.contains(String($0)) }
        for head in declarations {
            let pattern = /public nonisolated (indirect )?(struct|enum) [^ :{}()"\/*#]+: [A-Za-z., ]+ \{/
            #expect(head.wholeMatch(of: pattern) != nil, "\(head.prefix(200))")
        }
        let count = { (kind: String) in declarations.count { $0.contains(kind) } }
        #expect(count(": TrunklineRuntime.APIOperation") == Self.names.count)
        // The named ones, and Everything, Constants, Formats, All.
        #expect(count(": TrunklineRuntime.ObjectModel") == Self.names.count + 4)
        #expect(count("Enumeration {") == 2)
        #expect(count("indirect enum") == 1)
    }
}
