extension Resolver {
    /// A body in one media type, before its schema becomes a type.
    struct PlannedContent {
        var names: [MediaTypeName]
        /// Where the first of the names stands.
        let range: SourceRange
        let media: MediaType
        /// What the schema is after references; nil where there is none.
        let target: SchemaID?

        var kind: MediaTypeName.Kind { names[0].kind }
        var origin: Node { media.node }

        /// What tells shapes apart before they are resolved.
        struct Signature: Hashable {
            let kind: MediaTypeName.Kind
            let target: SchemaID?
        }

        var signature: Signature {
            switch kind {
            case .json, .events, .lines, .sequence: Signature(kind: kind, target: target)
            case .text, .form: Signature(kind: .text, target: nil)
            case .xml, .binary, .multipart: Signature(kind: .binary, target: nil)
            }
        }

        /// What it is called by where no other is of its kind.
        var kindLabel: String {
            switch kind {
            case .json: "json"
            case .form: "form"
            case .multipart: "multipart"
            case .events: "events"
            case .lines, .sequence: "lines"
            case .text: "text"
            case .xml, .binary: "data"
            }
        }

        /// What it is called by where others are of its kind.
        var nameLabel: String {
            let name = names[0]
            guard name.subtype == "*" else { return name.subtype }
            return name.type == "*" ? kindLabel : name.type
        }
    }

    /// The bodies that differ in how they are read or written, in the order of the text.
    mutating func plan(
        _ content: [Named<Referenced<MediaType>>], isSent: Bool, _ id: String
    ) -> [PlannedContent] {
        var planned: [PlannedContent] = []
        for entry in withoutXML(content, isSent: isSent, id) {
            guard let media = description.object(entry.value) else { continue }
            let target = (media.schema ?? media.itemSchema).map(description.resolved)
            let next = PlannedContent(
                names: [mediaTypeName(entry)], range: entry.nameRange, media: media, target: target)
            guard let same = planned.firstIndex(where: { isSent ? $0.isSent(as: next) : $0.isRead(as: next) }) else {
                planned.append(next)
                continue
            }
            if !isSent {
                planned[same].names += next.names
            } else {
                let kept = planned[same].kind == .form && next.kind == .json ? next : planned[same]
                let dropped = kept.range == next.range ? planned[same] : next
                noteDropped(dropped.names[0].text, at: dropped.range, "`\(id)` sends \(kept.names[0].text)")
                planned[same] = kept
            }
        }
        return planned
    }

    /// What a body is called by among others.
    func label(of content: PlannedContent, among all: [PlannedContent]) -> String {
        all.count { $0.kindLabel == content.kindLabel } == 1 ? content.kindLabel : content.nameLabel
    }

    /// What is no media type is any bytes.
    private mutating func mediaTypeName(_ entry: Named<Referenced<MediaType>>) -> MediaTypeName {
        if let name = MediaTypeName(entry.name) { return name }
        diagnostics.warning(
            "bad-media-type", "`\(entry.name)` is no media type; the body is taken for any bytes", at: entry.nameRange,
            help: "write a type and a subtype, for example `application/json`")
        return .bytes
    }

    /// XML beside something else is left out; alone it is data.
    private mutating func withoutXML(
        _ content: [Named<Referenced<MediaType>>], isSent: Bool, _ id: String
    ) -> [Named<Referenced<MediaType>>] {
        let isXML = { (entry: Named<Referenced<MediaType>>) in MediaTypeName(entry.name)?.kind == .xml }
        guard let other = content.first(where: { !isXML($0) }) else {
            for entry in content {
                diagnostics.warning(
                    "unsupported", "XML is not supported yet; `\(id)` \(isSent ? "sends" : "gives") it as data",
                    at: entry.nameRange)
            }
            return content
        }
        for entry in content where isXML(entry) {
            noteDropped(entry.name, at: entry.nameRange, "`\(id)` \(isSent ? "sends" : "reads") \(other.name)")
        }
        return content.filter { !isXML($0) }
    }

    /// Says that one of several media types is of no use.
    mutating func noteDropped(_ name: String, at range: SourceRange, _ instead: String) {
        diagnostics.report(Diagnostic(.note, "unsupported", "`\(name)` is not generated; \(instead)", at: range))
    }
}

extension Resolver.PlannedContent {
    /// Whether a caller has no reason to send one rather than the other: the same schema as JSON or as a form.
    fileprivate func isSent(as other: Self) -> Bool {
        let kinds: Set<MediaTypeName.Kind> = [.json, .form]
        return kinds.contains(kind) && kinds.contains(other.kind) && target == other.target
    }

    /// Whether both are read into the same type by the same rules.
    fileprivate func isRead(as other: Self) -> Bool { signature == other.signature }
}
