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
        case "did not find expected node content": "a value was expected here"
        case "did not find expected alphabetic or numeric character": "a letter or a digit was expected here"
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            "a tab cannot indent"
        case "found unknown directive name": "this directive is unknown; `%YAML` and `%TAG` are read"
        case "found incompatible YAML document": "this version of YAML is not read; 1.1 and 1.2 are"
        case "found duplicate %YAML directive": "there is a second `%YAML`"
        case "found undefined tag handle": "this tag has no `%TAG`"
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

extension YAMLReader {
    /// Reports an anchor's name that goes on where libyaml lets it end, as in `&pet:s`, which it would misread in silence.
    mutating func checkAnchor(_ name: String, _ range: SourceRange) {
        let rest = bytes[Int(range.start)...]
        guard let start = rest.firstIndex(of: UInt8(ascii: "&")) else { return }
        let end = start + 1 + name.utf8.count
        guard end < bytes.count, bytes[end] > 0x20, !",[]{}".utf8.contains(bytes[end]) else { return }
        builder.diagnostics.error(
            "yaml-syntax", "the name of an anchor has letters, digits, `-` and `_`",
            at: builder.range(UInt32(start), UInt32(end + 1)))
    }

    /// Reports a `?` that libyaml takes for the mark of a key and that belongs to the text after it, as in `{ ?a: b }`.
    mutating func checkQuestionMark(before range: SourceRange) {
        guard builder.frames.last?.isFlow == true, range.start > 0 else { return }
        guard bytes[Int(range.start) - 1] == UInt8(ascii: "?") else { return }
        builder.diagnostics.error(
            "yaml-syntax", "text that begins with `?` is ambiguous between brackets",
            at: builder.range(range.start - 1, range.end), help: "put it in quotes")
    }
}
