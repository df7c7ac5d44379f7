#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What all copies of a client share.
final class Engine: Sendable {
    private let server: Result<ServerAddress, RequestIssue>
    private let isCustomServer: Bool
    let credentials: Credentials
    let transport: any Transport
    let errorMessage: [String]
    let configuration: ClientConfiguration
    let quota: RetryQuota

    init(
        server: Result<ServerAddress, RequestIssue>, isCustomServer: Bool, credentials: Credentials,
        transport: any Transport, errorMessage: [String], configuration: ClientConfiguration
    ) {
        self.server = server
        self.isCustomServer = isCustomServer
        self.credentials = credentials
        self.transport = transport
        self.errorMessage = errorMessage
        self.configuration = configuration
        quota = RetryQuota(retries: configuration.retryQuota)
    }

    /// The request for what an operation wrote, without credentials.
    func request(
        _ metadata: OperationMetadata, _ encoder: RequestEncoder, _ options: RequestOptions
    ) throws(RequestIssue) -> TransportRequest {
        let server = try address(metadata, options)
        var encoder = encoder
        encoder.setIdempotencyKey(metadata.idempotencyKey, options.idempotencyKey)
        let path = try encoder.target(metadata.path, below: server.basePath)
        var headers = encoder.headers
        if !encoder.cookies.isEmpty { headers[.cookie] = encoder.cookies.joined(separator: "; ") }
        if headers[.accept] == nil { headers[.accept] = "application/json" }
        if !options.headers.isEmpty {
            for name in Set(options.headers.map(\.name)) { headers[fields: name] = options.headers[fields: name] }
        }
        return TransportRequest(
            HTTPRequest(
                method: metadata.method, scheme: server.scheme, authority: server.authority, path: path,
                headerFields: headers),
            body: encoder.body, operationID: metadata.id,
            isRepeatable: metadata.isIdempotent || metadata.idempotencyKey != nil)
    }

    /// Where a call goes: where it says itself, to a custom server, to that of the operation, to that of the client.
    private func address(
        _ metadata: OperationMetadata, _ options: RequestOptions
    ) throws(RequestIssue) -> ServerAddress {
        if let url = options.serverURL { return try ServerAddress(url) }
        let server = try server.get()
        guard let own = metadata.server, !isCustomServer else { return server }
        return own.hasPrefix("/") ? try server.replacingPath(with: own) : try ServerAddress(own)
    }
}

extension RequestEncoder {
    /// Sets the key by which a server knows a call when it sees it again: the caller's, what the operation wrote or, where
    /// the operation declares a key, one that is made up.
    ///
    /// - Parameters:
    ///   - field: The header field that the operation declares.
    ///   - key: The caller's key.
    fileprivate mutating func setIdempotencyKey(_ field: String?, _ key: String?) {
        let name = field ?? "Idempotency-Key"
        if let key {
            setHeader(name, key)
        } else if field != nil, HTTPField.Name(name).flatMap({ headers[$0] }) == nil {
            setHeader(name, UUID().uuidString)
        }
    }
}
