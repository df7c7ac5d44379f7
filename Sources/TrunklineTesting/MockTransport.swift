import Foundation
public import TrunklineRuntime

/// A transport without a network, for tests of code that uses a generated client.
///
/// For example:
///
/// ```swift
/// let mock = MockTransport()
/// mock.on(GetVirtualNumber.self, .json(404, #"{"error": "Resource not found"}"#))
/// mock.on(ListVirtualNumbers.self, .failure(.connectionLost), .json(200, #"{"data": []}"#).delayed(by: .seconds(1)))
/// let client = IdentityCallClient(token: "test", transport: mock)
/// ```
public final class MockTransport: Transport, @unchecked Sendable {
    /// Makes the answer to a request, or throws in the place of one.
    public typealias Handler = @Sendable (TransportRequest) async throws -> TransportResponse

    private let lock = NSLock()
    private let fallback: Handler?
    private var handlers: [String: Handler] = [:]
    private var scripts: [String: ArraySlice<MockAnswer>] = [:]
    private var received: [TransportRequest] = []

    /// A transport that answers only what ``on(_:_:)`` tells it to.
    public init() {
        fallback = nil
    }

    /// A transport that answers by a closure what ``on(_:_:)`` does not.
    public init(_ handler: @escaping Handler) {
        fallback = handler
    }

    /// Every request so far, in order.
    public var requests: [TransportRequest] { lock.withLock { received } }

    /// Every request of an operation so far, in order.
    public func requests(of operation: (some APIOperation).Type) -> [TransportRequest] {
        requests.filter { $0.operationID == operation.metadata.id }
    }

    /// Answers an operation.
    ///
    /// - Parameters:
    ///   - operation: The type of the operation.
    ///   - answers: The answers in order; the last is given to every further request.
    @_disfavoredOverload  // `.json(…)` alone is a response.
    public func on(_ operation: (some APIOperation).Type, _ answers: MockAnswer...) {
        on(operation, answers: answers)
    }

    /// Answers an operation.
    func on(_ operation: (some APIOperation).Type, answers: [MockAnswer]) {
        lock.withLock {
            scripts[operation.metadata.id] = answers[...]
            handlers[operation.metadata.id] = nil
        }
    }

    /// Answers an operation.
    ///
    /// - Parameters:
    ///   - operation: The type of the operation.
    ///   - responses: The answers in order; the last is given to every further request.
    public func on(_ operation: (some APIOperation).Type, _ responses: TransportResponse...) {
        on(operation, answers: responses.map { .response($0) })
    }

    /// Answers an operation by a closure.
    ///
    /// - Parameters:
    ///   - operation: The type of the operation.
    ///   - handler: Makes the answer to each request.
    public func on(_ operation: (some APIOperation).Type, _ handler: @escaping Handler) {
        lock.withLock {
            handlers[operation.metadata.id] = handler
            scripts[operation.metadata.id] = nil
        }
    }

    /// Records a request and answers it.
    ///
    /// - Throws: ``UnexpectedRequest`` if nothing was said about its operation; what a handler throws.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let (answer, handler) = take(request)
        if let answer { return try await answer.give() }
        guard let handler else { throw UnexpectedRequest(description: lock.withLock { complaint(request) }) }
        return try await handler(request)
    }

    private func take(_ request: TransportRequest) -> (MockAnswer?, Handler?) {
        lock.withLock {
            received.append(request)
            let script = scripts[request.operationID] ?? []
            if script.count > 1 { scripts[request.operationID] = script.dropFirst() }
            return (script.first, handlers[request.operationID] ?? fallback)
        }
    }

    private func complaint(_ request: TransportRequest) -> String {
        let known = Set(handlers.keys).union(scripts.keys).sorted().joined(separator: ", ")
        return "MockTransport has no answer for \(request); it has answers for: \(known.isEmpty ? "nothing" : known)"
    }
}

/// A mock got a request that its test said nothing about.
public struct UnexpectedRequest: Error, CustomStringConvertible {
    /// The request, and what the mock has answers for.
    public let description: String
}
