/// An entry document and everything it reaches, with every reference bound.
package struct Description: Sendable {
    package let version: OpenAPIVersion
    /// The entry document's file.
    package let entry: FileID
    /// The entry document's root value.
    package let root: Node
    package let document: OpenAPI
    package let arena: NodeArena
    package let files: SourceFiles
    /// Every schema that was read, in the order of their ids.
    package let schemas: [Schema]

    package let targets: Targets
    /// Per value of a `$ref`: the node at the end of the chain, or for schemas the node it names.
    let bound: [Node: Node]
    let schemaIDs: [Node: SchemaID]
    let externalValues: [Node: Node]
    /// Per value of a `$ref` that stands where OpenAPI has none: what it leads to.
    let inlined: [Node: Node]
    /// The security schemes that requirements name and the entry document does not have.
    let schemeTargets: [String: Node]
    let resolvedIDs: [SchemaID]
    /// What components of the entry document that are nothing but references lead to, by the components' names.
    let aliases: [Node: String]
    /// The same for other components than schemas.
    let objectAliases: [Node: String]
    /// The paths of path items, the first of each.
    let pathsOfItems: [Node: String]
    /// Every reference that was met where OpenAPI has one.
    let references: [PendingReference]
    /// The values of `$ref` in path items that have other members as well.
    let merged: Set<Node>
    /// The Swift names that objects give by `x-trunkline-…` members.
    let givenNames: [NamedPlace: Located<String>]
    /// The versions of the files that are documents.
    let versions: [FileID: OpenAPIVersion]
    /// How many files were read.
    let fileCount: Int
    /// Where the references stand that could not be followed.
    let unbound: [SourceRange]
    /// The nodes that references lead to.
    let referred: Set<Node>

    package var schemaIndices: [SchemaID] { schemas.indices.map { SchemaID(index: UInt32($0)) } }

    package func schema(_ id: SchemaID) -> Schema { schemas[Int(id.index)] }

    /// The schema at a node, if it was read as one.
    package func schemaID(at node: Node) -> SchemaID? { schemaIDs[node] }

    /// The schema that a reference or a discriminator's mapping names; nil when that was reported as an error.
    package func schemaID(of reference: Reference) -> SchemaID? {
        bound[reference.node].flatMap { schemaIDs[$0] }
    }

    /// The schema itself or, for a pure reference, the first schema of its chain that says something.
    package func resolved(_ id: SchemaID) -> SchemaID { resolvedIDs[Int(id.index)] }

    /// The object that stands in a place or that the reference there leads to; nil when that was reported as an error.
    package func object<Object: Referable>(_ referenced: Referenced<Object>) -> Object? {
        switch referenced {
        case .inline(let object): object
        case .reference(let reference): target(of: reference, as: Object.self)
        }
    }

    /// The object that a reference leads to, with the words that the reference has in place of the object's own.
    package func target<Object: Referable>(of reference: Reference, as type: Object.Type) -> Object? {
        var object = bound[reference.node].flatMap { targets[keyPath: Object.table][$0] }
        if reference.summary != nil || reference.description != nil { object?.describe(by: reference) }
        return object
    }

    /// The node that a reference leads to, whatever it is.
    package func targetNode(of reference: Reference) -> Node? { bound[reference.node] }

    /// The node that a reference leads to, by the value of its `$ref`.
    package func targetNode(at reference: Node) -> Node? { bound[reference] }

    /// The value of an example: its own, or the root of the JSON or YAML file it names.
    package func value(of example: Example) -> Node? {
        example.dataValue ?? example.value ?? externalValues[example.node]
    }

    /// The `x-…` members of an object.
    package func extensions(of node: Node) -> [MappingEntry] { arena.extensions(of: node) }

    /// The version of the document that a file is; a file that is none has that of the entry document.
    package func version(of file: FileID) -> OpenAPIVersion { versions[file] ?? version }

    /// Every reference that was met where OpenAPI has one, in the order in which they were read.
    package var allReferences: [Reference] { references.map(\.reference) }

    /// The node of the entry document that a pointer leads to.
    package func node(at pointer: JSONPointer) -> Node? { arena.node(at: pointer, from: root) }
}
