import OpenAPIModel

/// What the files of other linters have in common: rules by name with how bad breaking them is.
///
/// A file is untrusted: what it says wrongly is an error (`bad-ruleset`) at its place, what has no counterpart here a note
/// (`no-counterpart`), once for each name.
struct RulesetReader {
    let tool: RulesetTool
    let arena: NodeArena
    var diagnostics: Diagnostics
    private let counterparts: [String: RuleCounterpart]
    private var noted: Set<String> = []
    /// How many places of overrides may still be read; every one is looked for in every file.
    private var placesLeft = 500

    init(_ tool: RulesetTool, _ arena: NodeArena, _ diagnostics: Diagnostics) {
        self.tool = tool
        self.arena = arena
        self.diagnostics = diagnostics
        counterparts = Dictionary(tool.counterparts.map { ($0.name, $0) }) { first, _ in first }
    }

    // MARK: Findings

    mutating func fail(_ message: String, at node: Node, help: String? = nil) {
        diagnostics.error("bad-ruleset", message, at: arena.range(of: node), help: help)
    }

    /// Notes what is not read, once for each name.
    mutating func pass(over name: String, at range: SourceRange, _ reason: String) {
        guard noted.insert(name).inserted else { return }
        diagnostics.report(Diagnostic(.note, "no-counterpart", "`\(name)` is not read: \(reason)", at: range))
    }

    /// Notes members that mean something to the other linter alone.
    mutating func passOver(_ keys: [String], in node: Node, _ reason: String) {
        for entry in arena.entries(of: node) where keys.contains(entry.key) {
            pass(over: entry.key, at: entry.keyRange, reason)
        }
    }

    /// Whether one more place of an override is read; an error, once, where there are too many.
    mutating func takesPlace(at node: Node) -> Bool {
        placesLeft -= 1
        if placesLeft == -1 { fail("the overrides name more than 500 places", at: node) }
        return placesLeft >= 0
    }

    // MARK: Values

    /// The entries of a mapping; an error where the value is something else.
    mutating func entries(_ node: Node, _ what: String) -> [MappingEntry] {
        guard arena.kind(node) == .mapping else {
            fail("\(what) is \(arena.kind(node).name), and a mapping is needed", at: node)
            return []
        }
        return Array(arena.entries(of: node))
    }

    /// The elements of a list; an error where the value is something else.
    mutating func elements(_ node: Node, _ what: String) -> [Node] {
        guard arena.kind(node) == .sequence else {
            fail("\(what) is \(arena.kind(node).name), and a list is needed", at: node)
            return []
        }
        return Array(arena.elements(of: node))
    }

    mutating func text(_ node: Node, _ what: String) -> String? {
        if let text = arena.string(node) { return text }
        fail("\(what) is \(arena.kind(node).name), and a text is needed", at: node)
        return nil
    }

    // MARK: Rules

    /// What the members of `rules` change here.
    mutating func changes(_ rules: Node) -> LintSettings.Changes {
        var changes: LintSettings.Changes = [:]
        for entry in entries(rules, "`rules`") {
            guard let change = change(entry) else { continue }
            guard let counterpart = counterparts[entry.key] else {
                pass(over: entry.key, at: entry.keyRange, "Trunkline has no rule for it")
                continue
            }
            for id in counterpart.rules { changes[id] = change.stronger(than: changes[id]) }
        }
        return changes
    }

    /// How bad breaking a rule is; nil where it is one of the file's own, or where the words are none.
    private mutating func change(_ entry: MappingEntry) -> RuleChange? {
        var value = entry.value
        if arena.kind(value) == .mapping {
            let isOwn = ["given", "then", "subject", "assertions"].contains { arena.value(in: value, for: $0) != nil }
            guard !isOwn else {
                pass(over: entry.key, at: entry.keyRange, "it is a rule of one's own")
                return nil
            }
            // Where a rule of Redocly has options alone, it is an error to break it.
            guard let severity = arena.value(in: value, for: "severity") else { return .severity(.error) }
            value = severity
        }
        let word = arena.scalarText(value) ?? ""
        if let change = tool.severities.first(where: { $0.word == word })?.change { return change }
        let words = tool.severities.map(\.word).filter { $0.first?.isLetter == true }
        let shown = arena.kind(value).isScalar ? "`\(word)`" : arena.kind(value).name
        fail(
            "`\(entry.key)` is \(shown), and one of \(words.map { "`\($0)`" }.joined(separator: ", ")) is needed",
            at: value)
        return nil
    }

    // MARK: Sets

    /// The rules that a set of the other linter turns on and off.
    ///
    /// What OpenAPI demands (the set `minimal`) stays on where a set leaves its counterpart out; only its name turns it off.
    ///
    /// - Parameters:
    ///   - counterparts: The rules that the set speaks of.
    ///   - isStrict: Whether the set makes an error of every rule that it has.
    func changes(
        _ counterparts: [RuleCounterpart], isStrict: Bool = false, isOn: (RuleCounterpart) -> Bool
    ) -> LintSettings.Changes {
        var changes: LintSettings.Changes = [:]
        for counterpart in counterparts {
            let isOn = isOn(counterpart)
            let change = isOn ? isStrict ? RuleChange.severity(.error) : .on : .off
            for id in counterpart.rules where isOn || Rule.byID[id]?.set != .minimal {
                changes[id] = change.stronger(than: changes[id])
            }
        }
        return changes
    }
}

extension RuleChange {
    /// The stronger of two: where several rules of another linter are one here, it is on if one of them is.
    func stronger(than other: RuleChange?) -> RuleChange {
        guard let other else { return self }
        return rank >= other.rank ? self : other
    }

    private var rank: Int {
        switch self {
        case .off: 0
        case .severity(.note): 1
        case .severity(.warning): 2
        case .on: 3
        case .severity(.error): 4
        }
    }
}
