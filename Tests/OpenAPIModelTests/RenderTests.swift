import Testing

@testable import OpenAPIModel

@Suite struct RenderTests {
    private func rendered(_ text: String, color: Bool = false) -> String {
        let parsed = Parsed(text)
        return render(parsed.diagnostics.sorted, files: parsed.files, color: color)
    }

    @Test func theLineIsShownWithTheRangeUnderlined() {
        #expect(
            rendered("'ü': 1\n'ü': 2\n") == """
                a.yaml:2:1: error: the key `ü` stands here a second time; the first one is used [duplicate-key]
                2 | 'ü': 2
                  | ^~~
                a.yaml:1:1: note: the first one is here
                1 | 'ü': 1
                  | ^~~

                """)
    }

    @Test func helpAndTabsAndLongLines() {
        let text = "a: { b: \"x\t\", c: !t 1 }\n"
        #expect(
            rendered(text) == """
                a.yaml:1:18: error: the tag `!t` has no meaning in OpenAPI; the value is read without it [unsupported-tag]
                1 | a: { b: "x    ", c: !t 1 }
                  |                     ^~~~
                help: remove the tag

                """)
        let long = rendered(
            "a: [\(String(repeating: "'xxxxxxx', ", count: 200))*b, \(String(repeating: "y, ", count: 200))]\n")
        let lines = long.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count < 140 })
        #expect(lines.last?.contains("^~") == true)
        #expect(lines.dropFirst().first?.contains("…") == true)
    }

    @Test func nothingReachesTheTerminalUnescaped() {
        let text = rendered("\"a\\e[31m\u{202E}\": 1\n\"a\\e[31m\u{202E}\": 2\n")
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(text.contains("\\u{1B}[31m\\u{202E}"))
        #expect(rendered("a: 1\na: 2", color: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    @Test func findingsAreSortedAndKeptOnce() {
        var diagnostics = Diagnostics()
        let file = FileID(index: 0)
        diagnostics.warning("b", "later", at: SourceRange(file: file, start: 9, end: 10))
        diagnostics.error("a", "first", at: SourceRange(file: file, start: 2, end: 3))
        diagnostics.error("a", "first", at: SourceRange(file: file, start: 2, end: 3))
        diagnostics.error("c", "nowhere", at: nil)
        #expect(diagnostics.sorted.map(\.message) == ["nowhere", "first", "later"])
        #expect(diagnostics.hasErrors)
    }

    @Test(arguments: [
        ("requestbody", "requestBody"), ("sumary", "summary"), ("descripton", "description"), ("tpye", "type"),
        ("colour", nil), ("in", nil),
    ])
    func suggestions(word: String, meant: String?) {
        let candidates = ["type", "summary", "description", "requestBody", "items"]
        #expect(suggestion(for: word, among: candidates) == meant)
    }
}
