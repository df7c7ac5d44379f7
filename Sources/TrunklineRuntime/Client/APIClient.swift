#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Sends the operations of one API: the engine below every generated client.
///
/// It holds one reference and is cheap to copy.
public struct APIClient: Sendable {
    private let engine: Engine

    /// Describes how an API is reached.
    ///
    /// - Parameters:
    ///   - server: Where it is. A URL that cannot be used is reported by the first call.
    ///   - credentials: What operations that ask for it are authorised with; nil for an API without.
    ///   - transport: What carries the requests.
    ///   - errorMessage: JSON Pointers (RFC 6901) to the message in an error body, the preferred first.
    ///   - configuration: Timeouts, retries and middleware.
    public init(
        server: some APIServer, credentials: Credentials? = nil, transport: any Transport, errorMessage: [String] = [],
        configuration: ClientConfiguration = .init()
    ) {
        engine = Engine(
            server: Result { () throws(RequestIssue) in try ServerAddress(server.url) },
            isCustomServer: server.isForEveryOperation, credentials: credentials ?? [], transport: transport,
            errorMessage: errorMessage, configuration: configuration)
    }

    /// Sends an operation and reads the answer.
    ///
    /// - Parameters:
    ///   - operation: What to send.
    ///   - options: What this call does differently.
    /// - Throws: ``APIError``; `CancellationError` if the task was cancelled before there was an answer.
    public func send<Operation: APIOperation>(
        _ operation: Operation, _ options: RequestOptions = .init()
    ) async throws -> APIResponse<Operation.Output> {
        var encoder = RequestEncoder()
        operation.encode(into: &encoder)
        return try await send(Operation.self, encoder, options).0
    }

    /// Sends what an operation wrote.
    ///
    /// - Returns: The success, and the answer that it was read from.
    func send<Operation: APIOperation>(
        _ operation: Operation.Type, _ encoder: RequestEncoder, _ options: RequestOptions
    ) async throws -> (APIResponse<Operation.Output>, ResponseDecoder) {
        let call = Call(engine, Operation.metadata, options, isStream: Operation.metadata.isStreaming)
        let response = try await call.response(to: encoder)
        if let value = try call.read(response, as: Operation.self) { return (APIResponse(value, response), response) }
        let collected = try await call.collect(response)
        guard let value = try call.read(collected, as: Operation.self) else { throw collected.failure() }
        return (APIResponse(value, collected), collected)
    }

    /// The URL of the request for what an operation wrote.
    func url(
        of metadata: OperationMetadata, _ encoder: RequestEncoder, _ options: RequestOptions
    ) throws(RequestIssue) -> String {
        let request = try engine.request(metadata, encoder, options).request
        return "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
    }

    /// Sends an operation and hands over the body of its success as it arrives, whatever the operation makes of it.
    ///
    /// ```swift
    /// let answer = try await client.stream(GetRecording(id: 7))
    /// for try await piece in answer.value { print(piece.count) }
    /// ```
    ///
    /// - Parameters:
    ///   - operation: What to send.
    ///   - options: What this call does differently.
    /// - Returns: Status, header fields and the body. Releasing the body unread closes its connection.
    /// - Throws: ``APIError`` for any status but those of the 200s; `CancellationError` if the task was cancelled. Reading the
    ///   body throws the same where the connection is lost.
    public func stream<Operation: APIOperation>(
        _ operation: Operation, _ options: RequestOptions = .init()
    ) async throws -> APIResponse<HTTPBody> {
        let (call, response) = try await open(operation, options)
        let body = response.stream?.mapErrors { call.error(for: $0) }
        return APIResponse(body ?? HTTPBody(response.body), response)
    }

    /// Sends an operation and writes the body of its success to a file as it arrives.
    ///
    /// The bytes are written beside the file, under a name that ends in `.part`; only a whole body takes the place of what
    /// was there.
    ///
    /// - Parameters:
    ///   - operation: What to send.
    ///   - file: A URL of a file; its folder has to be there.
    ///   - options: What this call does differently.
    ///   - progress: Is called with the bytes so far and the bytes in all, where the server says how many there are.
    /// - Returns: Status and header fields.
    /// - Throws: ``APIError``; `CancellationError` if the task was cancelled; ``FileFailure``.
    @discardableResult public func download<Operation: APIOperation>(
        _ operation: Operation, to file: URL, _ options: RequestOptions = .init(),
        progress: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Void = { _, _ in }
    ) async throws -> APIResponse<Void> {
        let (call, response) = try await open(operation, options)
        do {
            let body = response.stream ?? HTTPBody(response.body)
            try await body.reportingProgress(progress).write(to: file)
        } catch let failure as FileFailure {
            throw failure
        } catch {
            throw call.error(for: error)
        }
        return APIResponse((), response)
    }

    /// Sends an operation and leaves the body of its success to be read as it arrives.
    private func open<Operation: APIOperation>(
        _ operation: Operation, _ options: RequestOptions
    ) async throws -> (Call, ResponseDecoder) {
        let call = Call(engine, Operation.metadata, options, isStream: true)
        var encoder = RequestEncoder()
        operation.encode(into: &encoder)
        let response = try await call.response(to: encoder)
        guard response.status.kind == .successful else { throw response.failure() }
        return (call, response)
    }
}
