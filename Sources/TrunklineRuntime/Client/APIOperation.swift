/// One operation of an API as a value: what to send and how to read the answer.
///
/// Generated modules declare one conforming struct per operation; ``APIClient`` sends them all. A value may be kept,
/// compared, logged or sent again: it holds parameters, never credentials. For example:
///
/// ```swift
/// let response = try await client.send(GetVirtualNumber(id: 7))
/// print(response.status, response.value.name)
/// ```
///
/// Source: OpenAPI 3.1 §4.8.10 (Operation Object).
public protocol APIOperation: Sendable {
    /// What a success means in Swift.
    associatedtype Output: Sendable

    /// What is true of every call: the name, the method, the path.
    static var metadata: OperationMetadata { get }

    /// Writes parameters and the body into the request.
    ///
    /// It throws nothing: `request` remembers the first problem and ``APIClient`` throws it before anything is sent.
    func encode(into request: inout RequestEncoder)

    /// Reads a success.
    ///
    /// - Throws: ``APIError`` (made by `response`) where the status is not one of a success or the body is not what the
    ///   specification says.
    static func decode(_ response: ResponseDecoder) throws -> Output
}
