#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file in a multipart body: bytes, and what is said about them.
///
/// For example `try FilePart(contentsOf: url, contentType: "audio/wav")`, or `FilePart(data, fileName: "speech.wav")`.
///
/// Source: RFC 7578 §4.2.
public struct FilePart: Sendable {
    /// The bytes, which are read while they are sent.
    public var body: HTTPBody
    /// The file's name; nil sends the name of the part.
    public var fileName: String?
    /// The media type; nil sends the one that the specification names first, or `application/octet-stream`.
    public var contentType: String?
    /// More header fields of the part.
    public var headers: HTTPFields

    /// A file from bytes in memory.
    public init(_ data: Data, fileName: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]) {
        self.init(HTTPBody(data), fileName: fileName, contentType: contentType, headers: headers)
    }

    /// A file from bytes that come piece by piece, or that report their progress.
    public init(_ body: HTTPBody, fileName: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]) {
        self.body = body
        self.fileName = fileName
        self.contentType = contentType
        self.headers = headers
    }

    /// A file from disk, under its name there. It is read piece by piece while it is sent, and must not change until then.
    ///
    /// - Parameters:
    ///   - url: A URL of a file.
    ///   - contentType: The media type.
    /// - Throws: ``FileFailure`` if the file cannot be opened.
    public init(contentsOf url: URL, contentType: String? = nil) throws {
        self.init(try HTTPBody.file(url), fileName: url.lastPathComponent, contentType: contentType)
    }
}

/// A value in a multipart body with header fields of its own.
public struct ValuePart<Value: JSONCodable>: Sendable {
    /// The value.
    public var value: Value
    /// More header fields of the part.
    public var headers: HTTPFields

    /// Gives a value header fields.
    public init(_ value: Value, headers: HTTPFields = [:]) {
        self.value = value
        self.headers = headers
    }
}

/// A part of a multipart body that the specification does not describe.
///
/// For example `[MultipartPart("title", text: "Rex"), MultipartPart("photo", FilePart(data))]`.
public struct MultipartPart: Sendable {
    /// The name of the part.
    public var name: String
    /// The bytes, which are read while they are sent.
    public var body: HTTPBody
    /// The file's name; nil for a part that is no file.
    public var fileName: String?
    /// The media type; nil says nothing, which means `text/plain` (RFC 7578 §4.4).
    public var contentType: String?
    /// More header fields of the part.
    public var headers: HTTPFields

    /// A part that is a file.
    public init(_ name: String, _ file: FilePart) {
        self.name = name
        body = file.body
        fileName = file.fileName ?? name
        contentType = file.contentType ?? "application/octet-stream"
        headers = file.headers
    }

    /// A part that is text in UTF-8.
    public init(_ name: String, text: String, contentType: String? = nil, headers: HTTPFields = [:]) {
        self.name = name
        body = HTTPBody(text)
        self.contentType = contentType
        self.headers = headers
    }
}

/// A generated multipart body.
public protocol MultipartForm: Sendable {
    /// Writes the parts.
    func encode(into form: inout MultipartEncoder)
}
