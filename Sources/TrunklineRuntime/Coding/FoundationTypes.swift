#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import TrunklineJSON

// Foundation's types for formats, where a configuration asks for them: generated code need not import Foundation.

/// Foundation's `UUID` (the format `uuid`, RFC 9562); it is written in capitals, however it was read.
public typealias FoundationUUID = UUID

/// Foundation's `URL` (the formats `uri` and `uri-reference`, RFC 3986).
public typealias FoundationURL = URL

/// Foundation's `Date` (the format `date-time`, RFC 3339); it is written in UTC, to the millisecond.
public typealias FoundationDate = Date

/// Foundation's `Decimal` (the format `decimal`): up to 38 digits.
public typealias FoundationDecimal = Decimal

extension UUID: JSONCodable {
    /// Reads a JSON string of 32 hexadecimal digits in five groups.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.kind == .string, let value = UUID(uuidString: try String(json: element)) else {
            throw element.mismatch("a UUID")
        }
        self = value
    }

    /// Writes a JSON string.
    public func encode(into writer: inout JSONWriter) { writer.string(uuidString) }
}

extension URL: JSONCodable {
    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.kind == .string, let value = URL(string: try String(json: element)) else {
            throw element.mismatch("a URL")
        }
        self = value
    }

    /// Writes a JSON string.
    public func encode(into writer: inout JSONWriter) { writer.string(relativeString) }
}

extension Date: JSONCodable {
    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) { self = try Timestamp(json: element).date }

    /// Writes a JSON string.
    public func encode(into writer: inout JSONWriter) { Timestamp(self).encode(into: &writer) }
}

extension Decimal: JSONCodable {
    /// Reads a JSON number.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.kind == .number, let value = Decimal(string: try JSONNumber(json: element).text) else {
            throw element.mismatch("a number")
        }
        self = value
    }

    /// Writes a JSON number; one that is not finite is a problem.
    public func encode(into writer: inout JSONWriter) {
        guard let number = JSONNumber(text: description) else {
            return writer.fail("a number has to be finite, not \(self)")
        }
        writer.number(number)
    }
}
