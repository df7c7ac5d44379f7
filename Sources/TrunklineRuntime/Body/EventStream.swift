#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values that a server sends one after the other: the data of server-sent events, or lines of JSON.
///
/// Each value is there as soon as the server has sent it, and the next is read when it is asked for. For example:
///
/// ```swift
/// for try await delta in try await client.chat.create(…) { print(delta) }
/// ```
///
/// An event whose data is `[DONE]`, with which several APIs end their streams, ends the sequence; an event without data is
/// passed over. A value that is not what the specification says throws an ``APIError``, as does a connection that is lost; a
/// task that is cancelled throws `CancellationError`. A stream can be read once; releasing it closes its connection.
public struct EventStream<Item: JSONCodable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let framing: StreamFraming
    private let limit: Int
    private let failure: @Sendable (any Error) -> any Error

    /// A stream of the values in a body.
    ///
    /// - Parameters:
    ///   - limit: The bytes of the largest value.
    ///   - failure: Makes what is thrown of a `DecodingIssue` and of what reading the body throws.
    init(
        _ body: HTTPBody, framing: StreamFraming, limit: Int = 16 << 20,
        failure: @escaping @Sendable (any Error) -> any Error
    ) {
        self.body = body
        self.framing = framing
        self.limit = limit
        self.failure = failure
    }

    /// A stream of pieces of bytes; what cannot be read throws its `DecodingIssue`.
    package init(pieces: [[UInt8]], framing: StreamFraming) {
        let body = HTTPBody(length: nil, isReplayable: true) {
            var rest = pieces[...]
            return { rest.popFirst().map { Data($0) } }
        }
        self.init(body, framing: framing) { $0 }
    }

    /// The events as they are, with their kinds and ids; for a stream that is none of events, nothing.
    public var events: EventStream<ServerSentEvent> {
        EventStream<ServerSentEvent>(body, framing: .events, limit: limit, failure: failure)
    }

    /// Begins at the first value.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(
            texts: StreamTexts(pieces: body.makeAsyncIterator(), splitter: ValueSplitter(framing), limit: limit),
            failure: failure)
    }

    /// Goes from value to value.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var texts: StreamTexts?
        let failure: @Sendable (any Error) -> any Error

        /// The next value; nil at the end.
        ///
        /// - Throws: ``APIError`` for a value that is not what the specification says and for a connection that is lost;
        ///   `CancellationError` if the task was cancelled. The sequence is over then.
        public mutating func next() async throws -> Item? {
            do {
                if let text = try await texts?.next(), text != StreamFraming.end {
                    return try JSONCodec.decode(Item.self, from: text)
                }
                texts = nil
                return nil
            } catch {
                texts = nil
                throw failure(error)
            }
        }
    }
}

/// The JSON texts of a stream, one after the other.
struct StreamTexts {
    private var pieces: HTTPBody.AsyncIterator
    private var splitter: ValueSplitter
    private let limit: Int
    /// How many bytes came since the last text ended.
    private var pending = 0
    private var waiting: ArraySlice<Data> = []
    private var isOver = false

    init(pieces: HTTPBody.AsyncIterator, splitter: ValueSplitter, limit: Int) {
        self.pieces = pieces
        self.splitter = splitter
        self.limit = limit
    }

    /// The next text; nil at the end.
    ///
    /// - Throws: ``TransportFailure`` for a text without end; what reading the pieces throws.
    mutating func next() async throws -> Data? {
        while waiting.isEmpty, !isOver {
            if let piece = try await pieces.next() {
                try take(piece)
            } else {
                isOver = true
                waiting = splitter.finish()[...]
            }
        }
        return waiting.popFirst()
    }

    private mutating func take(_ piece: Data) throws {
        waiting = splitter.push(piece)[...]
        pending = waiting.isEmpty ? pending + piece.count : 0
        guard pending <= limit else {
            throw TransportFailure(.responseTooLarge, "a value of the stream has more than \(limit) bytes")
        }
    }
}

/// How the values of a stream are told apart.
public enum StreamFraming: Sendable, Hashable {
    /// Server-sent events whose data is JSON.
    case eventData
    /// Server-sent events as objects with the members `event`, `data`, `id` and `retry`.
    case events
    /// A JSON value on each line.
    case lines
    /// A record separator before each JSON value (RFC 7464).
    case sequence

    /// The data that ends a stream.
    static let end = Data("[DONE]".utf8)

    var prefix: Data {
        switch self {
        case .sequence: Data([0x1E])
        case .eventData: Data("data: ".utf8)
        case .events, .lines: Data()
        }
    }

    var suffix: Data { Data((self == .eventData ? "\n\n" : "\n").utf8) }
}

/// Finds the JSON texts of a stream.
struct ValueSplitter: Sendable {
    private let framing: StreamFraming
    private var events = EventParser()
    private var lines = LineSplitter(endsAtReturn: false)

    init(_ framing: StreamFraming) { self.framing = framing }

    /// The texts that end in a piece.
    mutating func push(_ piece: Data) -> [Data] {
        switch framing {
        case .eventData: events.push(piece).filter { !$0.data.isEmpty }.map { Data($0.data.utf8) }
        case .events: events.push(piece).compactMap { try? JSONCodec.encode($0) }
        case .lines, .sequence: lines.push(piece).compactMap(text)
        }
    }

    /// The text that ends with the stream: only a line needs no end.
    mutating func finish() -> [Data] {
        switch framing {
        case .eventData, .events: []
        case .lines, .sequence: [text(of: lines.rest)].compactMap { $0 }
        }
    }

    /// A line without record separator and white space; nil where nothing is left.
    private func text(of line: [UInt8]) -> Data? {
        let isBlank = { (byte: UInt8) in [0x1E, 0x20, 0x09, 0x0D].contains(byte) }
        let text = line.drop(while: isBlank)
        return text.isEmpty ? nil : Data(text)
    }
}
