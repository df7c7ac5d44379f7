#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes every ``APIError`` of one call.
struct ErrorFactory: Sendable {
    let metadata: OperationMetadata
    /// How often the request was sent.
    var attempts: Int
    /// What no error may show.
    var secrets = Secrets()
    /// JSON Pointers (RFC 6901) to the message in an error body, the preferred first.
    var messagePointers: [String] = []

    /// A request that cannot be sent.
    func invalid(_ issue: RequestIssue) -> APIError {
        make(.invalidRequest, issue.description, issue)
    }

    /// A request for which there are no credentials, or none that can be sent.
    func unauthorized(_ error: any Error) -> APIError {
        if let issue = error as? RequestIssue { return invalid(issue) }
        return make(.invalidRequest, "no credentials for the request: \(error)", error)
    }

    /// A call without an answer.
    func transport(_ error: any Error) -> APIError {
        guard let failure = error as? TransportFailure else { return make(.transport, "\(error)", error) }
        let kind: APIError.Kind =
            switch failure.reason {
            case .connection, .tls: .transport
            case .timeout: .timeout
            case .responseTooLarge: .responseTooLarge
            }
        return make(kind, failure.description, failure.underlying ?? failure)
    }

    /// An answer whose status is no success.
    func status(_ response: ResponseDecoder) -> APIError {
        let documented = metadata.documentedError(for: response.status.code)
        var error = make(documented == nil ? .undocumentedStatus : .documentedStatus)
        error.describe(response)
        error.message = ErrorMessage.find(messagePointers, in: response.body).map(redact)
        error.body = documented?.body.flatMap { Self.decode($0, from: response) }
        error.detail = documented == nil ? "the specification does not document this status" : nil
        return error
    }

    /// A success whose body is not what the specification says.
    func decoding(_ response: ResponseDecoder, _ issue: any Error) -> APIError {
        var error = make(.decoding, "the body is not what the specification says: \(issue)", issue)
        error.pointer = (issue as? DecodingIssue)?.pointer
        error.describe(response)
        return error
    }

    /// A success whose body is something else by its own account.
    func contentType(_ response: ResponseDecoder, expected: String) -> APIError {
        let type = response.headers[.contentType] ?? ""
        var error = make(.decoding, "the body is '\(type)', not \(expected)")
        error.describe(response)
        return error
    }

    /// A page that cannot be followed by the next.
    func paging(_ response: ResponseDecoder, _ detail: String) -> APIError {
        var error = make(.paging, detail)
        error.describe(response)
        return error
    }

    /// A success whose body is no text.
    func notText(_ response: ResponseDecoder) -> APIError {
        let charset = MediaType.charset(response.headers[.contentType]) ?? "UTF-8"
        var error = make(.decoding, "the body is not \(charset) text")
        error.describe(response)
        return error
    }

    /// What a call throws for any error: cancellation is never wrapped, nor is an ``APIError``.
    func error(for error: any Error) -> any Error {
        if error is CancellationError || Task.isCancelled { return CancellationError() }
        if let error = error as? APIError { return error }
        if let issue = error as? RequestIssue { return invalid(issue) }
        return transport(error)
    }

    private func make(
        _ kind: APIError.Kind, _ detail: String? = nil, _ underlying: (any Error)? = nil
    ) -> APIError {
        var error = APIError(kind, operationID: metadata.id, attempts: attempts)
        error.detail = detail.map(redact)
        error.underlying = underlying.map(secrets.redacting)
        return error
    }

    private func redact(_ text: String) -> String {
        secrets.redacting(text)
    }

    /// A text that is not written as JSON is a string all the same.
    private static func decode<Body: JSONCodable>(_ type: Body.Type, from response: ResponseDecoder) -> Body? {
        if type == String.self, !MediaType.isJSON(response.headers[.contentType]) {
            return String(data: response.body, encoding: .utf8) as? Body
        }
        return try? JSONCodec.decode(type, from: response.body)
    }
}

extension APIError {
    /// Copies what the server said.
    fileprivate mutating func describe(_ response: ResponseDecoder) {
        status = response.status
        headers = response.headers
        let isShort = response.body.count <= Self.rawBodyLimit
        rawBody = isShort ? response.body : Data(response.body.prefix(Self.rawBodyLimit))
    }
}
