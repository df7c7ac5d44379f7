import TrunklineRuntime

extension RandomSpecification {
    /// A schema of any kind.
    ///
    /// - Parameters:
    ///   - depth: How deep it stands; from three on it has no parts.
    ///   - earlier: For a component how many were made before it: what flattens or chooses refers to those only.
    mutating func schema(depth: Int, earlier: Int? = nil) -> JSONValue {
        var schema = plainSchema(depth: depth, earlier: earlier)
        guard case .object(var members) = schema, members["$ref"] == nil else { return schema }
        if random.once(in: 4) { members["description"] = .string(random.pick(pool)) }
        if random.once(in: 8) { members["title"] = .string(random.pick(pool)) }
        if random.once(in: 10) { members["deprecated"] = true }
        schema = .object(members)
        return schema
    }

    private mutating func plainSchema(depth: Int, earlier: Int?) -> JSONValue {
        let limit = earlier ?? schemaNames.count
        if depth >= 3 { return limit > 0 && random.once(in: 2) ? reference(below: limit) : scalar() }
        switch random.below(14) {
        case 0...4: return object(depth: depth)
        case 5: return ["type": "array", "items": schema(depth: depth + 1)]
        case 6: return enumeration()
        case 7: return depth > 0 && limit > 0 ? reference(below: limit) : object(depth: depth)
        case 8: return limit > 0 ? allOf(below: limit, depth: depth) : object(depth: depth)
        case 9: return limit > 1 ? choice(below: limit, depth: depth) : scalar()
        case 10: return taggedChoice(depth: depth)
        case 11: return ["type": "object", "additionalProperties": schema(depth: depth + 1)]
        case 12: return rare(depth: depth)
        default: return scalar()
        }
    }

