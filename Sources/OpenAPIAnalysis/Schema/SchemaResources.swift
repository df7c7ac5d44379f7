import OpenAPIModel

/// Which schemas have which addresses: what `$id`, `$anchor` and `$dynamicAnchor` say, and where documents come from.
struct SchemaResources {
    /// A document, or a schema in one with an address of its own.
    struct Resource {
        let root: Node
        /// What relative references in it are relative to; without a fragment.
        let address: String
        let dialect: SchemaDialect
        var anchors: [String: Node] = [:]
        var dynamicAnchors: [String: Node] = [:]
    }

    private(set) var list: [Resource] = []
    private var byAddress: [String: Int] = [:]
    private var byRoot: [Node: Int] = [:]

    subscript(index: Int) -> Resource { list[index] }

    func index(at address: String) -> Int? { byAddress[address] }
    func index(ofRoot node: Node) -> Int? { byRoot[node] }

    /// The resource that a node is in; nil for a node of a document that was not added.
    func index(around node: Node, _ arena: NodeArena) -> Int? {
        var current = node
        while true {
            if let index = byRoot[current] { return index }
            guard let parent = arena.parent(of: current) else { return nil }
            current = parent
        }
    }

    /// Adds a resource; an address that is taken stays with the first.
    mutating func add(_ root: Node, address: String, dialect: SchemaDialect) -> Int {
        list.append(Resource(root: root, address: address, dialect: dialect))
        byRoot[root] = list.count - 1
        if byAddress[address] == nil { byAddress[address] = list.count - 1 }
        return list.count - 1
    }

    /// Lets a resource be found at another address as well.
    mutating func alias(_ address: String, to index: Int) {
        if byAddress[address] == nil { byAddress[address] = index }
    }

    /// Takes in what a schema calls itself; returns the resource that it and what is in it belong to.
    ///
    /// - Parameter dialect: The dialect that the schema's `$schema` asks for, or that of what is around it.
    mutating func addNames(of node: Node, in resource: Int, _ dialect: SchemaDialect, _ arena: NodeArena) -> Int {
        let hidesNames = dialect.referenceHidesSiblings && arena.value(in: node, for: "$ref") != nil
        guard let key = dialect.identifier, !hidesNames else { return resource }
        var index = resource
        if let text = arena.value(in: node, for: key).flatMap(arena.string) {
            let address = Address(text)
            if let fragment = address.fragment, !fragment.isEmpty, dialect.draft < .draft2019 {
                list[index].anchors[String(fragment)] = node
            } else {
                let full = Address(list[index].address).resolving(address)
                index = list[index].root == node ? rename(index, full) : add(node, address: full, dialect: dialect)
            }
        }
        if let anchor = arena.value(in: node, for: "$anchor").flatMap(arena.string) {
            list[index].anchors[anchor] = node
        }
        if let anchor = arena.value(in: node, for: "$dynamicAnchor").flatMap(arena.string) {
            list[index].anchors[anchor] = node
            list[index].dynamicAnchors[anchor] = node
        }
        return index
    }

    /// Gives a document the address that it says it has; it stays to be found where it came from.
    private mutating func rename(_ index: Int, _ address: String) -> Int {
        let old = list[index]
        list[index] = Resource(
            root: old.root, address: address, dialect: old.dialect, anchors: old.anchors,
            dynamicAnchors: old.dynamicAnchors)
        alias(address, to: index)
        return index
    }
}

extension NodeArena {
    /// The schemas that stand directly in a schema, by the keywords of all drafts.
    func subschemas(of node: Node) -> [Node] {
        entries(of: node).flatMap { entry -> [Node] in
            switch entry.key {
            case "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems",
                "unevaluatedProperties", "contentSchema", "additionalItems":
                return [entry.value]
            case "items": return kind(entry.value) == .sequence ? Array(elements(of: entry.value)) : [entry.value]
            case "allOf", "anyOf", "oneOf", "prefixItems": return Array(elements(of: entry.value))
            case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "dependencies":
                return entries(of: entry.value).map(\.value)
            default: return []
            }
        }
    }
}
