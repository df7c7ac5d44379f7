import Testing

@testable import OpenAPIModel

@Suite struct YAMLTests {
    @Test func positionsCountCharactersAndRangesCountBytes() {
        let parsed = Parsed("título: über\nflag: '🏳️ x'\nlast: [é, zwei]\n")
        #expect(parsed.text("/título") == "über")
        #expect(parsed.text("/flag") == "'🏳️ x'")
        #expect(parsed.place("/last/1") == "3:11")
        #expect(parsed.text("/last/1") == "zwei")
        #expect(parsed.reports == [])
    }

    @Test func carriageReturnsAndByteOrderMark() {
        let parsed = Parsed("\u{FEFF}a: one\r\nb:\r\n  c: twö\r\n  d: three\r\n")
        #expect(parsed.place("/a") == "1:4")
        #expect(parsed.text("/b/d") == "three")
        #expect(parsed.place("/b/d") == "4:6")
        let ascii = Parsed("\u{FEFF}a: one\r\nb: two")
        #expect(ascii.text("/b") == "two")
    }

    @Test func aCollectionEndsWithItsLastChild() {
        let parsed = Parsed("a:\n  b: 1\n  c:\n    - x\n\n# comment\nd: 2\n")
        #expect(parsed.text("/a") == "b: 1\n  c:\n    - x")
        #expect(parsed.text("/a/c") == "- x")
        #expect(Parsed("a: { b: [1, 2 ] }  # c").text("/a") == "{ b: [1, 2 ] }")
    }

    @Test func blockScalarsEndWithTheirText() {
        let parsed = Parsed("a: |\n  one\n  two\n\n\nb: >-\n  three\n  four\nc: 1\n")
        #expect(parsed.text("/a") == "|\n  one\n  two")
        #expect(parsed.node("/a").flatMap(parsed.arena.string) == "one\ntwo\n")
        #expect(parsed.node("/b").flatMap(parsed.arena.string) == "three four")
    }

    @Test(arguments: [
        ("NO", NodeKind.string), ("on", .string), ("yes", .string), ("0o17", .integer), ("0x1F", .integer),
        ("1e3", .number), (".inf", .number), ("-.INF", .number), (".nan", .number), ("~", .null), ("", .null),
        ("null", .null), ("2024-01-01", .string), ("1_000", .string), ("012", .integer), ("+1", .integer),
        ("1.", .number), (".5", .number), (".", .string), ("-", .sequence), ("1.2.3", .string), ("True", .boolean),
        ("tRue", .string), ("'1'", .string), ("!!str 1", .string), ("!!float 1", .number), ("0o18", .string),
        ("12:30", .string), ("e3", .string), ("+", .string), ("!!int '1'", .integer),
    ])
    func plainScalarsFollowTheCoreSchema(text: String, kind: NodeKind) {
        let parsed = Parsed("a: \n  \(text)\n")
        #expect(parsed.kind("/a") == kind)
        #expect(parsed.reports == [])
    }

    @Test func numbersKeepTheirTextAndHaveAValue() {
        let parsed = Parsed("a: 0x1F\nb: 1e3\nc: 9223372036854775807\nd: 9223372036854775808\ne: 1.50")
        #expect(parsed.node("/a").flatMap(parsed.arena.integer) == 31)
        #expect(parsed.node("/b").flatMap(parsed.arena.integer) == 1000)
        #expect(parsed.node("/c").flatMap(parsed.arena.integer) == .max)
        #expect(parsed.node("/d").flatMap(parsed.arena.integer) == nil)
        #expect(parsed.node("/e").flatMap(parsed.arena.number) == "1.50")
    }

    @Test func duplicateKeysAreReportedAndTheFirstWins() {
        let parsed = Parsed("a: 1\nb: { a: 2 }\na: 3\n")
        #expect(parsed.reports == ["3:1 duplicate-key: the key `a` stands here a second time; the first one is used"])
        #expect(parsed.diagnostics.list.first?.related.first.map { parsed.files.text(of: $0.range) } == "a")
        #expect(parsed.text("/a") == "1")
    }

    @Test func keysAreEqualByTheirScalars() {
        for path in ["a.yaml", "a.json"] {
            let parsed = Parsed("{ \"\u{E9}\": 1, \"e\u{301}\": 2 }", path: path)
            #expect(parsed.reports == [])
            #expect(parsed.text("/e\u{301}") == "2")
            #expect(parsed.text("/\u{E9}") == "1")
        }
    }

