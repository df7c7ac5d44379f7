/// Sends the operations of one API: the engine below every generated client.
///
/// It holds one reference and is cheap to copy.
public struct APIClient: Sendable {
    private let configuration: Configuration

    /// Describes how an API is reached.
    ///
    /// - Parameters:
    ///   - server: Where it is. A URL that cannot be used is reported by the first call.
    ///   - credentials: What operations that ask for it are authorised with; nil for an API without.
    ///   - transport: What carries the requests.
    ///   - errorMessage: JSON Pointers (RFC 6901) to the message in an error body, the preferred first.
    public init(
        server: some APIServer, credentials: Credentials? = nil, transport: any Transport, errorMessage: [String] = []
    ) {
        configuration = Configuration(
            server: Result { () throws(RequestIssue) in try ServerAddress(server.url) },
            isCustomServer: server.isForEveryOperation, credentials: credentials ?? [], transport: transport,
            errorMessage: errorMessage)
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
        let response = try await configuration.exchange(Operation.metadata, encoder, options)
        let value = try configuration.read(response, as: Operation.self)
        return APIResponse(value: value, status: response.status, headers: response.headers, rawBody: response.body)
    }
}

/// What all copies of a client share.
private final class Configuration: Sendable {
    let server: Result<ServerAddress, RequestIssue>
    let isCustomServer: Bool
    let credentials: Credentials
    let transport: any Transport
    let errorMessage: [String]

    init(
        server: Result<ServerAddress, RequestIssue>, isCustomServer: Bool, credentials: Credentials,
        transport: any Transport, errorMessage: [String]
    ) {
        self.server = server
        self.isCustomServer = isCustomServer
        self.credentials = credentials
        self.transport = transport
        self.errorMessage = errorMessage
    }

    /// Sends what an operation wrote; the part of a call that does not depend on its type.
    func exchange(
        _ metadata: OperationMetadata, _ encoder: RequestEncoder, _ options: RequestOptions
    ) async throws -> ResponseDecoder {
        var secrets = credentials.secrets
        secrets.insert(valuesOf: options.headers)
        let errors = ErrorFactory(metadata: metadata, secrets: secrets, messagePointers: errorMessage)
        let request = try prepare(metadata, encoder, options, errors)
        try Task.checkCancellation()
        do {
            return try await Deadline.run(options.timeout) { [self] in
                let authorization = try await authorization(metadata, options, errors)
                let errors = errors.hiding(authorization.secrets)
                return try await send(authorization.applied(to: request, except: options.headers), errors)
            }
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            throw error as? APIError ?? errors.transport(error)
        }
    }

    private func authorization(
        _ metadata: OperationMetadata, _ options: RequestOptions, _ errors: ErrorFactory
    ) async throws -> Authorization {
        do {
            return try await credentials.authorization(for: metadata.security, given: options.headers)
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            throw errors.unauthorized(error)
        }
    }

    private func send(_ request: TransportRequest, _ errors: ErrorFactory) async throws -> ResponseDecoder {
        do {
            return ResponseDecoder(try await transport.send(request), errors: errors)
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            throw errors.transport(error)
        }
    }

    /// Reads a success; whatever an operation throws comes out as an ``APIError``.
    func read<Operation: APIOperation>(
        _ response: ResponseDecoder, as operation: Operation.Type
    ) throws -> Operation.Output {
        do {
            return try Operation.decode(response)
        } catch let error as APIError {
            throw error
        } catch {
            throw response.unreadable(error)
        }
    }

    /// Where a call goes: where it says itself, to a custom server, to that of the operation, to that of the client.
    private func address(
        _ metadata: OperationMetadata, _ options: RequestOptions
    ) throws(RequestIssue) -> ServerAddress {
        if let url = options.server { return try ServerAddress(url.absoluteString) }
        let server = try server.get()
        guard let own = metadata.server, !isCustomServer else { return server }
        return own.hasPrefix("/") ? try server.replacingPath(with: own) : try ServerAddress(own)
    }

    private func prepare(
        _ metadata: OperationMetadata, _ encoder: RequestEncoder, _ options: RequestOptions, _ errors: ErrorFactory
    ) throws(APIError) -> TransportRequest {
        do {
            let server = try address(metadata, options)
            let path = try server.basePath + encoder.target(metadata.path)
            var headers = encoder.headers
            if !encoder.cookies.isEmpty { headers[.cookie] = encoder.cookies.joined(separator: "; ") }
            if headers[.accept] == nil { headers[.accept] = "application/json" }
            for name in Set(options.headers.map(\.name)) { headers[fields: name] = options.headers[fields: name] }
            return TransportRequest(
                HTTPRequest(
                    method: metadata.method, scheme: server.scheme, authority: server.authority, path: path,
                    headerFields: headers),
                body: encoder.body, operationID: metadata.id, isRepeatable: metadata.isIdempotent,
                timeout: options.timeout)
        } catch {
            throw errors.invalid(error)
        }
    }
}
