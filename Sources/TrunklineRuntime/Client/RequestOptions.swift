#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What one call does differently.
///
/// For example:
///
/// ```swift
/// try await client.virtualNumbers.get(id: 7, options: .init(timeout: .seconds(5)))
/// ```
public struct RequestOptions: Sendable {
    /// Header fields to add. They replace what the client would send under the same name.
    public var headers: HTTPFields

    /// How long the whole call may take, from asking for a token, where one is needed, to
    /// the last byte of the answer; nil leaves it to the
    /// transport. When it is over the call throws an ``APIError`` of kind ``APIError/Kind/timeout``.
    public var timeout: Duration?

    /// Where to send this call instead of the client's server, or of the operation's own; nil for no other place. It is as
    /// ``APIServer/custom(_:)`` takes it.
    public var server: URL?

    /// Describes what is different.
    ///
    /// - Parameters:
    ///   - headers: Header fields to add or to replace.
    ///   - timeout: How long the whole call may take.
    ///   - server: Where to send this call.
    public init(headers: HTTPFields = [:], timeout: Duration? = nil, server: URL? = nil) {
        self.headers = headers
        self.timeout = timeout
        self.server = server
    }
}