    @Test func aliasesShareTheNodeOfTheirAnchor() {
        let parsed = Parsed("a: &x { b: 1 }\nc: *x\n")
        #expect(parsed.node("/a") == parsed.node("/c"))
        #expect(parsed.node("/c/b").map { parsed.arena.pointer(of: $0).description } == "/a/b")
        #expect(Parsed("a: *y").reports == ["1:4 unknown-anchor: no anchor `&y` comes before this alias"])
        let recursive = "1:9 recursive-alias: the alias `*a` stands inside the value of its anchor"
        #expect(Parsed("a: &a [ *a ]").reports == [recursive])
    }

    @Test func mergeKeysAddWhatIsMissing() {
        let parsed = Parsed("x: &x { a: 1, b: 2 }\ny: &y { b: 3, c: 4 }\nz:\n  <<: [*x, *y]\n  a: 0\n")
        let entries = parsed.node("/z").map { parsed.arena.entries(of: $0) }
        #expect(entries?.map(\.key) == ["a", "b", "c"])
        #expect(parsed.text("/z/a") == "0")
        #expect(parsed.text("/z/b") == "2")
        #expect(
            Parsed("a: { <<: 1 }").reports == [
                "1:10 bad-merge: `<<` needs a mapping or a list of mappings, found an integer"
            ])
    }

    @Test func keysAreText() {
        let parsed = Parsed("200: ok\n'201': ok\ntrue: x\n")
        #expect(parsed.root.map { parsed.arena.entries(of: $0).map(\.key) } == ["200", "201", "true"])
        let complex = Parsed("? [a, b]\n: c\nd: e\n")
        #expect(complex.reports == ["1:3 complex-key: a list or a mapping cannot be a key; keys are strings"])
        #expect(complex.text("/d") == "e")
    }

    @Test(arguments: [
        ("", "1:1 empty-file: the file is empty"),
        ("# only a comment\n", "2:1 empty-file: the file is empty"),
        ("a: 1\n---\nb: 2\n", "2:1 several-documents: a second YAML document begins here; only the first is read"),
        ("a: b: c\n", "1:5 yaml-syntax: a `:` cannot stand here"),
        ("a:\n\t- b\n", "2:1 yaml-syntax: a value cannot begin with this character while scanning for the next token"),
        ("a: [1, 2\nb: 3\n", "2:2 yaml-syntax: a `,` or `]` was expected here while parsing a flow sequence"),
        (
            "a: !local 1\n",
            "1:4 unsupported-tag: the tag `!local` has no meaning in OpenAPI; the value is read without it"
        ),
        ("a: !!int x\n", "1:4 wrong-tag: the value is not what its tag `!!int` says"),
        ("a: b\0c\n", "1:5 control-character: the control character \\u{0} is not allowed here"),
    ])
    func whatIsWrongIsToldWithItsPlace(text: String, report: String) {
        #expect(Parsed(text).reports == [report])
    }

    @Test(arguments: [
        ("a: &b:c d", "1:4 yaml-syntax: the name of an anchor has letters, digits, `-` and `_`"),
        ("&b:c d: e", "1:1 yaml-syntax: the name of an anchor has letters, digits, `-` and `_`"),
        ("{ ?a: b }", "1:3 yaml-syntax: text that begins with `?` is ambiguous between brackets"),
        ("[?a]", "1:2 yaml-syntax: text that begins with `?` is ambiguous between brackets"),
    ])
    func whatLibyamlMisreadsIsReported(text: String, report: String) {
        #expect(Parsed(text).reports == [report])
    }

    @Test func anchorsAndExplicitKeysAreRead() {
        let parsed = Parsed("a: !!str &x-1_b b\n&c d: &e [*c, {? f : g}, *x-1_b]\n")
        #expect(parsed.reports == [])
        #expect(parsed.node("/d/0").flatMap(parsed.arena.string) == "d")
        #expect(parsed.node("/d/2") == parsed.node("/a"))
    }

    @Test func invalidEncodings() {
        let invalid = Parsed(bytes: Array("a: é".utf8) + [0xC3, 0x28])
        #expect(invalid.reports == ["1:5 not-utf8: the bytes here are not valid UTF-8"])
    }
}

@Suite struct TextEncodingTests {
    private let text = "título: 'ü 🏳️'\nlast: [é, zwei]\n"

