import CLibYAML

extension YAMLReader {
    /// Reports why libyaml gave up, at the place it names.
    mutating func reportSyntax() {
        let state = parser.pointee
        let problem = state.problem.map(String.init(cString:)) ?? "the text is not valid YAML"
        guard state.error != YAML_READER_ERROR else { return reportCharacter(problem, at: state.problem_offset) }
        let message = state.context.map { plainWords(problem) + " " + String(cString: $0) } ?? plainWords(problem)
        var related: [Diagnostic.Related] = []
        if state.context != nil, state.context_mark.index != state.problem_mark.index {
            related = [.init("it begins here", range(at: state.context_mark))]
        }
        let range = range(at: state.problem_mark)
        builder.diagnostics.error("yaml-syntax", message, at: range, help: help(for: range, problem), related: related)
    }

    private mutating func reportCharacter(_ problem: String, at offset: Int) {
        let start = UInt32(min(skipped + offset, bytes.count))
        builder.diagnostics.error("control-character", plainWords(problem), at: builder.range(start, start + 1))
    }

    private mutating func range(at mark: yaml_mark_t) -> SourceRange {
        let start = positions.byteOffset(ofCodePoint: mark.index)
        return builder.range(start, min(start + 1, UInt32(bytes.count)))
    }

    /// What libyaml says, in the words of somebody who writes YAML.
    private func plainWords(_ problem: String) -> String {
        switch problem {
        case "found character that cannot start any token": "a value cannot begin with this character"
        case "could not find expected ':'": "a `:` is missing after this key"
        case "mapping values are not allowed in this context": "a `:` cannot stand here"
        case "block sequence entries are not allowed in this context": "a `-` cannot stand here"
        case "did not find expected key": "a key was expected here"
        case "did not find expected '-' indicator": "a `-` was expected here"
        case "did not find expected ',' or '}'": "a `,` or `}` was expected here"
        case "did not find expected ',' or ']'": "a `,` or `]` was expected here"
        case "found unexpected end of stream": "the file ends here"
        case "did not find expected <document start>": "the file goes on after its value has ended"
        case "control characters are not allowed": "control characters are not allowed"
        default: problem
        }
    }

    private func help(for range: SourceRange, _ problem: String) -> String? {
        guard Int(range.start) < bytes.count else { return nil }
        switch bytes[Int(range.start)] {
        case 0x09: return "indent with spaces; YAML does not allow tabs"
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"): return "put the value in quotes"
        default: break
        }
        return problem == "mapping values are not allowed in this context"
            ? "check the indentation, or put a value that contains `: ` in quotes" : nil
    }
}
