// Stands in for the JSON codec until it lands; deleted at the merge.
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Stub.
public protocol JSONCodable: Sendable, Codable {}
/// Stub.
public protocol Model: JSONCodable, Hashable, Codable {}

extension String: JSONCodable {}
extension Int: JSONCodable {}
extension Bool: JSONCodable {}
extension Double: JSONCodable {}
extension Array: JSONCodable where Element: JSONCodable {}

/// Stub.
public struct DecodingIssue: Error, Sendable, CustomStringConvertible {
    /// Stub.
    public let description: String
}

/// Stub.
public struct EncodingIssue: Error, Sendable, CustomStringConvertible {
    /// Stub.
    public let description: String
}

/// Stub.
public enum JSONCodec {
    struct Member<T: Decodable>: Decodable {
        let value: T

        init(from decoder: any Decoder) throws {
            guard let name = decoder.userInfo[nameKey] as? String else { throw DecodingIssue(description: "no name") }
            value = try decoder.container(keyedBy: AnyKey.self).decode(T.self, forKey: AnyKey(stringValue: name))
        }
    }

    struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    static let nameKey = CodingUserInfoKey(rawValue: "member").unsafelyUnwrapped

    /// Stub.
    public static func decode<T: JSONCodable>(
        _ type: T.Type, from data: Data, at member: String? = nil
    ) throws(DecodingIssue) -> T {
        do {
            let decoder = JSONDecoder()
            guard let member else { return try decoder.decode(T.self, from: data) }
            decoder.userInfo[nameKey] = member
            return try decoder.decode(Member<T>.self, from: data).value
        } catch let error as DecodingError {
            throw Self.issue(error)
        } catch {
            throw DecodingIssue(description: "\(error)")
        }
    }

    static func issue(_ error: DecodingError) -> DecodingIssue {
        switch error {
        case .typeMismatch(let type, let context):
            DecodingIssue(description: path(context.codingPath) + ": expected \(type)")
        case .valueNotFound(let type, let context):
            DecodingIssue(description: path(context.codingPath) + ": expected \(type)")
        case .keyNotFound(let key, let context):
            DecodingIssue(description: path(context.codingPath + [key]) + ": missing")
        case .dataCorrupted(let context):
            DecodingIssue(description: path(context.codingPath) + ": " + context.debugDescription)
        @unknown default: DecodingIssue(description: "\(error)")
        }
    }

    static func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }

    /// Stub.
    public static func encode(_ value: some JSONCodable) throws(EncodingIssue) -> Data {
        do { return try JSONEncoder().encode(value) } catch { throw EncodingIssue(description: "\(error)") }
    }
}

/// Stub.
public enum JSONValue: JSONCodable {
    /// Stub.
    case object([String: JSONValue])
    /// Stub.
    case array([JSONValue])
    /// Stub.
    case text(String)
    /// Stub.
    case other

    /// Stub.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .array(list)
        } else if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else {
            self = .other
        }
    }

    /// Stub.
    public func encode(to encoder: any Encoder) throws {}

    /// Stub.
    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// Stub.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
    }

    /// Stub.
    public var string: String? { if case .text(let text) = self { text } else { nil } }
}
