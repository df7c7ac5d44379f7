import TrunklineRuntime

/// A valid specification that chance made, and that can grow; a seed repeats it.
struct RandomSpecification {
    var random: SeededGenerator
    private let version: String
    /// In the order of the text.
    private var schemas: [(name: String, value: JSONValue)] = []
    private var parameters: [(name: String, value: JSONValue)] = []
    private var responses: [(name: String, value: JSONValue)] = []
    private var bodies: [(name: String, value: JSONValue)] = []
    private var paths: [(name: String, value: JSONValue)] = []
    private var tags: [String]
    /// The schemas in the order in which they were made: what must not lead back to itself refers to earlier ones only.
    private(set) var schemaNames: [String] = []
    private var operationIDs: Set<String> = []
    private var count = 0
    /// The names that chance takes from.
    let pool: [String]

    init(seed: Int, names: [String] = OddNames.all, schemas: Int = 8, operations: Int = 6) {
        random = SeededGenerator(seed: seed)
        version = random.pick(["3.0.3", "3.1.0", "3.1.1", "3.2.0"])
        pool = names
        tags = random.some(names, atMost: 4)
        addSchemas(schemas)
        addShared()
        for _ in 0..<operations { addOperation() }
    }

    var isModern: Bool { version != "3.0.3" }

    var text: String {
        let components: JSONValue = [
            "schemas": Self.object(schemas), "parameters": Self.object(parameters), "responses": Self.object(responses),
            "requestBodies": Self.object(bodies),
            "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
        ]
        let document: JSONValue = [
            "openapi": .string(version), "info": ["title": "Random", "version": "1"],
            "servers": [["url": "https://random.example"]], "security": [["bearer": []]],
            "paths": Self.object(paths), "components": components,
        ]
        return document.description
    }

    static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue {
        var object = JSONMembers()
        for member in members { object[member.name] = member.value }
        return .object(object)
    }

    // MARK: Growing

    /// Adds schemas at any places, which may refer to each other and to those that there are.
    mutating func addSchemas(_ number: Int) {
        let names = (0..<number).map { _ in freshName(besides: schemaNames) }
        let first = schemaNames.count
        schemaNames += names
        for (offset, name) in names.enumerated() {
            let schema = self.schema(depth: 0, earlier: first + offset)
            schemas.insert((name, schema), at: random.below(schemas.count + 1))
        }
    }

    /// Parameters, bodies and answers that several operations use.
    private mutating func addShared() {
        for index in 0..<3 {
            let place = random.pick(["query", "header"])
            parameters.append(("Shared\(index)", parameter(freshName(), place)))
        }
        responses.append(
            ("Failure", ["description": "Bad", "content": ["application/json": ["schema": schema(depth: 1)]]]))
        bodies.append(("Sent", ["required": true, "content": ["application/json": ["schema": schema(depth: 1)]]]))
    }

    /// Adds an operation with a path of its own, at any place.
    mutating func addOperation() {
        count += 1
        let method = random.pick(["get", "post", "put", "patch", "delete", "options"])
        var operation: JSONMembers = ["responses": responseObject()]
        if !random.once(in: 8) { operation["operationId"] = .string(freshOperationID()) }
        if !tags.isEmpty, !random.once(in: 3) { operation["tags"] = [.string(random.pick(tags))] }
        if random.once(in: 3) { operation["deprecated"] = true }
        if random.once(in: 2) { operation["summary"] = .string(random.pick(pool)) }
        operation["parameters"] = .array(operationParameters())
        if method != "get", method != "delete", !random.once(in: 3) {
            operation["requestBody"] =
                random.once(in: 3)
                ? ["$ref": "#/components/requestBodies/Sent"]
                : [
                    "required": .bool(random.once(in: 2)),
                    "content": ["application/json": ["schema": schema(depth: 1)]],
                ]
        }
        var item: JSONMembers = [:]
        if random.once(in: 3) { item["parameters"] = [parameter(freshName(), "query")] }
        item[method] = .object(operation)
        paths.insert(("/p\(count)/{id}", .object(item)), at: random.below(paths.count + 1))
    }

    private mutating func operationParameters() -> [JSONValue] {
        var list: [JSONValue] = [["name": "id", "in": "path", "required": true, "schema": ["type": "string"]]]
        var names: Set<String> = ["id"]
        // An operation has no parameter twice, and names of headers have no case.
        for shared in random.some(parameters.map(\.name), atMost: 2) {
            let name = parameters.first { $0.name == shared }?.value["name"]?.string ?? ""
            guard names.insert(name.lowercased()).inserted else { continue }
            list.append(["$ref": .string("#/components/parameters/\(shared)")])
        }
        for name in random.some(pool, atMost: 4) where names.insert(name.lowercased()).inserted {
            list.append(parameter(name, random.pick(["query", "header"])))
        }
        return list
    }

    private mutating func parameter(_ name: String, _ place: String) -> JSONValue {
        [
            "name": .string(name), "in": .string(place), "required": .bool(random.once(in: 3)),
            "description": .string(random.pick(pool)),
            "schema": random.once(in: 2) ? enumeration() : scalar(),
        ]
    }

    private mutating func responseObject() -> JSONValue {
        var responses: JSONMembers = [:]
        if random.once(in: 4) {
            responses["204"] = ["description": "Done"]
        } else {
            responses[random.pick(["200", "201", "2XX"])] = [
                "description": .string(random.pick(pool)),
                "content": ["application/json": ["schema": schema(depth: 1)]],
            ]
        }
        if random.once(in: 2) { responses["default"] = ["$ref": "#/components/responses/Failure"] }
        if random.once(in: 3) {
            responses["404"] = ["description": "No", "content": ["application/json": ["schema": schema(depth: 2)]]]
        }
        return .object(responses)
    }

    // MARK: Names

    private mutating func freshName(besides taken: [String] = []) -> String {
        while true {
            let name = random.pick(pool)
            if !taken.contains(name) { return name }
            count += 1
            let numbered = "\(name) \(count)"
            if random.once(in: 2), !taken.contains(numbered) { return numbered }
        }
    }

    private mutating func freshOperationID() -> String {
        while true {
            let verb = random.pick(["", "get ", "list_", "create", "update-"])
            let id = verb + random.pick(pool) + (random.once(in: 3) ? "\(count)" : "")
            if operationIDs.insert(id).inserted { return id }
        }
    }
}
