public import TrunklineJSON

// Equality, hashing and `Codable` of every generated type, from what it reads and writes.

extension Model {
    /// Whether both would be written as the same JSON, whatever the order of members and the spelling of numbers.
    public static func == (left: Self, right: Self) -> Bool {
        let left = left.canonicalBytes
        let right = right.canonicalBytes
        return left.buffer.elementsEqual(right.buffer)
    }

    /// Hashes what would be written.
    public func hash(into hasher: inout Hasher) {
        let bytes = canonicalBytes
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes.buffer))
    }

    /// Reads the model from any JSON, for example a variant that the specification does not name.
    ///
    /// - Throws: `DecodingIssue` where the JSON is not what the model needs.
    public init(_ json: JSONValue) throws(DecodingIssue) { self = try JSONCodec.convert(json) }

    private var canonicalBytes: JSONWriter {
        var writer = JSONWriter(isCanonical: true)
        encode(into: &writer)
        return writer
    }

    /// Reads the model with any decoder, for example `JSONDecoder` (key strategies have no effect).
    ///
    /// - Throws: `DecodingError` where the value is not what the type needs.
    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        var writer = JSONWriter()
        writer.value(value)
        do {
            self = try JSONCodec.decode(Self.self, from: writer.buffer)
        } catch {
            throw error.decodingError(at: decoder.codingPath)
        }
    }

    /// Writes the model with any encoder, for example `JSONEncoder` (key strategies have no effect).
    ///
    /// - Throws: `EncodingError` where a number is not finite.
    public func encode(to encoder: any Encoder) throws {
        var writer = JSONWriter()
        encode(into: &writer)
        if let issue = writer.issue {
            throw EncodingError.invalidValue(
                self, .init(codingPath: encoder.codingPath, debugDescription: EncodingIssue(issue).description))
        }
        try JSONValue(parsing: writer.buffer, limits: .init(depth: .max)).encode(to: encoder)
    }
}

extension DecodingIssue {
    /// The same issue as `Codable` says it.
    fileprivate func decodingError(at codingPath: [any CodingKey]) -> DecodingError {
        var keys = codingPath + path.map { MemberKey($0) }
        switch reason {
        case .missing:
            let key = keys.popLast() ?? MemberKey(stringValue: "")
            return .keyNotFound(key, .init(codingPath: keys, debugDescription: description))
        case .mismatch, .syntax:
            return .dataCorrupted(.init(codingPath: keys, debugDescription: description))
        }
    }
}

/// A member name or an index as a coding key.
struct MemberKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }

    init(_ part: DecodingIssue.PathPart) {
        switch part {
        case .member(let name): self.init(stringValue: name)
        case .element(let index): self.init(intValue: index)
        }
    }
}

extension JSONValue: Codable {
    /// Reads any value with any decoder.
    public init(from decoder: any Decoder) throws {
        if (try? decoder.container(keyedBy: MemberKey.self)) != nil {
            // As a dictionary: key strategies change the keys of a keyed container and leave those of a dictionary alone.
            let members = try decoder.singleValueContainer().decode([String: JSONValue].self)
            self = .object(JSONMembers(list: members.map { .init($0.key, $0.value) }))
        } else if var array = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !array.isAtEnd { elements.append(try array.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            try self.init(scalar: decoder.singleValueContainer())
        }
    }

    private init(scalar container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .number(JSONNumber(value))
        } else if let value = try? container.decode(UInt64.self) {
            self = .number(JSONNumber(value))
        } else {
            let value = try container.decode(Double.self)
            guard let number = JSONNumber(value) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "JSON has no number \(value)")
            }
            self = .number(number)
        }
    }

    /// Writes the value with any encoder.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            let dictionary = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            var container = encoder.singleValueContainer()
            try container.encode(dictionary)
        case .array(let elements):
            var array = encoder.unkeyedContainer()
            for element in elements { try array.encode(element) }
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(into: &container)
        }
    }

    private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let value):
            if let integer = value.integer(Int64.self) {
                try container.encode(integer)
            } else if let integer = value.integer(UInt64.self) {
                try container.encode(integer)
            } else {
                try container.encode(value.double)
            }
        case .null, .array, .object: try container.encodeNil()
        }
    }
}
