import OpenAPIModel

extension Rule {
    static let unsafeMarkdown = Rule(
        "unsafe-markdown", "A description has no script.", .openAPI3(.warning),
        in: .recommended,
        good: """
            tags: [{ name: pets, description: All about pets. }]
            """,
        bad: """
            tags: [{ name: pets, description: 'All about <script>alert(1)</script>.' }]
            """,
        .description { findings in
            for (key, text) in findings.arena.texts(underKeys: ["description", "summary"]) where holdsScript(text) {
                findings.report("the text holds a script, which pages might run", at: key)
            }
        })

    /// Whether a text has `<script`, `<iframe` or `javascript:`, in small or capital letters.
    private static func holdsScript(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { index in
                switch bytes[index] {
                case UInt8(ascii: "<"):
                    isWritten("<script", in: bytes[index...]) || isWritten("<iframe", in: bytes[index...])
                case UInt8(ascii: ":"):
                    index >= 10 && isWritten("javascript:", in: bytes[(index - 10)...])
                default: false
                }
            }
        }
    }

    /// Whether bytes begin with a word of small letters and signs, whatever their case.
    private static func isWritten(_ word: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.withUTF8Buffer { letters in
            bytes.count >= letters.count
                && zip(letters, bytes).allSatisfy { letter, byte in
                    byte == letter || (letter >= UInt8(ascii: "a") && byte | 0x20 == letter)
                }
        }
    }
}
