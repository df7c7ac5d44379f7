#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values that a request sends one after the other, such as lines of JSON: a list, or a sequence whose elements are written as
/// the server takes them.
///
/// ```swift
/// try await client.events.record([.init(id: 1), .init(id: 2)])
/// try await client.events.record(.init(readings))                     // an AsyncSequence
/// ```
public struct RequestStream<Item: JSONCodable>: Sendable, ExpressibleByArrayLiteral {
    fileprivate enum Source: Sendable {
        case list([Item])
        case sequence(isReplayable: Bool, @Sendable () -> () async throws -> Item?)
    }

    fileprivate let source: Source

    /// The values of a list, which can be sent again.
    public init(_ items: [Item]) { source = .list(items) }

    /// The values of a list, which can be sent again.
    public init(arrayLiteral elements: Item...) { self.init(elements) }

    /// The values of a sequence, each asked for when the one before has been taken by the transport.
    ///
    /// - Parameters:
    ///   - items: The values. What it throws ends the call.
    ///   - isReplayable: Whether the sequence begins anew each time, so that a request may be sent again.
    public init<Items: AsyncSequence & Sendable>(_ items: Items, isReplayable: Bool = false)
    where Items.Element == Item {
        source = .sequence(isReplayable: isReplayable) {
            var iterator = items.makeAsyncIterator()
            return { try await iterator.next() }
        }
    }
}

extension RequestEncoder {
    /// Sets the body to values one after the other.
    ///
    /// - Parameters:
    ///   - values: The values; nil sends none. One without JSON is a problem; in a sequence it ends the call.
    ///   - framing: How they are told apart.
    ///   - contentType: The media type.
    public mutating func stream<Value>(
        _ values: RequestStream<Value>?, framing: StreamFraming, contentType: String
    ) {
        switch values?.source {
        case .list(let list):
            do throws(RequestIssue) {
                var body = Data()
                for value in list { body += try framing.text(of: value) }
                data(body, contentType: contentType)
            } catch {
                fail(error)
            }
        case .sequence(let isReplayable, let start):
            let body = HTTPBody(length: nil, isReplayable: isReplayable) {
                let next = start()
                return { try await next().map { try framing.text(of: $0) } }
            }
            self.body(body, contentType: contentType)
        case nil: break
        }
    }
}

extension StreamFraming {
    /// A value with what tells it apart from the next.
    fileprivate func text(of value: some JSONCodable) throws(RequestIssue) -> Data {
        do {
            return prefix + (try JSONCodec.encode(value)) + suffix
        } catch {
            throw RequestIssue("a value of the body cannot be written as JSON: \(error)")
        }
    }
}
