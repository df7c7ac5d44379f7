import OpenAPIModel

/// Checks values against schemas (JSON Schema Draft 2020-12, the dialect of OpenAPI 3.0, and the drafts from 4 on).
///
/// Schemas are compiled when they are first met, once. Schemas and values are nodes of one arena, so that a finding has
/// the place of both. It lives inside one run.
package final class SchemaChecker {
    package internal(set) var arena: NodeArena
    package internal(set) var files: SourceFiles
    /// What is wrong with the schemas that were compiled.
    package internal(set) var faults: [SchemaFault] = []
    /// Whether `format` is judged where the dialect makes it a note only.
    package let assertsFormats: Bool
    /// The dialect of documents that do not name one.
    let dialect: SchemaDialect
    /// The bytes of the document at an address, where there is one.
    private let load: (String) -> [UInt8]?
    /// The nodes that references were bound to, by the values of `$ref`.
    let bound: (Node) -> Node?

    var resources = SchemaResources()
    private(set) var schemas: [CompiledSchema?] = []
    private var places: [(node: Node, resource: Int)] = []
    private var indices: [Node: Int] = [:]
    private var patterns: [ExactText: Pattern?] = [:]
    private var dialects: [String: SchemaDialect] = [:]
    private var absent: Set<String> = []
    var identity = JSONIdentity()
    /// How many steps all checks took so far.
    package internal(set) var spentSteps = 0
    /// The versions of the documents of a description, by their roots.
    var versions: [Node: OpenAPIVersion] = [:]
    var knownFiles: Set<FileID> = []

    init(
        arena: NodeArena, files: SourceFiles, dialect: SchemaDialect, assertsFormats: Bool,
        load: @escaping (String) -> [UInt8]?, bound: @escaping (Node) -> Node?
    ) {
        self.arena = arena
        self.files = files
        self.dialect = dialect
        self.assertsFormats = assertsFormats
        self.load = load
        self.bound = bound
    }

    // MARK: Documents

    /// Adds a document that is a schema, and all schemas in it that have an address; returns its resource.
    @discardableResult
    func addDocument(_ root: Node, address: String, _ given: SchemaDialect) -> Int {
        let resource = resources.add(root, address: address, dialect: statedDialect(root) ?? given)
        var open: [(Node, Int)] = [(root, resource)]
        var seen: Set<Node> = []
        while let (node, around) = open.popLast() {
            guard arena.kind(node) == .mapping, seen.insert(node).inserted else { continue }
            let dialect = statedDialect(node) ?? resources[around].dialect
            let index = resources.addNames(of: node, in: around, dialect, arena)
            open += arena.subschemas(of: node).reversed().map { ($0, index) }
        }
        return resource
    }

    /// The dialect that a schema's `$schema` asks for.
    func statedDialect(_ node: Node) -> SchemaDialect? {
        guard let text = arena.value(in: node, for: "$schema").flatMap(arena.string) else { return nil }
        let address = Address(text).withoutFragment
        if let known = SchemaDialect(metaSchema: address) ?? dialects[address] { return known }
        guard let resource = resource(at: address) else { return nil }
        let dialect = readDialect(resources[resource].root, resources[resource].dialect)
        dialects[address] = dialect
        return dialect
    }

    /// The dialect that a meta-schema's `$vocabulary` describes.
    private func readDialect(_ metaSchema: Node, _ base: SchemaDialect) -> SchemaDialect {
        guard let vocabulary = arena.value(in: metaSchema, for: "$vocabulary") else { return base }
        var dialect = base
        dialect.vocabularies = []
        for entry in arena.entries(of: vocabulary) {
            switch entry.key.split(separator: "/").last {
            case "applicator": dialect.vocabularies.formUnion([.applicators, .unevaluated])
            case "unevaluated": dialect.vocabularies.insert(.unevaluated)
            case "validation": dialect.vocabularies.insert(.validation)
            case "format-assertion": dialect.vocabularies.insert(.formatAssertion)
            default: break
            }
        }
        return dialect
    }

    /// The resource at an address, read if need be.
    private func resource(at address: String) -> Int? {
        if let known = resources.index(at: address) { return known }
        guard absent.insert(address).inserted else { return nil }
        let bytes = load(address) ?? MetaSchemas.text(at: address).map { Array($0.utf8) }
        guard let bytes, let root = parse(bytes, path: address) else { return nil }
        let resource = addDocument(root, address: address, dialect)
        resources.alias(address, to: resource)
        return resource
    }

    /// Reads a text into the arena; nil where it cannot be understood.
    func parse(_ bytes: [UInt8], path: String) -> Node? {
        var unwanted = Diagnostics()
        let file = files.add(SourceFile(path: path, bytes: bytes))
        var growing = NodeArena()
        swap(&growing, &arena)
        defer { swap(&growing, &arena) }
        return OpenAPIModel.parse(file: file, in: files, into: &growing, diagnostics: &unwanted)
    }

    // MARK: Schemas

    /// The number of the schema at a node, which is compiled when it is used.
    func index(of node: Node, in resource: Int) -> Int {
        if let index = indices[node] { return index }
        schemas.append(nil)
        places.append((node, resources.index(ofRoot: node) ?? resource))
        indices[node] = schemas.count - 1
        return schemas.count - 1
    }

    func compiled(_ index: Int) -> CompiledSchema {
        if let schema = schemas[index] { return schema }
        let schema = compile(places[index].node, places[index].resource)
        schemas[index] = schema
        return schema
    }

    func place(of index: Int) -> (node: Node, resource: Int) { places[index] }

    /// The schema that a reference names.
    func target(of value: Node, _ text: String, from resource: Int) -> Int? {
        if let node = bound(value) {
            return index(of: node, in: resources.index(around: node, arena) ?? resource)
        }
        let address = Address(text)
        guard let goal = self.resource(at: Address(resources[resource].address).resolving(address)),
            let fragment = (address.fragment ?? "").percentDecoded,
            let node = node(at: fragment, in: goal)
        else {
            report("unresolved-reference", "`\(text)` leads nowhere", at: value)
            return nil
        }
        return index(of: node, in: resources.index(around: node, arena) ?? goal)
    }

    private func node(at fragment: String, in resource: Int) -> Node? {
        guard let pointer = JSONPointer(fragment) else { return resources[resource].anchors[fragment] }
        return arena.node(at: pointer, from: resources[resource].root)
    }

    /// A pattern, read once; what is wrong with it is noted where it stands.
    func pattern(_ text: String, at range: SourceRange) -> Pattern? {
        if let known = patterns[ExactText(text)] { return known }
        do throws(PatternError) {
            let pattern = try Pattern(text)
            patterns[ExactText(text)] = pattern
            return pattern
        } catch {
            let message = "the pattern is not ECMA-262: \(error.message), at character \(error.offset + 1)"
            faults.append(SchemaFault(rule: "bad-pattern", message: message, range: range))
            patterns[ExactText(text)] = .some(nil)
            return nil
        }
    }

    func report(_ rule: String, _ message: String, at node: Node) {
        faults.append(SchemaFault(rule: rule, message: message, range: arena.range(of: node)))
    }
}
