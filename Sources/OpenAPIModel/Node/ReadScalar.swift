import CLibYAML

extension YAMLReader {
    /// Reads a scalar as a key or a value, whichever the innermost collection waits for.
    mutating func readScalar(_ event: yaml_event_t) {
        let data = event.data.scalar
        let range = scalarRange(event)
        let text = UnsafeBufferPointer(start: UnsafePointer(data.value), count: data.length)
        let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
        if builder.expectsKey {
            readKey(data, text, range, isPlain: isPlain)
            return
        }
        let kind = data.tag == nil ? (isPlain ? plainKind(text) : .string) : taggedKind(data, text, range)
        let node = builder.scalar(kind, text, range.start, range.end)
        if let anchor = self.text(of: data.anchor) {
            checkAnchor(anchor, range)
            anchors[anchor] = .node(node, height: 0, size: 1)
        }
    }

    /// Reads a key: its text, whatever its type, so that `200:` and `"200":` are the same.
    private mutating func readKey(
        _ data: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, _ text: UnsafeBufferPointer<UInt8>,
        _ range: SourceRange, isPlain: Bool
    ) {
        let merges = isPlain && data.tag == nil && text.isOne(of: "<<")
        checkQuestionMark(before: range)
        builder.key(String(decoding: text, as: UTF8.self), range.start, range.end, merges: merges)
        if let anchor = self.text(of: data.anchor) {
            checkAnchor(anchor, range)
            let node = builder.makeScalar(.string, text, range.start, range.end)
            anchors[anchor] = .node(node, height: 0, size: 1)
        }
    }

    /// The range of a scalar; libyaml lets a block scalar end after the empty lines that follow it.
    private mutating func scalarRange(_ event: yaml_event_t) -> SourceRange {
        let range = range(of: event)
        let style = event.data.scalar.style
        guard style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE else { return range }
        return builder.range(range.start, UInt32(BlockScalar(bytes, range).end))
    }

    /// The kind that a scalar's tag asks for, checked against its text.
    private mutating func taggedKind(
        _ data: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, _ text: UnsafeBufferPointer<UInt8>,
        _ range: SourceRange
    ) -> NodeKind {
        let tag = self.text(of: data.tag) ?? ""
        let plain = plainKind(text)
        switch tag {
        case "!", YAML_STR_TAG: return .string
        case YAML_NULL_TAG where plain == .null: return .null
        case YAML_BOOL_TAG where plain == .boolean: return .boolean
        case YAML_INT_TAG where plain == .integer: return .integer
        case YAML_FLOAT_TAG where plain == .number || plain == .integer: return .number
        case YAML_NULL_TAG, YAML_BOOL_TAG, YAML_INT_TAG, YAML_FLOAT_TAG, YAML_MAP_TAG, YAML_SEQ_TAG:
            reportMismatch(tag, range)
        default:
            reportTag(tag, range)
        }
        return data.style == YAML_PLAIN_SCALAR_STYLE ? plain : .string
    }

    /// Reports a tag that a list or a mapping cannot have.
    mutating func checkTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, of kind: NodeKind, _ range: SourceRange) {
        guard let tag = text(of: tag), tag != "!" else { return }
        if tag == (kind == .mapping ? YAML_MAP_TAG : YAML_SEQ_TAG) { return }
        let isKnown = [
            YAML_MAP_TAG, YAML_SEQ_TAG, YAML_STR_TAG, YAML_NULL_TAG, YAML_BOOL_TAG, YAML_INT_TAG, YAML_FLOAT_TAG,
        ]
        .contains(tag)
        if isKnown { reportMismatch(tag, range) } else { reportTag(tag, range) }
    }

    private mutating func reportMismatch(_ tag: String, _ range: SourceRange) {
        builder.diagnostics.error("wrong-tag", "the value is not what its tag `\(short(tag))` says", at: range)
    }

    private mutating func reportTag(_ tag: String, _ range: SourceRange) {
        builder.diagnostics.error(
            "unsupported-tag", "the tag `\(short(tag))` has no meaning in OpenAPI; the value is read without it",
            at: range,
            help: "remove the tag")
    }

    private func short(_ tag: String) -> String {
        let prefix = "tag:yaml.org,2002:"
        return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }
}
