import Foundation
import OpenAPIAnalysis
import Testing

@Suite struct PatternTests {
    private func finds(_ pattern: String, _ text: String, ignoresCase: Bool = false) throws -> Bool {
        let outcome = try Pattern(pattern, ignoresCase: ignoresCase).search(text)
        #expect(outcome != .overBudget)
        return outcome == .matches
    }

    private func check(_ pattern: String, finds texts: [String], not others: [String]) throws {
        for text in texts { #expect(try finds(pattern, text), "\(pattern) in \(text)") }
        for text in others { #expect(try !finds(pattern, text), "\(pattern) not in \(text)") }
    }

    @Test func patternsAreFoundAnywhereUnlessAnchored() throws {
        try check("b", finds: ["abc"], not: ["ac", ""])
        try check("^abc$", finds: ["abc"], not: ["xabc", "abcx", "abc\n"])
        try check("", finds: ["", "x"], not: [])
        try check("a|^b|c$", finds: ["xa", "bx", "xc"], not: ["xb", "cx"])
        try check("^(?:a|)$", finds: ["a", ""], not: ["b"])
    }

    @Test func quantifiersTakeManyOrFew() throws {
        try check("^a{2,3}$", finds: ["aa", "aaa"], not: ["a", "aaaa"])
        try check("^a{2}$", finds: ["aa"], not: ["a", "aaa"])
        try check("^a{2,}?$", finds: ["aa", "aaaaa"], not: ["a"])
        try check("^(?:ab){2,3}$", finds: ["abab", "ababab"], not: ["ab", "abababab", "aba"])
        try check("^(?:ab?){0}$", finds: [""], not: ["a"])
        try check("^(?:a*)*$", finds: ["", "aaa"], not: ["b"])
        try check("^(?:a*?)+?b$", finds: ["b", "aaab"], not: ["a"])
        try check("^(?:|a)+$", finds: ["", "aa"], not: ["b"])
        try check("^(?:[ab]{2}c?){3}$", finds: ["abcabab", "aabbab"], not: ["abcab"])
    }

    /// Bounds that would be too long to write out are counted.
    @Test func largeBoundsAreCounted() throws {
        let text = String(repeating: "ab", count: 1000)
        try check("^(?:ab){1000}$", finds: [text], not: [text + "ab", text + "a"])
        try check("^(?:ab){900,1100}$", finds: [text], not: [text + "a"])
        try check("^(?:ab){900,}?$", finds: [text], not: ["ab"])
        try check("^(?:(?:a|b)?){5000}$", finds: [text, ""], not: [text + "c"])
        try check("^(?:(?:ab){10}){100}$", finds: [text], not: [text + "ab"])
        try check("^(?:a|b){0,4294967296}$", finds: [text], not: [text + "c"])
        try check("^(?:(?:a{1,1000}b){1,1000}){1,1000}$", finds: [text], not: ["b"])
    }

    @Test func classesAndEscapes() throws {
        try check(#"^[a-c\d_-]+$"#, finds: ["abc9_-"], not: ["d", ""])
        try check(#"^[^a-c]$"#, finds: ["d", "\n", "😀"], not: ["a", "ab"])
        try check("^[^]$", finds: ["a", "\n"], not: [""])
        try check("[]", finds: [], not: ["a", ""])
        try check("^.$", finds: ["a", "😀", "é"], not: ["\n", "\r", "\u{2028}", "ab"])
        try check(#"^\w\W\s\S\d\D$"#, finds: ["a- x1x"], not: ["é- x1x", "a- x\u{0661}x"])
        try check(#"^\x41\u0042\u{43}\t\cJ\0\/$"#, finds: ["ABC\t\n\0/"], not: ["ABC"])
        try check(#"^\ud83d\ude00$"#, finds: ["😀"], not: ["x"])
        try check(#"\bfoo\b"#, finds: ["a foo b", "foo"], not: ["food", "éfoo_"])
        try check(#"a\Bb"#, finds: ["ab"], not: ["a b"])
        try check(#"^[\b]$"#, finds: ["\u{8}"], not: ["b"])
    }

    /// A scalar is a place of a text: what Swift shows as one character may be several.
    @Test func scalarsAreCounted() throws {
        try check("^..$", finds: ["e\u{301}", "\u{1F1E9}\u{1F1EA}"], not: ["\u{E9}"])
        try check("^e", finds: ["e\u{301}"], not: ["\u{E9}"])
    }

    @Test func propertiesOfUnicode() throws {
        try check(#"^\p{L}+$"#, finds: ["Größe", "日本"], not: ["a1", ""])
        try check(#"^\p{Lu}\p{Lowercase_Letter}$"#, finds: ["Éa"], not: ["éa"])
        try check(#"^\P{Nd}$"#, finds: ["x"], not: ["5", "৪"])
        try check(#"^[\p{gc=Nd}\p{General_Category=Punctuation}]+$"#, finds: ["৪!"], not: ["a"])
        try check(#"^\p{Script=Greek}+$"#, finds: ["αβγ"], not: ["abc", "д"])
        try check(#"^\p{sc=Cyrl}\p{scx=Deva}$"#, finds: ["д\u{0964}"], not: ["д."])
        try check(
            #"^\p{Alphabetic}\p{White_Space}\p{ASCII}\p{Any}\p{Emoji_Presentation}$"#, finds: ["é a\u{0}😀"], not: ["1"])
        try check(#"^\p{Extended_Pictographic}\p{EComp}$"#, finds: ["😀\u{FE0F}"], not: ["ab"])
    }

    @Test func groupsAndWhatTheyMatched() throws {
        try check(#"^(a|b)\1$"#, finds: ["aa", "bb"], not: ["ab"])
        try check(#"^(?<x>.)(?<y>.)\k<y>\k<x>$"#, finds: ["abba"], not: ["abab"])
        try check(#"^\1(a)$"#, finds: ["a"], not: ["aa"])
        try check(#"^(?:(a)|b)*\1$"#, finds: ["aa", "ab", "aab"], not: ["ba" + "c"])
        try check(#"^(?:(?<y>\d{4})|(?<y>\d{2}))-\k<y>$"#, finds: ["2024-2024", "24-24"], not: ["2024-24"])
        try check(#"^(?=(a+))\1b"#, finds: ["aab"], not: ["aac"])
    }

    @Test func lookingAheadAndBehind() throws {
        try check("^(?=.*\\d)(?=.*[a-z]).{4,}$", finds: ["abc1"], not: ["abcd", "1a"])
        try check("^(?!admin)\\w+$", finds: ["user"], not: ["admin1"])
        try check("(?<=\\$)\\d+(?!\\d|\\.)", finds: ["$42"], not: ["42", "$4."])
        try check("(?<!a)b", finds: ["b", "cb"], not: ["ab"])
        try check("(?<=(\\d+)(\\d+))$", finds: ["1053"], not: ["1"])
        try check("(?<=\\1(a))c", finds: ["aac"], not: ["bac"])
        try check("^(?!(?=a)b)a", finds: ["a"], not: ["b"])
    }

    @Test func caseIsIgnoredWhereAskedFor() throws {
        #expect(try finds("^straße$", "STRAẞE", ignoresCase: true))
        #expect(try finds("^[a-z]+$", "ABC", ignoresCase: true))
        #expect(try !finds("^[^a-z]+$", "ABC", ignoresCase: true))
        #expect(try finds("^\u{212A}(k)\\1$", "kKk", ignoresCase: true))
        try check("^(?i:a)b$", finds: ["Ab", "ab"], not: ["AB"])
        try check("^(?s:.)(?m:^)b$", finds: ["\nb"], not: ["ab"])
    }

    /// What is no pattern with `u` but one without is read as that.
    @Test func olderPatternsAreReadLeniently() throws {
        try check(#"^[\w\-\.]+\@\w+$"#, finds: ["a-b.c@d"], not: ["@d"])
        try check(#"^{a}\_\8\101$"#, finds: ["{a}_8A"], not: ["a"])
        try check(#"^a{,3}]$"#, finds: ["a{,3}]"], not: ["a"])
        try check(#"^(?=a)*b"#, finds: ["b"], not: ["a"])
        try check(#"^[\d-x]\c\u{3}$"#, finds: [#"-\cuuu"#], not: ["a"])
        #expect(try Pattern(#"a\-b"#).leniency == PatternError(message: #"`\-` is no escape of ECMA-262"#, offset: 1))
        #expect(try Pattern("a").leniency == nil)
    }

    @Test(arguments: [
        ("(", 0, "a group that is not closed"), ("ab)", 2, "a `)` that closes nothing"),
        ("a**", 2, "nothing that could be repeated"), ("*", 0, "nothing that could be repeated"),
        ("[b-a]", 1, "a range whose end is before its beginning"), ("x[a", 1, "a class that is not closed"),
        ("a{3,2}", 1, "a greatest number that is less than the least"),
        ("(?P<n>a)", 0, "`(?` that begins no group of ECMA-262"), ("(?i)a", 0, "`(?` that begins no group of ECMA-262"),
        ("é(?#x)", 1, "`(?` that begins no group of ECMA-262"), ("a\\", 1, "a `\\` at the end"),
        ("(?<a>.)(?<a>.)", 10, "the group name `a` a second time"), ("(?<1>.)", 3, "a group name that is none"),
        ("(?<a>.)\\k<b>", 7, "there is no group `b`"), (#"\p{Foo}"#, 0, "there is no property `Foo`"),
        (#"\p{Script=Klingon}"#, 0, "there is no property `Script=Klingon`"),
    ])
    func whatIsNoPatternIsSaidWithItsPlace(_ pattern: String, _ offset: Int, _ message: String) {
        let expected = PatternError(message: message, offset: offset)
        #expect(throws: expected, "\(pattern)") { try Pattern(pattern) }
    }

    @Test func patternsThatOthersHangOnEnd() throws {
        let letters = String(repeating: "a", count: 5000)
        for pattern in [
            "^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(?:a?){50}a{50}$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$",
        ] {
            #expect(try Pattern(pattern).search(String(letters.prefix(60)) + "!") == .differs, "\(pattern)")
        }
        #expect(try Pattern("^(a+)+$").search(String(letters.prefix(500)) + "!") == .differs)
        #expect(try Pattern("^(a|a)*$").search(letters + "!") == .differs)
    }

    /// Where what groups matched matters, everything may have to be tried; the steps for that are counted.
    @Test func whatNeedsTooManyStepsIsGivenUp() throws {
        let text = String(repeating: "a", count: 40) + "!"
        #expect(try Pattern(#"^(a+)+\1\1\1b$"#).search(text, steps: 50_000) == .overBudget)
        #expect(try Pattern(#"^(?:(?:a|a)+){2000,}$"#).search(text, steps: 50_000) == .overBudget)
        #expect(try Pattern("^(?=(?:a+)+$)").search(text, steps: 50_000) == .overBudget)
    }

    /// What is read once is read once: names that are not closed, properties without an end, sets of one property.
    @Test(arguments: [
        String(repeating: "(?<a", count: 24_000), String(repeating: #"\p{"#, count: 33_000) + "(",
        "[" + String(repeating: #"\p{Lu}"#, count: 16_000) + "]", "z" + String(repeating: "(a)?", count: 24_000),
        String(repeating: "(?<a>)|", count: 7000) + String(repeating: #"\k<a>"#, count: 8000),
    ])
    func longPatternsAreReadOnce(pattern: String) {
        guard let read = try? Pattern(pattern) else { return }
        _ = read.search(String(repeating: "é", count: 20_000), steps: 100_000)
    }

    /// Hostile patterns and texts need neither stack nor memory.
    @Test func hostilePatternsAreReadOnASmallStack() async {
        let failures = await onSmallStack {
            let deep = String(repeating: "(?:", count: 100) + "a" + String(repeating: ")+", count: 100)
            let tooDeep = String(repeating: "(", count: 100_000)
            let long = String(repeating: "a|", count: 40_000)
            let bounds = "(?:a|b){1000000000}"
            let nested = (0..<30).reduce("ab") { pattern, _ in "(?:\(pattern)){50}" }
            let many = String(repeating: "(?:abc){40}", count: 8_000)
            var failures: [String] = []
            if (try? Pattern(deep).search(String(repeating: "a", count: 1000))) == nil { failures.append("deep") }
            if (try? Pattern(tooDeep)) != nil { failures.append("too deep") }
            for pattern in [long, bounds, nested, many] {
                if (try? Pattern(pattern).search(String(repeating: "ab", count: 500))) == nil {
                    failures.append(String(pattern.prefix(20)))
                }
            }
            return failures
        }
        #expect(failures == [])
    }
}

/// Runs something on a thread with the stack that threads of Darwin's pools have.
func onSmallStack<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: work()) }
        thread.stackSize = 512 * 1024
        thread.start()
    }
}
