import CLibYAML

/// Reads a YAML text through libyaml's events; false when it cannot be understood.
func parseYAML(_ source: SourceFile, into builder: inout NodeBuilder) -> Bool {
    let skipped = source.byteOrderMarkLength
    return source.bytes.withUnsafeBufferPointer { bytes in
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { return false }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        if let start = bytes.baseAddress {
            yaml_parser_set_input_string(parser, start + skipped, bytes.count - skipped)
        } else {
            yaml_parser_set_input_string(parser, [], 0)
        }
        var reader = YAMLReader(parser: parser, bytes: bytes, skipped: skipped, builder: builder)
        builder.arena = NodeArena()
        builder.diagnostics = Diagnostics()
        let understood = reader.readStream()
        builder = reader.builder
        return understood
    }
}

/// Turns libyaml's events into calls of a `NodeBuilder`.
struct YAMLReader {
    /// What an anchor stands for.
    enum Anchor {
        /// The anchored collection is not closed yet.
        case open
        case node(Node, height: Int, size: Int)
    }

    let parser: UnsafeMutablePointer<yaml_parser_t>
    let bytes: UnsafeBufferPointer<UInt8>
    let skipped: Int
    var builder: NodeBuilder
    var positions: TextPositions
    var anchors: [String: Anchor] = [:]
    var documents = 0
    /// How many more times an anchor that was meant is searched for; a hostile text has endless mistakes.
    private var suggestionsLeft = 50

    init(
        parser: UnsafeMutablePointer<yaml_parser_t>, bytes: UnsafeBufferPointer<UInt8>, skipped: Int,
        builder: NodeBuilder
    ) {
        self.parser = parser
        self.bytes = bytes
        self.skipped = skipped
        self.builder = builder
        positions = TextPositions(bytes, base: skipped)
    }

    mutating func readStream() -> Bool {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else {
                reportSyntax()
                return false
            }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return finish(event) }
            let goesOn = read(event)
            if builder.isStopped { return false }
            if !goesOn { return builder.frames.isEmpty && builder.root != nil }
        }
    }

    /// Reads one event; false when reading cannot go on.
    private mutating func read(_ event: yaml_event_t) -> Bool {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return startDocument(event)
        case YAML_SCALAR_EVENT: readScalar(event)
        case YAML_ALIAS_EVENT: readAlias(event)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            open(.sequence, event, data.anchor, data.tag, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            open(.mapping, event, data.anchor, data.tag, isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(event)
        default: break
        }
        return true
    }

    private mutating func startDocument(_ event: yaml_event_t) -> Bool {
        documents += 1
        guard documents > 1 else { return true }
        builder.diagnostics.error(
            "several-documents", "a second YAML document begins here; only the first is read", at: range(of: event),
            help: "keep one document per file")
        return false
    }

    private mutating func finish(_ event: yaml_event_t) -> Bool {
        if builder.root != nil { return true }
        builder.diagnostics.error("empty-file", "the file is empty", at: range(of: event))
        return false
    }

    private mutating func open(
        _ kind: NodeKind, _ event: yaml_event_t, _ anchor: UnsafeMutablePointer<yaml_char_t>?,
        _ tag: UnsafeMutablePointer<yaml_char_t>?, isFlow: Bool
    ) {
        let range = range(of: event)
        checkTag(tag, of: kind, range)
        let name = text(of: anchor)
        if let name { checkAnchor(name, range) }
        if let name { anchors[name] = .open }
        builder.open(kind, range.start, range.end, isFlow: isFlow, anchor: name)
    }

    private mutating func close(_ event: yaml_event_t) {
        let isFlow = builder.frames.last?.isFlow ?? false
        let frame = builder.close(isFlow ? range(of: event).end : nil)
        if let frame, let anchor = frame.anchor {
            anchors[anchor] = .node(frame.node, height: frame.height, size: frame.size)
        }
    }

    private mutating func readAlias(_ event: yaml_event_t) {
        let range = range(of: event)
        let name = text(of: event.data.alias.anchor) ?? ""
        switch anchors[name] {
        case .node(let node, let height, let size): add(node, height, size, range)
        case .open:
            let help = "write the value out, or use `$ref`"
            reportAlias(
                "recursive-alias", "the alias `*\(name)` stands inside the value of its anchor", range, help: help)
        case nil:
            suggestionsLeft -= 1
            let candidates = suggestionsLeft > 0 ? anchors.keys.sorted() : []
            let meant = suggestion(for: name, among: candidates).map { "did you mean `*\($0)`?" }
            reportAlias("unknown-anchor", "no anchor `&\(name)` comes before this alias", range, help: meant)
        }
    }

    private mutating func add(_ node: Node, _ height: Int, _ size: Int, _ range: SourceRange) {
        if builder.expectsKey { return addKey(node, range) }
        guard builder.frames.count + height <= builder.limits.depth else { return builder.reportDepth(range) }
        if builder.expand(size, at: range) { builder.add(node, end: range.end, height: height, size: size) }
    }

    private mutating func addKey(_ node: Node, _ range: SourceRange) {
        if let text = builder.arena.scalarText(node) {
            builder.key(text, range.start, range.end)
        } else {
            builder.reportComplexKey(range)
            builder.frames[builder.frames.count - 1].key = .dropped
        }
    }

    /// Reports an alias that stands for nothing and puts null in its place.
    private mutating func reportAlias(_ rule: String, _ message: String, _ range: SourceRange, help: String?) {
        builder.diagnostics.error(rule, message, at: range, help: help)
        if builder.expectsKey {
            builder.frames[builder.frames.count - 1].key = .dropped
        } else {
            builder.scalar(.null, UnsafeBufferPointer(start: nil, count: 0), range.start, range.end)
        }
    }

    func text(of string: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let string else { return nil }
        return String(cString: string)
    }

    mutating func range(of event: yaml_event_t) -> SourceRange {
        let start = positions.byteOffset(ofCodePoint: event.start_mark.index)
        return builder.range(start, positions.byteOffset(ofCodePoint: event.end_mark.index))
    }
}
