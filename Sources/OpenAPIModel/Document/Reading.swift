/// What the readers of one description share: the arena, the findings, and the work that one object leaves for later.
///
/// It lives only inside `bind` and `readConfiguration`; what they return are values.
package final class Reading {
    package var arena: NodeArena
    package var diagnostics: Diagnostics
    package var version: OpenAPIVersion
    /// Notes which members are asked for, when the table of all members is made.
    var recorder: MemberRecorder?
    var targets = Targets()
    /// The schemas that have been read; those of `schemaNodes` behind them are known by their node alone.
    var schemas: [Schema] = []
    var schemaNodes: [Node] = []
    /// Schemas that are written as something else, by their place among the schemas.
    var madeSchemas: [Int: Schema] = [:]
    /// The schemas of lists in parameters of Swagger 2.0, which say how they are written.
    var itemNodes: Set<Node> = []
    /// What Swagger 2.0 says once for many operations.
    var swagger = SwaggerContext()
    var schemaIDs: [Node: SchemaID] = [:]
    var references: [PendingReference] = []
    var externalExamples: [Example] = []
    var securityRequirements: [SecurityRequirement] = []
    /// Finds what a reference names at once; set by the binder.
    var follow: ((PendingReference) -> Node?)?
    /// The references that are being followed at once, from the outermost on.
    var trail = Trail()
    var followed = FollowedObjects()
    /// What is part of a cycle of references that was reported.
    var cyclic: Set<Node> = []
    /// What references lead to that stand where OpenAPI has none, by the values of `$ref`.
    var inlined: [Node: Node] = [:]
    /// The values of `$ref` that stand where OpenAPI has none and cannot be followed.
    var unfollowed: [Node] = []
    /// What references lead to that were followed at once and stand where they may.
    var bindings: [Node: Node] = [:]
    /// The Swift names that objects give by `x-trunkline-…` members.
    var givenNames: [NamedPlace: Located<String>] = [:]
    /// The versions of files that are documents of their own.
    var versions: [FileID: OpenAPIVersion] = [:]
    /// How many objects are being read, each in another; readers recurse, so that the stack bounds it.
    private var depth = 0
    private static let maximumDepth = 1000

    package init(arena: NodeArena, diagnostics: Diagnostics, version: OpenAPIVersion = .v3_2) {
        self.arena = arena
        self.diagnostics = diagnostics
        self.version = version
    }

    /// Reads a node as an object of a kind; nil, and a finding, when it is no mapping.
    package func read<Object: DocumentObject>(_ node: Node, as type: Object.Type) -> Object? {
        guard depth < Reading.maximumDepth else {
            report("too-deep", "objects are nested more than \(Reading.maximumDepth) deep", at: arena.range(of: node))
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        guard let value = arena.value(in: node, for: "$ref") else { return readMapping(node, as: type) }
        guard let target = followUnexpected(value) else { return nil }
        trail.enter(target, arena.string(value))
        defer { trail.leave() }
        return readFollowed(target, as: type, from: value)
    }

    func readMapping<Object: DocumentObject>(_ node: Node, as type: Object.Type) -> Object? {
        guard arena.kind(node) == .mapping else {
            reportWrongType(node, expected: "a mapping (\(Object.objectName))")
            return nil
        }
        var reader = ObjectReader(node, name: Object.objectName, reading: self)
        let object = Object(from: &reader)
        reader.reportUnknownMembers(as: .error)
        return object
    }

    /// The version of the document that a node is in; a file that is no document has that of the entry document.
    func version(of node: Node) -> OpenAPIVersion {
        versions.isEmpty ? version : versions[arena.file(of: node)] ?? version
    }

    func report(
        _ rule: String, _ message: String, at range: SourceRange?, help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        diagnostics.error(rule, message, at: range, help: help, related: related)
    }

    func reportWrongType(_ node: Node, expected: String) {
        report("wrong-type", "expected \(expected), found \(arena.kind(node).name)", at: arena.range(of: node))
    }
}

/// An object of the specification that is read from a mapping; its initialiser is its grammar.
package protocol DocumentObject: Sendable {
    /// The object as it is called in messages, for example `the Info object`.
    static var objectName: String { get }
    var node: Node { get }
    init(from reader: inout ObjectReader)
}

/// A value with the key it stands under.
package struct Named<Value: Sendable>: Sendable {
    package let name: String
    package let nameRange: SourceRange
    package let value: Value

    package init(name: String, nameRange: SourceRange, value: Value) {
        self.name = name
        self.nameRange = nameRange
        self.value = value
    }
}

extension Array {
    /// The value under a name in a list that keeps the order of a mapping.
    package subscript<Value: Sendable>(named name: String) -> Value? where Element == Named<Value> {
        first { $0.name.isExactly(name) }?.value
    }
}
