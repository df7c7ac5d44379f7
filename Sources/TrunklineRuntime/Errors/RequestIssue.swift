/// Why a request cannot be sent as asked.
///
/// It is the `underlying` error of an ``APIError`` of kind ``APIError/Kind/invalidRequest``.
public struct RequestIssue: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, for people; never a credential.
    public let description: String

    /// Describes what is wrong.
    public init(_ description: String) {
        self.description = description
    }
}
