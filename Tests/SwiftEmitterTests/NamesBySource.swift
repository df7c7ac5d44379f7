import OpenAPIModel
import SwiftEmitter

/// Every Swift name of a module by what it is the name of, as the specification says it.
struct NamesBySource {
    /// A name, and the nodes of what bears it.
    struct Entry {
        let name: String
        let origin: SourceRange
    }

    /// Several where a schema becomes several types: the parts of a choice are joined with what stands beside it.
    private(set) var entries: [String: [Entry]] = [:]
    private(set) var diagnostics = Diagnostics()

    /// Every source with each of its names.
    var names: [(source: String, name: String)] {
        entries.flatMap { source, entries in entries.map { (source, $0.name) } }
    }

    init(_ text: String) throws {
        var files = SourceFiles()
        let provider = FileProvider { _ in Array(text.utf8) }
        let description = bind(entry: "openapi.json", provider: provider, files: &files, diagnostics: &diagnostics)
        guard let description else { return }
        var configuration = Configuration()
        let range = SourceRange(file: description.entry, start: 0, end: 0)
        configuration = configuration.renamed(Located("Random", range))
        let api = resolve(description, configuration, diagnostics: &diagnostics)
        let names = name(api, configuration, diagnostics: &diagnostics, arena: description.arena)
        addTypes(api, names, description.arena)
        addOperations(api, names, description.arena)
    }

    private mutating func add(_ source: String, _ name: Identifier, _ origin: Node, _ arena: NodeArena) {
        entries[source, default: []].append(Entry(name: name.name, origin: arena.range(of: origin)))
    }

    private mutating func addTypes(_ api: API, _ names: Names, _ arena: NodeArena) {
        for (id, name) in names.types {
            let (origin, shape) = (api[id].origin, api[id].shape)
            let source = "\(arena.pointer(of: origin)) \(Self.kind(shape))"
            add(source, name, origin, arena)
            if let input = names.inputs[id] { add(source + " sent", input, origin, arena) }
            if case .object(let object) = shape {
                for property in object.properties {
                    add(source + " member " + property.name, names.member(property.name, of: id), origin, arena)
                }
            } else if case .enumeration(let enumeration) = shape {
                for (index, value) in enumeration.values.enumerated() {
                    add(source + " value " + value.text, names.case(index, of: id), origin, arena)
                }
            } else if case .union(let union) = shape {
                for index in union.variants.indices {
                    add(source + " variant \(index)", names.case(index, of: id), origin, arena)
                }
            }
        }
    }

    private mutating func addOperations(_ api: API, _ names: Names, _ arena: NodeArena) {
        for (operation, spelled) in zip(api.operations, names.operations) {
            let source = "\(operation.method) \(operation.path)"
            add(source, spelled.type, operation.origin, arena)
            add(source + " method", spelled.method, operation.origin, arena)
            for (parameter, argument) in zip(operation.parameters, spelled.arguments) {
                add("\(source) \(parameter.location) \(parameter.name)", argument, operation.origin, arena)
            }
        }
        for resource in names.resources {
            guard let property = resource.property else { continue }
            // Tags that map to one name are one resource. What a finding about it points at is one of its operations.
            let origin = api.operations[resource.operations[0]].origin
            for tag in Set(resource.operations.compactMap { api.operations[$0].tag }) {
                add("tag \(tag)", property, origin, arena)
                add("tag \(tag) type", resource.type, origin, arena)
            }
        }
    }

    private static func kind(_ shape: Shape) -> String {
        switch shape {
        case .object: "object"
        case .enumeration: "enumeration"
        case .union: "union"
        case .array, .tuple, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: "other"
        }
    }

    /// The findings about a name that is taken, which speak of a place.
    func collisions(at range: SourceRange) -> [Diagnostic] {
        diagnostics.list.filter { finding in
            finding.rule == "name-collision"
                && (finding.range == range || finding.related.contains { $0.range == range })
        }
    }
}