    /// A text in an encoding of 16 or 32 bits with its byte order mark.
    private func encoded(_ text: String, width: Int, bigEndian: Bool) -> [UInt8] {
        let marked = "\u{FEFF}" + text
        let units = width == 2 ? marked.utf16.map(UInt32.init) : marked.unicodeScalars.map(\.value)
        return units.flatMap { unit in
            let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    @Test(arguments: [(2, false), (2, true), (4, false), (4, true)])
    func filesWithAByteOrderMarkAreTranscoded(width: Int, bigEndian: Bool) {
        let parsed = Parsed(bytes: encoded(text, width: width, bigEndian: bigEndian))
        #expect(parsed.reports == [])
        #expect(parsed.node("/título").flatMap(parsed.arena.string) == "ü 🏳️")
        #expect(parsed.text("/título") == "'ü 🏳️'")
        #expect(parsed.place("/título") == "1:9")
        #expect(parsed.place("/last/1") == "2:11")
        #expect(parsed.files[FileID(index: 0)].bytes == Array(text.utf8))
    }

    @Test func findingsInTranscodedFilesShowTheirLine() {
        let parsed = Parsed(bytes: encoded("ü: 1\nü: 2\n", width: 2, bigEndian: false))
        let shown = render(parsed.diagnostics.sorted, files: parsed.files, color: false)
        #expect(shown.hasPrefix("a.yaml:2:1: error: the key `ü` stands here a second time"))
        #expect(shown.contains("2 | ü: 2\n  | ^\n"))
    }

    @Test func whatIsNoCharacterIsReported() {
        let loneSurrogate: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x62, 0x00]
        #expect(Parsed(bytes: loneSurrogate).reports == ["1:2 bad-encoding: the bytes here are not valid UTF-16"])
        let cut: [UInt8] = [0xFE, 0xFF, 0x00, 0x61, 0x00]
        #expect(Parsed(bytes: cut).reports == ["1:2 bad-encoding: the bytes here are not valid UTF-16"])
        let large: [UInt8] = [0xFF, 0xFE, 0, 0, 0, 0, 0x11, 0]
        #expect(Parsed(bytes: large).reports == ["1:1 bad-encoding: the bytes here are not valid UTF-32"])
    }
}

@Suite struct HostileTextTests {
    /// Nine aliases of nine aliases of nine: a text that stands for 9 to the power of `levels` values.
    private func aliasBomb(levels: Int) -> String {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...levels {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        return text
    }

    @Test func anAliasBombIsRefused() {
        let parsed = Parsed(aliasBomb(levels: 60))
        #expect(
            parsed.reports == [
                "7:10 too-many-expansions: the aliases of the file stand for more than 1000000 values"
            ])
        #expect(parsed.root == nil)
        #expect(parsed.arena.count < 200)
    }

    @Test func aliasesAreSharedAndTheLimitCanBeRaised() {
        var limits = Limits()
        limits.expansions = 1_000_000_000
        let parsed = Parsed(aliasBomb(levels: 7), limits: limits)
        #expect(parsed.reports == [])
        #expect(parsed.arena.count < 200)
    }

    @Test func valuesAreCounted() {
        var limits = Limits()
        limits.nodes = 100
        for path in ["a.yaml", "a.json"] {
            let text = "[" + Array(repeating: "1", count: 100).joined(separator: ", ") + "]"
            let parsed = Parsed(text, path: path, limits: limits)
            #expect(parsed.reports == ["1:299 too-many-nodes: the files have more than 100 values"])
            #expect(parsed.root == nil)
            #expect(parsed.diagnostics.list.first?.help?.contains("`nodes`") == true)
        }
    }

    @Test func limitsHaveNames() {
        var limits = Limits()
        let accepted = [("depth", 5), ("depth", 0), ("depth", 20_001), ("height", 5), ("nodes", 30_000_000)].map {
            name, value in
            limits.set(name, to: value)
        }
        #expect(accepted == [true, false, false, false, true])
        #expect(
            Parsed("[[[[[[]]]]]]", limits: limits).reports == ["1:6 too-deep: collections are nested more than 5 deep"])
        #expect(Limits.names == ["depth", "nodes", "expansions", "bytes"])
    }

    @Test func deepNestingIsRefused() {
        for path in ["a.yaml", "a.json"] {
            let parsed = Parsed(String(repeating: "[", count: 100_000), path: path)
            #expect(parsed.diagnostics.list.map(\.rule) == ["too-deep"])
        }
        #expect(Parsed(String(repeating: "- ", count: 5000) + "a").diagnostics.list.map(\.rule) == ["too-deep"])
        let chain = (1...2000).map { "a\($0): &a\($0) [\($0 > 1 ? "*a\($0 - 1)" : "")]\n" }.joined()
        #expect(Parsed(chain).diagnostics.list.map(\.rule) == ["too-deep"])
    }

    @Test func mergesAreCounted() {
        var limits = Limits()
        limits.expansions = 100
        let text = "a: &a { b: 1, c: 2, d: 3 }\n" + (0..<50).map { "m\($0): { <<: *a }\n" }.joined()
        #expect(Set(Parsed(text, limits: limits).diagnostics.list.map(\.rule)) == ["too-many-expansions"])
    }
}
