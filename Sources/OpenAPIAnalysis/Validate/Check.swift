import OpenAPIModel

/// What a rule looks at: it is asked once about every object of the kind.
enum Check: Sendable {
    /// The whole, for what only shows when everything is known.
    case description(@Sendable (inout RuleFindings) -> Void)
    case pathItem(@Sendable (PathItemSite, inout RuleFindings) -> Void)
    case operation(@Sendable (OperationSite, inout RuleFindings) -> Void)
    case parameter(@Sendable (Parameter, inout RuleFindings) -> Void)
    case header(@Sendable (HeaderSite, inout RuleFindings) -> Void)
    case requestBody(@Sendable (RequestBody, inout RuleFindings) -> Void)
    case response(@Sendable (Response, inout RuleFindings) -> Void)
    case mediaType(@Sendable (MediaTypeSite, inout RuleFindings) -> Void)
    case encoding(@Sendable (EncodingSite, inout RuleFindings) -> Void)
    case schema(@Sendable (Schema, inout RuleFindings) -> Void)
    case server(@Sendable (Server, inout RuleFindings) -> Void)
    case securityScheme(@Sendable (Named<SecurityScheme>, inout RuleFindings) -> Void)
    case requirement(@Sendable (SecurityRequirement, inout RuleFindings) -> Void)
    case link(@Sendable (LinkSite, inout RuleFindings) -> Void)
    case callback(@Sendable (Callback, inout RuleFindings) -> Void)
    case example(@Sendable (Example, inout RuleFindings) -> Void)
    /// Values, which `checkExamples` compares with their schemas.
    case values(CheckedValue)
}

/// What the checks of a run have found.
struct RuleFindings {
    let description: Description
    let survey: Survey
    /// The rules of the run, and which of them is being checked.
    private let rules: [Rule]
    var ruleIndex = 0
    /// Whether what is a habit in a document elsewhere is asked of every document.
    let isStrict: Bool
    private(set) var diagnostics = Diagnostics()
    var budget = Budget()
    /// The names of the parameters of operations that links lead to, by the operations' nodes.
    var parameterNames: [Node: Set<String>] = [:]
    /// The scopes of security schemes, by their names.
    var scopes: [String: Set<String>] = [:]

    init(_ description: Description, _ survey: Survey, _ rules: [Rule], isStrict: Bool) {
        self.description = description
        self.survey = survey
        self.isStrict = isStrict
        self.rules = rules
    }

    var arena: NodeArena { description.arena }

    /// Reports that the rule is broken, as bad as it is in the version of the file.
    mutating func report(
        _ message: String, at range: SourceRange, help: String? = nil, related: [Diagnostic.Related] = []
    ) {
        let rule = rules[ruleIndex]
        guard let severity = rule.levels[description.version(of: range.file)] else { return }
        diagnostics.report(Diagnostic(severity, rule.id, message, at: range, help: help, related: related))
    }

    /// Reports at the value of a member of an object, or at the object's name where it has no such member.
    mutating func report(
        _ message: String, at node: Node, value key: String, help: String? = nil, related: [Diagnostic.Related] = []
    ) {
        let value = description.arena.value(in: node, for: key)
        let range = value.map(description.arena.range) ?? description.arena.nameRange(of: node)
        report(message, at: range, help: help, related: related)
    }

    /// Reports at the key of a member of an object, or at the object's name where it has no such member.
    mutating func report(
        _ message: String, at node: Node, key: String, help: String? = nil, related: [Diagnostic.Related] = []
    ) {
        let isThere = description.arena.value(in: node, for: key) != nil
        let range = isThere ? description.arena.keyRange(in: node, for: key) : description.arena.nameRange(of: node)
        report(message, at: range, help: help, related: related)
    }

    /// Reports at the key that an object stands under, or at the object itself in a list.
    mutating func report(_ message: String, at node: Node, help: String? = nil, related: [Diagnostic.Related] = []) {
        report(message, at: description.arena.nameRange(of: node), help: help, related: related)
    }

    /// Reports that something takes too many steps to be checked.
    mutating func reportCost(_ message: String, at node: Node) {
        diagnostics.warning("costly-check", message, at: description.arena.nameRange(of: node))
    }

    /// Whether an object has a member, whatever its value.
    func has(_ key: String, _ node: Node) -> Bool { description.arena.value(in: node, for: key) != nil }

    /// The version of the document that a node is in.
    func version(of node: Node) -> OpenAPIVersion { description.version(of: description.arena.file(of: node)) }
}
