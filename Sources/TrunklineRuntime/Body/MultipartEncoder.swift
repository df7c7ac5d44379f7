#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Collects the parts of a multipart body.
///
/// No name, file name or header field can end its line: line breaks and quotes in names are written as browsers do
/// (`%0D`, `%0A`, `%22`; WHATWG HTML, multipart form data).
public struct MultipartEncoder: Sendable {
    private(set) var issue: RequestIssue?
    private var parts: [(head: String, body: HTTPBody)] = []

    init() {}

    /// Adds a value: a scalar as text, a part for each element of an array, anything else as JSON.
    ///
    /// - Parameters:
    ///   - name: The name of the part.
    ///   - value: The value; nil adds nothing.
    ///   - contentType: What the part says it is; nil for JSON of objects, and nothing for text.
    ///   - style: How the value becomes parts.
    public mutating func part(
        _ name: String, _ value: (some JSONCodable)?, contentType: String? = nil, style: FormStyle = .content
    ) {
        add(name, value, contentType, style, [:])
    }

    /// Adds a value with header fields of its own.
    ///
    /// - Parameters:
    ///   - name: The name of the part.
    ///   - part: The value and its header fields; nil adds nothing.
    ///   - contentType: What the part says it is.
    ///   - style: How the value becomes parts.
    public mutating func part<Value: JSONCodable>(
        _ name: String, _ part: ValuePart<Value>?, contentType: String? = nil, style: FormStyle = .content
    ) {
        add(name, part?.value, contentType, style, part?.headers ?? [:])
    }

    /// Adds a file.
    ///
    /// - Parameters:
    ///   - name: The name of the part.
    ///   - file: The file; nil adds nothing.
    ///   - contentType: What it is where the file does not say it itself.
    public mutating func file(_ name: String, _ file: FilePart?, contentType: String? = nil) {
        guard let file else { return }
        let type = file.contentType ?? contentType ?? "application/octet-stream"
        add(name, fileName: file.fileName ?? name, type, file.headers, file.body)
    }

    /// Adds a part for each of several files.
    ///
    /// - Parameters:
    ///   - name: The name of the parts.
    ///   - files: The files; nil adds nothing.
    ///   - contentType: What they are where a file does not say it itself.
    public mutating func files(_ name: String, _ files: [FilePart]?, contentType: String? = nil) {
        for file in files ?? [] { self.file(name, file, contentType: contentType) }
    }

    /// Adds a part as it is.
    mutating func part(_ part: MultipartPart) {
        add(part.name, fileName: part.fileName, part.contentType, part.headers, part.body)
    }

    // MARK: Writing

    private mutating func add(
        _ name: String, _ value: (some JSONCodable)?, _ contentType: String?, _ style: FormStyle, _ headers: HTTPFields
    ) {
        guard let value else { return }
        do {
            let text = try JSONCodec.encode(value)
            let json = try JSONValue(parsing: text, limits: .init(depth: .max))
            add(name, json, contentType, style, headers)
        } catch {
            issue = issue ?? RequestIssue("the part '\(name)' cannot be written as JSON: \(error)")
        }
    }

    private mutating func add(
        _ name: String, _ value: JSONValue, _ contentType: String?, _ style: FormStyle, _ headers: HTTPFields
    ) {
        switch (style, value) {
        case (.content, .array(let elements)):
            for element in elements { add(name, element: element, contentType, headers) }
        case (.content, _): add(name, element: value, contentType, headers)
        default:
            let type = contentType ?? (style == .json ? "application/json" : nil)
            for field in FormField.fields(name, value, style) {
                add(field.name, fileName: nil, type, headers, HTTPBody(field.text))
            }
        }
    }

    private mutating func add(
        _ name: String, element: JSONValue, _ contentType: String?, _ headers: HTTPFields
    ) {
        let isJSON = if case .object = element { true } else if case .array = element { true } else { false }
        let type = contentType ?? (isJSON ? "application/json" : nil)
        for field in FormField.fields(name, element, isJSON ? .json : .content) {
            add(name, fileName: nil, type, headers, HTTPBody(field.text))
        }
    }

    private mutating func add(
        _ name: String, fileName: String?, _ contentType: String?, _ headers: HTTPFields, _ body: HTTPBody
    ) {
        var lines = ["Content-Disposition: form-data; name=\"\(Self.escaped(name))\""]
        if let fileName { lines[0] += "; filename=\"\(Self.escaped(fileName))\"" }
        if let contentType {
            guard contentType.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                issue = issue ?? RequestIssue("the media type of the part '\(name)' has a character that is not ASCII")
                return
            }
            lines.append("Content-Type: \(contentType)")
        }
        lines += headers.map { "\($0.name.rawName): \($0.value)" }
        parts.append((lines.joined(separator: "\r\n"), body))
    }

    private static func escaped(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": result += "%22".unicodeScalars
            case "\r": result += "%0D".unicodeScalars
            case "\n": result += "%0A".unicodeScalars
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    // MARK: Boundaries

    /// The body, and a boundary that is in none of its parts (RFC 2046 §5.1.1): those in memory are searched for it, and that
    /// any others have it by chance is out of the question.
    func finish() -> (body: HTTPBody, boundary: String) {
        finish {
            "trunkline-"
                + [UInt64.random(in: 0 ... .max), .random(in: 0 ... .max)].map { String($0, radix: 36) }.joined()
        }
    }

    package func finish(_ candidate: () -> String) -> (body: HTTPBody, boundary: String) {
        var boundary = candidate()
        while parts.contains(where: { $0.body.data?.contains("--\(boundary)") == true || $0.head.contains(boundary) }) {
            boundary = candidate()
        }
        let bodies = parts.flatMap { part in
            [HTTPBody("--\(boundary)\r\n\(part.head)\r\n\r\n"), part.body, HTTPBody("\r\n")]
        }
        return (HTTPBody(joining: bodies + [HTTPBody("--\(boundary)--\r\n")]), boundary)
    }
}

extension Data {
    /// Whether a text of ASCII is somewhere in the bytes.
    fileprivate func contains(_ text: String) -> Bool {
        let pattern = Array(text.utf8)
        return withUnsafeBytes { bytes in
            guard let first = pattern.first, bytes.count >= pattern.count else { return false }
            for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
                if bytes[start..<start + pattern.count].elementsEqual(pattern) { return true }
            }
            return false
        }
    }
}
