/// A specification that says some texts in every place that takes text.
struct HostileSpecification {
    let texts: [String]
    /// Whether the texts are media types and names of header fields, too: what these make of an operation depends on
    /// their kind, and on whether HTTP can say them.
    var hasMediaTypes = true
    /// Whether the texts are given as Swift names (`x-trunkline-…`), too.
    var givesNames = false

    /// Texts that try to become code, or to hide what the code is.
    static let hostile = HostileSpecification(texts: hostileTexts)

    /// As many texts that try nothing.
    static let bland = HostileSpecification(
        texts: hostileTexts.enumerated().map { $1.isEmpty ? "" : "word\($0)x" }, hasMediaTypes: false)

    private static let hostileTexts = [
        "*/ public let evil = 1 /*", "\"\"\" + evil + \"\"\"", "\\(evil())", "x\npublic let evil = 1\n",
        "x\r\npublic let evil = 2",
        "x\rpublic let evil = 3", "x\u{2028}public let evil = 4", "x\u{2029}public let evil = 5",
        "x\u{85}public let evil = 6",
        "x\u{B}public let evil = 7", "x\u{C}public let evil = 8", "\u{0}nul", "#if evil", "#endif", "`evil`", "``",
        "#if false\n#else", "#sourceLocation(file: \"evil\", line: 1)", "#error(\"evil\")", "/../../evil.swift",
        "a/b\\c",
        "C:\\evil", "~/evil", "evil.swift\u{0}", "\u{202E}live cilbup",
        "\u{2066}isolate", "\u{200B}zero", "\u{FEFF}mark", "..", "../../etc/passwd", "👩‍👩‍👧‍👦", "é\u{301}\u{301}", "日本語", "",
        " ", "\"", "\\",
        "\\\"", "\\u{22}", "$(evil)", "${evil}", "%s", "} public struct Evil {", "{", "}", ");", "//", "///", "/*",
        "@main", "_", "$0", "1", "-1",
        "self", "Self", "Type", "init", "none", "some", "unknown", "TrunklineRuntime", "Swift", "String", "object",
        "json", "tag",
        String(repeating: "long", count: 5000), "a\u{20DD}", "ﬁ", "ⅷ", "x²", "\u{E0041}", "\u{1F1E9}\u{1F1EA}", "𝒳",
        "ß", "İ",
    ]

    private func headerName(_ text: String) -> String { quoted(hasMediaTypes ? text : "X-Header") }

    /// A member that gives a name, with a comma behind it.
    private func given(_ key: String, _ text: String) -> String {
        givesNames ? "\"x-trunkline-\(key)\": \(quoted(text)), " : ""
    }

    private func mediaType(_ text: String) -> String {
        hasMediaTypes ? ", \(quoted(text)): { \"schema\": { \"type\": \"string\" } }" : ""
    }

