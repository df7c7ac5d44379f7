import OpenAPIModel

/// Reads what a file of Spectral or Redocly says of rules that have a counterpart here.
///
/// For example, of this `.spectral.yaml` the first rule is read and the second noted:
///
///     extends: spectral:oas
///     rules:
///       operation-tags: error
///       house-style: { given: $.info, then: { field: x-team, function: truthy } }
///
/// - Parameters:
///   - ignored: The `.redocly.lint-ignore.yaml` beside a `redocly.yaml`.
///   - specification: The path of the specification, for what is said of it alone.
package func readRuleset(
    _ file: FileID, of tool: RulesetTool, ignored: FileID? = nil, for specification: String, in files: SourceFiles,
    diagnostics: inout Diagnostics
) -> LintSettings {
    var arena = NodeArena()
    let root = parse(file: file, in: files, into: &arena, diagnostics: &diagnostics)
    let list = ignored.flatMap { parse(file: $0, in: files, into: &arena, diagnostics: &diagnostics) }
    var reader = RulesetReader(tool, arena, diagnostics)
    var settings = LintSettings()
    if let root {
        switch tool {
        case .spectral: settings = reader.spectral(root)
        case .redocly: settings = reader.redocly(root, for: specification)
        }
    }
    if let list { settings.ignored = reader.ignoredPlaces(list) }
    diagnostics = reader.diagnostics
    return settings
}

extension RulesetReader {
    // MARK: Spectral

    /// Reads a ruleset of Spectral or vacuum.
    fileprivate mutating func spectral(_ root: Node) -> LintSettings {
        var settings = LintSettings()
        let foreign = [
            "aliases", "functions", "functionsDir", "parserOptions", "formats", "except", "documentationUrl",
        ]
        for entry in entries(root, "a ruleset") {
            switch entry.key {
            case "extends": for set in listed(entry.value) { extend(set, &settings) }
            case "rules", "overrides": break
            case _ where foreign.contains(entry.key):
                pass(over: entry.key, at: entry.keyRange, "it is for Spectral alone")
            default: pass(over: entry.key, at: entry.keyRange, "rulesets have no such member")
            }
        }
        if let rules = arena.value(in: root, for: "rules") {
            settings.changes.merge(changes(rules)) { $1 }
        }
        if let overrides = arena.value(in: root, for: "overrides") {
            for override in elements(overrides, "`overrides`") { self.override(override, &settings) }
        }
        return settings
    }

    /// A list, or one value in place of a list of it.
    private func listed(_ node: Node) -> [Node] {
        arena.kind(node) == .sequence ? Array(arena.elements(of: node)) : [node]
    }

    /// A set by its name, or by a pair of its name and how much of it is on.
    private mutating func extend(_ set: Node, _ settings: inout LintSettings) {
        let pair = arena.kind(set) == .sequence ? Array(arena.elements(of: set)) : [set]
        guard let first = pair.first, let name = text(first, "a set in `extends`") else { return }
        guard ["spectral:oas", "vacuum:oas"].contains(name) else {
            return pass(over: name, at: arena.range(of: first), "only `spectral:oas` is known here")
        }
        let own = name == "vacuum:oas" ? tool.counterparts : RuleCounterpart.spectral
        let mode = pair.count > 1 ? arena.scalarText(pair[1]) ?? "" : "recommended"
        switch mode {
        case "off": settings.changes.merge(changes(own) { _ in false }) { $1 }
        case "recommended": settings.changes.merge(changes(own) { $0.sets.contains(.recommended) }) { $1 }
        case "all": settings.changes.merge(changes(own) { _ in true }) { $1 }
        default: fail("`\(mode)` is none of `off`, `recommended`, `all`", at: pair[1])
        }
    }

    /// Other rules for some files or places in them.
    private mutating func override(_ node: Node, _ settings: inout LintSettings) {
        var places: [LintSettings.FilePlace] = []
        var changes: LintSettings.Changes = [:]
        for entry in entries(node, "an override") {
            switch entry.key {
            case "files": places = elements(entry.value, "`files`").compactMap { filePlace($0) }
            case "rules": changes = self.changes(entry.value)
            default:
                pass(over: entry.key, at: entry.keyRange, "only `files` and `rules` of an override are")
            }
        }
        guard !places.isEmpty, !changes.isEmpty else { return }
        settings.overrides.append(.init(places: places, changes: changes))
    }

