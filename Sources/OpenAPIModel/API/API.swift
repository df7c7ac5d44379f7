/// What goes over the wire: operations, and the types of what they send and receive. No Swift word is in it.
///
/// Types live in one list and refer to each other by id, so that recursion needs no references. Every entity keeps the
/// node it comes from, so that any stage can point at the text.
package struct API: Sendable {
    package var title: String
    package var version: String
    package var documentation: Documentation
    package var servers: [Server] = []
    @usableFromInline package var types: [TypeDefinition] = []
    /// The types in the order in which a reader meets them.
    var order: [TypeID] = []
    /// In the order of the text.
    package var operations: [Operation] = []
    /// What the API asks of its callers: webhooks and callbacks.
    package var notifications: [Notification] = []
    /// The tags that operations have, in the order they are declared or first used.
    package var tags: [Tag] = []
    /// The security schemes that operations take, in the order they are declared.
    package var securitySchemes: [SecurityScheme] = []
    /// The names that the configuration pins, by the node of what they name.
    package var pinnedNames: [Node: String] = [:]
    /// What the configuration chooses; nil for everything.
    package internal(set) var selection: Selection?
    /// The names that the specification gives.
    package var givenNames: [NamedPlace: Located<String>] = [:]

    package init(title: String, version: String, documentation: Documentation) {
        self.title = title
        self.version = version
        self.documentation = documentation
    }

    @inlinable package subscript(id: TypeID) -> TypeDefinition {
        _read { yield types[id.index] }
        _modify { yield &types[id.index] }
    }

    package var typeIDs: [TypeID] { order }
}

extension API {
    /// A group of operations.
    package struct Tag: Sendable {
        package let name: String
        package let documentation: String?
        /// Nil for a tag that is only used.
        package var origin: Node?
    }
}

/// What the specification says to people.
package struct Documentation: Sendable, Hashable {
    package var title: String?
    package var text: String?
    /// Bounds, a phrase each, for example `at most 40 characters`.
    package var constraints: [String] = []
    /// The value that is meant where none is given, as JSON.
    package var defaultText: String?
    /// Whether the value may be left out, so that the server takes its default.
    package var isOmittable = false
    /// The schemas whose bounds are said.
    package var sources = DocumentationSources()
    /// Where the vendor documents it.
    package var url: String?
    package var isDeprecated = false

    package init(title: String? = nil, text: String? = nil, constraints: [String] = [], url: String? = nil) {
        self.title = title
        self.text = text
        self.constraints = constraints
        self.url = url
    }
}
