import OpenAPIModel
import TrunklineRuntime

/// A member that the schema of a certain object in a certain example names.
struct MemberSite: CustomStringConvertible {
    /// The way to the object.
    let path: [DecodingIssue.PathPart]
    let name: String
    /// Where the schema that names it is, for example `/components/schemas/Server`.
    let schema: String
    let isRequired: Bool
    let isNullable: Bool
    /// Whether its value is a union, where what is no known variant is kept.
    let isUnion: Bool
    /// Whether a union is decided by it: without it the variant is unknown.
    let isTag: Bool

    /// The member as an error names it, for example `data.operators[2].id`.
    var description: String { (path + [.member(name)]).text }
}

extension [DecodingIssue.PathPart] {
    /// The path as an error writes it.
    var text: String {
        reduce(into: "") { text, part in
            switch part {
            case .member(let name): text += text.isEmpty ? name : "." + name
            case .element(let index): text += "[\(index)]"
            }
        }
    }
}

/// Lays a schema over an example and finds every member that it names, there or not.
struct MemberSites {
    let file: SpecificationFile
    private(set) var list: [MemberSite] = []

    init(_ file: SpecificationFile) { self.file = file }

    mutating func visit(_ schema: Node, _ value: JSONValue, _ path: [DecodingIssue.PathPart] = [], tag: String? = nil) {
        let schema = file.target(of: schema)
        switch value {
        case .array(let elements):
            guard let items = file.arena.value(in: schema, for: "items") else { return }
            for (index, element) in elements.enumerated() { visit(items, element, path + [.element(index)]) }
        case .object(let members):
            if let variant = variant(of: schema, members) {
                visit(variant.schema, value, path, tag: variant.tag)
            } else {
                visitObject(schema, members, path, tag)
            }
        default: break
        }
    }

    private mutating func visitObject(
        _ schema: Node, _ members: JSONMembers, _ path: [DecodingIssue.PathPart], _ tag: String?
    ) {
        for part in file.elements(schema, "allOf") { visitObject(file.target(of: part), members, path, tag) }
        let required = file.texts(schema, "required")
        for property in file.entries(schema, "properties") {
            list.append(
                MemberSite(
                    path: path, name: property.key, schema: file.pointer(schema),
                    isRequired: required.contains(property.key), isNullable: isNullable(property.value),
                    isUnion: !file.elements(file.target(of: property.value), "oneOf").isEmpty,
                    isTag: property.key == tag))
            if let value = members[property.key] { visit(property.value, value, path + [.member(property.key)]) }
        }
    }

    /// The schema that a union's discriminator leads to; the one object among variants of several kinds.
    private func variant(of schema: Node, _ members: JSONMembers) -> (schema: Node, tag: String?)? {
        let variants = file.elements(schema, "oneOf").map(file.target)
        guard !variants.isEmpty else { return nil }
        guard let discriminator = file.arena.value(in: schema, for: "discriminator") else {
            return variants.first { file.arena.value(in: $0, for: "properties") != nil }.map { ($0, nil) }
        }
        let tag = file.text(discriminator, "propertyName") ?? ""
        let mapping = file.entries(discriminator, "mapping").first { $0.key == members[tag]?.string }
        return mapping.flatMap { file.arena.scalarText($0.value) }
            .flatMap { file.node(String($0.dropFirst())) }.map { ($0, tag) }
    }

    private func isNullable(_ schema: Node) -> Bool {
        file.texts(file.target(of: schema), "type").contains("null")
    }
}

extension SpecificationFile {
    /// What a list of fixtures has to meet: `schema#member` for every required member of every schema below a schema.
    func requiredMembers(below schema: Node) -> Set<String> {
        var found: Set<String> = []
        var visited: Set<Node> = []
        var pending = [schema]
        while let next = pending.popLast().map(target) {
            guard visited.insert(next).inserted else { continue }
            for name in texts(next, "required") { found.insert("\(pointer(next))#\(name)") }
            pending += entries(next, "properties").map(\.value)
            pending += ["allOf", "oneOf", "anyOf"].flatMap { elements(next, $0) }
            if let items = arena.value(in: next, for: "items") { pending.append(items) }
        }
        return found
    }

    /// The schemas of all JSON answers of success, by operation and status.
    var successSchemas: [(operation: String, schema: Node)] {
        entries(root, "paths").flatMap { path in
            arena.entries(of: path.value).flatMap { method in
                entries(method.value, "responses").filter { $0.key.hasPrefix("2") }.compactMap { response in
                    node("/content/application~1json/schema", in: response.value)
                        .map { (text(method.value, "operationId") ?? "", $0) }
                }
            }
        }
    }

    /// The schema of an operation's answer of success.
    func successSchema(of operation: String) throws -> Node {
        guard let schema = successSchemas.first(where: { $0.operation == operation })?.schema else {
            throw PageFault("the operation \(operation) has no answer of success")
        }
        return schema
    }
}