    private mutating func reference(below limit: Int) -> JSONValue {
        let pointer = schemaNames[random.below(limit)].replacing("~", with: "~0").replacing("/", with: "~1")
        let encoded = pointer.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain = byte < 0x80 && (character.isLetter || character.isNumber)
            return isPlain ? String(character) : "%" + ("0" + String(byte, radix: 16)).suffix(2)
        }
        return ["$ref": .string("#/components/schemas/\(encoded.joined())")]
    }

    mutating func scalar() -> JSONValue {
        var scalar: JSONMembers
        switch random.below(5) {
        case 0:
            scalar = ["type": "integer"]
            if random.once(in: 2) { scalar["format"] = .string(random.pick(["int32", "int64", "uint64", "odd"])) }
        case 1:
            scalar = ["type": "number"]
            if random.once(in: 2) { scalar["format"] = .string(random.pick(["float", "double", "decimal"])) }
        case 2: scalar = ["type": "boolean"]
        default:
            scalar = ["type": "string"]
            let formats = [
                "date", "date-time", "time", "duration", "uuid", "uri", "byte", "binary", "password", "email", "odd",
            ]
            if random.once(in: 2) { scalar["format"] = .string(random.pick(formats)) }
        }
        if random.once(in: 3) {
            scalar["minLength"] = 1
            scalar["maximum"] = 1e40
            scalar["multipleOf"] = 0.5
        }
        return nullable(scalar)
    }

    private mutating func nullable(_ members: JSONMembers) -> JSONValue {
        var members = members
        guard random.once(in: 6) else { return .object(members) }
        if isModern, let type = members["type"] {
            members["type"] = .array([type, "null"])
        } else {
            members["nullable"] = true
        }
        return .object(members)
    }

    mutating func enumeration() -> JSONValue {
        let values = [random.pick(pool)] + random.some(pool, atMost: 5)
        var seen: Set<String> = []
        let list = values.filter { seen.insert($0).inserted }.map(JSONValue.string)
        switch random.below(7) {
        case 0: return ["type": "integer", "enum": [1, -1, 20]]
        case 1: return ["type": "string", "enum": .array(list), "x-enumeration": "closed"]
        case 2 where isModern: return ["const": list[0]]
        case 3: return ["type": "boolean", "enum": [true]]
        default: return ["type": "string", "enum": .array(list)]
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        var object: JSONMembers = ["type": "object"]
        var properties: [(name: String, value: JSONValue)] = []
        for name in random.some(pool, atMost: 6) { properties.append((name, property(depth: depth))) }
        object["properties"] = Self.object(properties)
        let required = random.some(properties.map(\.name), atMost: 4)
        if !required.isEmpty { object["required"] = .array(required.map(JSONValue.string)) }
        if random.once(in: 5) { object["additionalProperties"] = .bool(random.once(in: 2)) }
        if random.once(in: 8) { object["additionalProperties"] = schema(depth: depth + 1) }
        return nullable(object)
    }

    private mutating func property(depth: Int) -> JSONValue {
        let value = schema(depth: depth + 1)
        guard case .object(var members) = value, members["$ref"] == nil else { return value }
        switch random.below(12) {
        case 0: members["readOnly"] = true
        case 1: members["writeOnly"] = true
        case 2 where members["type"] == "string" && members["enum"] == nil && members["format"] == nil:
            members["default"] = .string(random.pick(pool))
        case 3 where members["type"] == "integer" && members["enum"] == nil: members["default"] = 7
        default: break
        }
        return .object(members)
    }

    // MARK: Composition

    private mutating func allOf(below limit: Int, depth: Int) -> JSONValue {
        let parts = (0...random.below(2)).map { _ in reference(below: limit) }
        return ["allOf": .array(parts + (random.once(in: 2) ? [object(depth: depth + 1)] : []))]
    }

    /// Several types that may or may not be told apart.
    private mutating func choice(below limit: Int, depth: Int) -> JSONValue {
        var parts: [JSONValue] = [reference(below: limit)]
        let others: [JSONValue] = [
            scalar(), ["type": "array", "items": scalar()], reference(below: limit), object(depth: 2),
        ]
        parts += random.some(others, atMost: 3)
        if isModern, random.once(in: 4) { parts.append(["type": "null"]) }
        return [random.once(in: 2) ? "oneOf" : "anyOf": .array(parts)]
    }

    /// Objects that a member tells apart.
    private mutating func taggedChoice(depth: Int) -> JSONValue {
        let tags = Set([random.pick(pool), random.pick(pool), "third"]).sorted()
        let key = random.pick(["kind", "type", "self", "object"])
        let variants = tags.map { tag -> JSONValue in
            [
                "type": "object", "required": [.string(key)],
                "properties": [
                    key: ["type": "string", "enum": [.string(tag)]], "shared": ["type": "string"], "own": scalar(),
                ],
            ]
        }
        return random.once(in: 2)
            ? ["oneOf": .array(variants), "discriminator": ["propertyName": .string(key)]] : ["oneOf": .array(variants)]
    }

    /// Keywords that few documents use.
    private mutating func rare(depth: Int) -> JSONValue {
        let old: [JSONValue] = [
            [:], ["not": ["type": "string"]], ["type": "object", "minProperties": 1],
            ["type": "string", "pattern": "^a*$", "minLength": 1],
            ["type": "array", "items": [:], "uniqueItems": true],
        ]
        guard isModern, random.once(in: 2) else { return random.pick(old) }
        return random.pick([
            true, ["type": ["string", "integer", "null"]], ["type": ["object", "array"], "items": scalar()],
            ["type": "array", "prefixItems": [scalar(), scalar()], "items": false],
            ["type": "object", "patternProperties": ["^x": scalar()]],
            ["type": "object", "propertyNames": ["pattern": "^x"], "additionalProperties": scalar()],
            ["if": ["type": "string"], "then": ["minLength": 1], "else": ["type": "integer"]],
            ["type": "object", "properties": ["a": scalar(), "b": scalar()], "dependentRequired": ["a": ["b"]]],
            ["type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"],
            ["type": "null"], ["const": 1], ["const": true], ["enum": [1, "a", true, .null]],
        ])
    }
}
