public import TrunklineRuntime

/// An example of the answer to an operation, as its specification has it.
///
/// Modules with examples are generated beside those of their APIs (`VapiExamples`). For example:
///
/// ```swift
/// import VapiExamples
///
/// mock.on(GetPhoneNumber.self, .documented)
/// mock.on(GetPhoneNumber.self, .documented.delayed(by: .seconds(1)))
/// mock.on(GetPhoneNumber.self, .failure(.connectionLost), Example<GetPhoneNumber>.documented.answer)
/// let number = try Example<GetPhoneNumber>.documented.value()
/// ```
///
/// Source: OpenAPI 3.1 §4.8.19 (Example Object).
public struct Example<Operation: APIOperation>: Sendable {
    /// The status that it is an answer with.
    public let status: HTTPResponse.Status
    /// The media type of the body.
    public let contentType: String
    /// The body.
    public let text: String
    private var delays: [Duration] = []

    /// Describes an example.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - contentType: The media type of the body.
    ///   - text: The body.
    public init(_ status: HTTPResponse.Status, contentType: String = "application/json", _ text: String) {
        self.status = status
        self.contentType = contentType
        self.text = text
    }

    /// The same after a while.
    public func delayed(by delay: Duration) -> Example {
        var example = self
        example.delays.append(delay)
        return example
    }

    /// The answer of a transport.
    public var response: TransportResponse {
        TransportResponse(
            HTTPResponse(status: status, headerFields: [.contentType: contentType]), body: Data(text.utf8))
    }

    /// The answer of a mock, beside faults.
    public var answer: MockAnswer { delays.reduce(.response(response)) { $0.delayed(by: $1) } }

    /// What a call returns that gets this answer.
    ///
    /// - Throws: ``APIError`` where it is an error, and where it is not what the specification says.
    public func value() throws -> Operation.Output { try Operation.decode(response) }

    /// An example of what an operation sends, from its JSON.
    ///
    /// - Throws: `DecodingIssue` where it is not what the specification says.
    public static func body<Body: JSONCodable>(_ text: String) throws -> Body {
        try JSONCodec.decode(from: Data(text.utf8))
    }
}

extension MockTransport {
    /// Answers an operation with examples of its specification.
    ///
    /// - Parameters:
    ///   - operation: The type of the operation.
    ///   - example: The first answer.
    ///   - further: The answers after it, in order; the last is given to every further request.
    public func on<Operation: APIOperation>(
        _ operation: Operation.Type, _ example: Example<Operation>, _ further: Example<Operation>...
    ) {
        on(operation, answers: ([example] + further).map(\.answer))
    }
}