    /// A JSON string, whose escapes carry every character.
    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.generalCategory != .control && scalar != "\"" && scalar != "\\"
                ? String(scalar)
                : String(scalar).utf16.map { "\\u" + ("0000" + String($0, radix: 16)).suffix(4) }.joined()
        }
        return "\"" + escaped.joined() + "\""
    }

    private func members(_ texts: [String], _ value: (String) -> String) -> String {
        texts.map { "\(quoted($0)): \(value($0))" }.joined(separator: ", ")
    }

    var names: [String] { texts.filter { !$0.isEmpty } }

    private func schemas() -> String {
        let documentation = { (text: String) in "\"title\": \(quoted(text)), \"description\": \(quoted(text))" }
        let members = members(texts) { text in
            "{ \(given("member", text))\"type\": \"string\", \(documentation(text)), \"default\": \(quoted(text)), \"pattern\": \(quoted(text)), "
                + "\"example\": \(quoted(text)), \"examples\": [\(quoted(text))] }"
        }
        let constants = self.members(texts) { "{ \"const\": \(quoted($0)) }" }
        let formats = self.members(texts) { "{ \"type\": \"string\", \"format\": \(quoted($0)) }" }
        let list = "[\(texts.map(quoted).joined(separator: ", "))]"
        let named = names.enumerated().map { index, text in
            "\(quoted(text)): { \(given("name", text))\"type\": \"object\", \"required\": [\"k\"], \"properties\": { \"k\": { \"const\": \(quoted(text)) }, "
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
            "Values": { \(givesNames ? "\"x-trunkline-names\": \(list), " : "")"type": "string", "enum": \(list) },
            "Closed": { "type": "string", "enum": \(list), "x-enumeration": "closed" },
            "Choice": { "oneOf": [\(pointers.joined(separator: ", "))], "discriminator": { "propertyName": "k" } },
            "All": { "type": "object", "properties": {
              "a": { "$ref": "#/components/schemas/Everything" }, "b": { "$ref": "#/components/schemas/Constants" },
              "c": { "$ref": "#/components/schemas/Formats" }, "d": { "$ref": "#/components/schemas/Values" },
              "e": { "$ref": "#/components/schemas/Closed" }, "f": { "$ref": "#/components/schemas/Choice" } } }
            """
    }

    private func paths() -> String {
        names.enumerated().map { index, text in
            """
            \(quoted("/\(index)/" + text.filter { !"{}".contains($0) } + "/{id}")): { "post": {
              \(given("name", text))\(given("method", text))\(given("resource", text))
              "operationId": \(quoted(text)), "tags": [\(quoted(text))], "summary": \(quoted(text)), "description": \(quoted(text)),
              "x-required-permission": \(quoted(text)), "externalDocs": { "url": \(quoted(text)) },
              "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { \(given("name", text))"name": \(quoted(text)), "in": "query", "description": \(quoted(text)), "schema": { "type": "string", "default": \(quoted(text)) },
                  "examples": { \(quoted(text)): { "summary": \(quoted(text)), "value": \(quoted(text)) } } },
                { "name": "X-\(index)", "in": "header", "description": \(quoted(text)), "schema": { "type": "string" } },
                { "name": "c\(index)", "in": "cookie", "description": \(quoted(text)), "schema": { "type": "string" } }
              ],
              "security": [{ \(quoted(text)): [\(quoted(text))], "key": [] }],
              "requestBody": { "description": \(quoted(text)), "required": true, "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/All" } }, "multipart/form-data": {
                "schema": { "type": "object", "properties": { \(quoted(text)): { "description": \(quoted(text)) } } },
                "encoding": { \(quoted(text)): { "contentType": \(quoted(text)), "headers": { \(quoted(text)): {} } } } }
                \(mediaType(text)) } },
              "callbacks": { \(quoted(text)): { "{$url}": { "post": { "summary": \(quoted(text)), "requestBody": {
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/All" } } } } } } } },
              "responses": { "200": { "description": \(quoted(text)),
                "headers": { \(headerName(text)): { "description": \(quoted(text)), "schema": { "type": "string" } } },
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/All" } }\(mediaType(text)) } } }
            } }
            """
        }.joined(separator: ",\n")
    }

    var text: String {
        let schemes = members(names) {
            "{ \(given("name", $0))\"type\": \"apiKey\", \"in\": \"query\", \"name\": \(quoted($0)), \"description\": \(quoted($0)) }"
        }
        let tags = names.map { "{ \(given("name", $0))\"name\": \(quoted($0)), \"description\": \(quoted($0)) }" }
            .joined(separator: ", ")
        return """
            { "openapi": "3.1.0",
              "info": { "title": \(quoted(texts.joined())), "version": \(quoted("1\npublic let evil = 0")), "description": \(quoted(texts.joined(separator: "\n"))) },
              "servers": [\(servers())], "tags": [\(tags)],
              "paths": { \(paths()) },
              "components": {
                "securitySchemes": { "key": { "type": "http", "scheme": "hoba" }, \(schemes) },
                "schemas": { \(schemas()) } } }
            """
    }

    /// Servers whose variables have every text for a name and a value.
    private func servers() -> String {
        names.enumerated().map { index, text in
            let name = text.filter { !"{}".contains($0) } + "_"
            return """
                { \(given("name", text))"url": \(quoted("https://s\(index).example/{\(name)}/{b\(name)}")), "description": \(quoted(text)), "variables": {
                  \(quoted(name)): { "default": "d", "description": \(quoted(text)) },
                  \(quoted("b" + name)): { "default": "x", \(given("name", text))"enum": [\(quoted(text)), "x"], "description": \(quoted(text)) } } }
                """
        }.joined(separator: ",\n")
    }
}
