#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The client of an API, as it is generated: resources with a method for each operation, and the operations as values.
public protocol GeneratedClient: Sendable {
    /// The engine that sends the operations.
    var client: APIClient { get }
}

extension GeneratedClient {
    /// Sends an operation and returns the whole answer: status, headers, body and value.
    ///
    /// ```swift
    /// let response = try await client.send(GetPhoneNumber(id: "pn_1"))
    /// print(response.status, response.requestID ?? "-", response.value)
    /// ```
    ///
    /// - Parameters:
    ///   - operation: What to send.
    ///   - options: What this call does differently.
    /// - Throws: ``APIError``; `CancellationError` if the task was cancelled.
    public func send<Operation: APIOperation>(
        _ operation: Operation, options: RequestOptions = .init()
    ) async throws -> APIResponse<Operation.Output> {
        try await client.send(operation, options)
    }

    /// Sends an operation and hands over the body of its success as it arrives, whatever the operation makes of it.
    ///
    /// - Parameters:
    ///   - operation: What to send.
    ///   - options: What this call does differently.
    /// - Throws: As ``APIClient/stream(_:_:)``.
    public func stream<Operation: APIOperation>(
        _ operation: Operation, options: RequestOptions = .init()
    ) async throws -> APIResponse<HTTPBody> {
        try await client.stream(operation, options)
    }

    /// Sends an operation and writes the body of its success to a file as it arrives.
    ///
    /// - Parameters:
    ///   - operation: What to send.
    ///   - file: A URL of a file, which is only written whole; its folder has to be there.
    ///   - options: What this call does differently.
    ///   - progress: Is called with the bytes so far and the bytes in all, where the server says how many there are.
    /// - Throws: As ``APIClient/download(_:to:_:progress:)``.
    @discardableResult public func download<Operation: APIOperation>(
        _ operation: Operation, to file: URL, options: RequestOptions = .init(),
        progress: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Void = { _, _ in }
    ) async throws -> APIResponse<Void> {
        try await client.download(operation, to: file, options, progress: progress)
    }
}