    /// A pattern of paths with a pointer, for example `legacy/*.yaml#/paths/~1pets`.
    private mutating func filePlace(_ node: Node) -> LintSettings.FilePlace? {
        guard let text = text(node, "a file of an override"), takesPlace(at: node) else { return nil }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let pointer = parts.count > 1 ? JSONPointer(parts[1]) : JSONPointer(tokens: [])
        guard let pointer else {
            fail("`\(text)` has no JSON Pointer behind its `#`", at: node)
            return nil
        }
        // `#/paths` alone is a place in the document that is checked.
        guard let pattern = FilePattern(parts[0].isEmpty ? "**" : parts[0]) else {
            pass(over: text, at: arena.range(of: node), "of patterns `*`, `**` and `?` are known here")
            return nil
        }
        return LintSettings.FilePlace(pattern: pattern, pointer: pointer)
    }

    // MARK: Redocly

    /// Reads a configuration of Redocly: its own rules, then those of the specification among its `apis`.
    fileprivate mutating func redocly(_ root: Node, for specification: String) -> LintSettings {
        var settings = LintSettings()
        apply(root, &settings, isWhole: true)
        guard let apis = arena.value(in: root, for: "apis") else { return settings }
        for entry in entries(apis, "`apis`") {
            guard let path = arena.value(in: entry.value, for: "root").flatMap(arena.string),
                FilePattern(path)?.matches(specification) == true
            else { continue }
            apply(entry.value, &settings, isWhole: false)
        }
        return settings
    }

    /// - Parameter isWhole: Whether it is the configuration and not that of one of its `apis`.
    private mutating func apply(_ node: Node, _ settings: inout LintSettings, isWhole: Bool) {
        _ = entries(node, isWhole ? "a configuration" : "one of `apis`")
        if let sets = arena.value(in: node, for: "extends") {
            settings = LintSettings(set: .minimal)
            for set in listed(sets) { extendRedocly(set, &settings) }
        } else if isWhole {
            settings.changes = changes(tool.counterparts) { $0.sets.contains(.recommended) }
        }
        if let rules = arena.value(in: node, for: "rules") { settings.changes.merge(changes(rules)) { $1 } }
        let foreign =
            ["plugins", "preprocessors", "decorators"]
            + arena.entries(of: node).map(\.key).filter {
                $0.hasPrefix("oas") && ["Rules", "Decorators", "Preprocessors"].contains(where: $0.hasSuffix)
            }
        passOver(foreign, in: node, "it is for Redocly alone")
    }

    private mutating func extendRedocly(_ node: Node, _ settings: inout LintSettings) {
        guard let name = text(node, "a set in `extends`") else { return }
        let (set, sets): (RuleSet, RuleCounterpart.Sets)
        switch name {
        case "minimal": (set, sets) = (.minimal, .minimal)
        case "spec": (set, sets) = (.minimal, .specification)
        case "recommended", "recommended-strict": (set, sets) = (.recommended, .recommended)
        case "all": (set, sets) = (.strict, .all)
        default:
            return pass(over: name, at: arena.range(of: node), "only the sets that Redocly brings along are known here")
        }
        settings.set = max(settings.set, set)
        let changes = changes(tool.counterparts, isStrict: name == "recommended-strict") {
            name == "all" || !$0.sets.isDisjoint(with: sets)
        }
        settings.changes.merge(changes) { $1 }
    }

    /// Reads a `.redocly.lint-ignore.yaml`: pointers by the rule that is broken there and by the file.
    ///
    /// For example:
    ///
    ///     specs/pets.yaml:
    ///       operation-4xx-response: ['#/paths/~1pets/get/responses']
    fileprivate mutating func ignoredPlaces(_ root: Node) -> IgnoredPlaces {
        var places = IgnoredPlaces()
        for file in entries(root, "a list of what is ignored") {
            for rule in entries(file.value, "what is ignored in a file") {
                let ids = tool.counterparts.first { $0.name == rule.key }?.rules ?? []
                if ids.isEmpty { pass(over: rule.key, at: rule.keyRange, "Trunkline has no rule for it") }
                for element in elements(rule.value, "what is ignored of a rule") {
                    guard let text = arena.string(element), text.hasPrefix("#"),
                        let pointer = JSONPointer(String(text.dropFirst()))
                    else {
                        fail("a place is a text such as `#/paths/~1pets/get`", at: element)
                        continue
                    }
                    for id in ids { places.insert(pointer, of: id, in: file.key) }
                }
            }
        }
        return places
    }
}
