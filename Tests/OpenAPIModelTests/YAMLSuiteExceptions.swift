/// The cases of yaml-test-suite that end otherwise than the suite says, each with the reason.
enum YAMLSuite {
    /// What YAML allows and OpenAPI does not, by the rule that says so.
    static let refused: [String: String] = by(reason: [
        // Tags that the JSON schema of YAML does not have.
        "unsupported-tag": [
            "2XXW", "565N", "5TYM", "6CK3", "6WLZ", "7FWL", "9WXW", "C4HZ", "CC74", "CUP7", "J7PZ", "M5C3", "P76L",
            "UGM3", "Z67P", "Z9M4",
        ],
        // Several documents in one file.
        "several-documents": [
            "35KP", "6XDY", "6ZKB", "9DXL", "9KAX", "JHB9", "KSS4", "L383", "PUW8", "RZT7", "U9NS",
        ],
        // Keys that are lists or mappings.
        "complex-key": [
            "4FJ6", "6BFJ", "6PBE", "9MMW", "KK5P", "LX3P", "M2N8/00", "M2N8/01", "M5DY", "Q9WF", "RZP5", "SBG9",
            "V9D5", "X38W", "XW4D",
        ],
        // Files without a value.
        "empty-file": [
            "8G76", "98YD", "AVM7",
        ],
    ])

    /// What libyaml 0.2 reads otherwise than YAML 1.2 says.
    static let known: [String: String] = by(reason: [
        "keys that are left out (`: a`)": [
            "2JQS", "6M2F", "CFD4", "FRK4", "NHX8", "NKF9", "S3PD", "SM9W/01", "UKK6/00",
        ],
        "directives that are reserved": [
            "2LFX", "6LVF", "MUS6/05", "MUS6/06",
        ],
        "a colon in an anchor's name": [
            "2SXE"
        ],
        "a key without a value before a comma": [
            "4ABK"
        ],
        "a `:` on the line after a key between brackets": [
            "4MUZ/00", "4MUZ/01", "4MUZ/02", "5MUD", "K3WX", "VJP3/01",
        ],
        "plain text that begins with `:` between brackets": [
            "58MP", "5T43", "DBG4", "HM87/00",
        ],
        "plain text that begins with `?` between brackets; reported, since libyaml misreads it": [
            "652Z", "HM87/01",
        ],
        "a tab after `-`": [
            "6BCT", "A2M4", "Y79Y/010",
        ],
        "a tab before a bracket": [
            "6CA3", "Q5MG",
        ],
        "a document after `...` without `---`; a second document would be refused anyway": [
            "7Z25", "M7A3",
        ],
        "an emoji as an anchor's name": [
            "8XYN"
        ],
        "a tab at the beginning of a block of text": [
            "96NN/00", "96NN/01", "R4YG", "Y79Y/001",
        ],
        "accepted: a list between brackets that is not indented": [
            "9C9N"
        ],
        "accepted: a comment right behind a bracket": [
            "9JBA"
        ],
        "a key of two lines between brackets": [
            "9SA2", "NJ66",
        ],
        "%YAML 1.3": [
            "BEC7"
        ],
        "accepted: a comment right behind a comma": [
            "CVW2"
        ],
        "a block of text that is not indented": [
            "DK3J", "FP8R",
        ],
        "a tab after the spaces that indent": [
            "DK95/00"
        ],
        "accepted: a tab that indents a line in quotes": [
            "DK95/01"
        ],
        "an empty line with a tab": [
            "DK95/03", "DK95/04",
        ],
        "accepted: a lone `-` between brackets": [
            "G5U8", "YJV2",
        ],
        "`...` without a document; an empty file would be refused anyway": [
            "HWV9", "QT73",
        ],
        "spaces after the last line break in a block of text": [
            "JEF9/02", "L24T/01",
        ],
        "accepted: a comment right behind a directive": [
            "MUS6/00"
        ],
        "accepted: text in quotes that is not indented": [
            "QB6E"
        ],
        "accepted: empty lines longer than the first line of a block of text": [
            "S98Z"
        ],
        "accepted: a comment right behind quotes": [
            "SU5Z"
        ],
        "`%` at the beginning of a line of text; a second document would be refused anyway": [
            "UT92", "W4TN",
        ],
        "other characters than letters in an anchor's name": [
            "W5VH"
        ],
        "accepted: a comment right behind `>`": [
            "X4QW"
        ],
        "a colon in an anchor's name; reported, since libyaml misreads it": [
            "Y2GN"
        ],
        "accepted: a tab that indents between brackets": [
            "Y79Y/003"
        ],
    ])

    private static func by(reason: [String: [String]]) -> [String: String] {
        var cases: [String: String] = [:]
        for (reason, names) in reason { for name in names { cases[name] = reason } }
        return cases
    }
}
