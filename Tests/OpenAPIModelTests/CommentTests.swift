import Testing

@testable import OpenAPIModel

@Suite struct CommentTests {
    private func comments(_ text: String, path: String = "a.yaml") -> (Parsed, Comments) {
        let parsed = Parsed(text, path: path)
        return (parsed, Comments(of: FileID(index: 0), in: parsed.files, arena: parsed.arena))
    }

    private func texts(_ text: String, path: String = "a.yaml") -> [String] {
        let (parsed, comments) = comments(text, path: path)
        return comments.ranges.map(parsed.files.text)
    }

    @Test(arguments: [
        ("a: 1 # one\nb: 2\n", ["# one"]),
        ("# first\n\na:\n  # in\n  - b # behind\n  -c\n# last", ["# first", "# in", "# behind", "# last"]),
        ("a: b#c\nd: 'e # f'\ng: \"h # i\"\n", []),
        ("a: | # head\n  # text\n\n# real\nb: >-\n  # text\n", ["# head", "# real"]),
        ("a: &x # one\n  b\nc: !!str # two\n  d\n", ["# one", "# two"]),
        ("a: &x # one\n  b: 1\nc: *x # two\n", ["# one", "# two"]),
        ("{ a: b, # one\n  c: [ # two\n  d ] } # three", ["# one", "# two", "# three"]),
        ("\u{FEFF}# mark\na: # none\n", ["# mark", "# none"]),
        ("a: b # größe\r\nc: d\r\n", ["# größe"]),
        ("%YAML 1.2 # version\n--- # start\na: 1\n", ["# version", "# start"]),
    ])
    func everyCommentIsFound(text: String, expected: [String]) {
        #expect(texts(text) == expected)
    }

    @Test func jsonHasNone() {
        #expect(texts("{ \"a\": \"# b\" }", path: "a.json") == [])
    }

    @Test func commentsAboveAndBehindAPlace() {
        let (parsed, comments) = comments("# far\n\n# one\n  # two\na: 1 # three\nb: 2\n")
        let place = parsed.node("/a").map(parsed.arena.nameRange)
        #expect(place.map(comments.above)?.map(parsed.files.text) == ["# one", "# two"])
        #expect(place.flatMap(comments.behind).map(parsed.files.text) == "# three")
        let other = parsed.node("/b").map(parsed.arena.nameRange)
        #expect(other.map(comments.above) == [])
        #expect(other.flatMap(comments.behind) == nil)
    }
}
