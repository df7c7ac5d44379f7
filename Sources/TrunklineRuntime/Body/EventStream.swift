#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values that a server sends one after the other: the data of server-sent events, or lines of JSON.
///
/// For example:
///
/// ```swift
/// for try await delta in try await client.chat.create(…) { print(delta) }
/// ```
///
/// An event whose data is `[DONE]`, with which several APIs end their streams, ends the sequence; an event without data is
/// passed over. A value that is not what the specification says throws an ``APIError``. Transports collect the whole
/// answer before there is a stream.
public struct EventStream<Item: JSONCodable>: AsyncSequence, Sendable {
    private let body: BodyPieces
    private let framing: StreamFraming
    private let failure: @Sendable (any Error) -> any Error

    init(_ body: BodyPieces, framing: StreamFraming, failure: @escaping @Sendable (any Error) -> any Error) {
        self.body = body
        self.framing = framing
        self.failure = failure
    }

    /// A stream of pieces of bytes; what cannot be read throws its `DecodingIssue`.
    package init(pieces: [[UInt8]], framing: StreamFraming) {
        self.init(BodyPieces(pieces.map { Data($0) }), framing: framing) { $0 }
    }

    /// The events as they are, with their kinds and ids; for a stream that is none of events, nothing.
    public var events: EventStream<ServerSentEvent> {
        EventStream<ServerSentEvent>(body, framing: .events, failure: failure)
    }

    /// Begins at the first value.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pieces: body.makeAsyncIterator(), splitter: ValueSplitter(framing), failure: failure)
    }

    /// Goes from value to value.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var pieces: BodyPieces.AsyncIterator
        var splitter: ValueSplitter
        let failure: @Sendable (any Error) -> any Error
        private var waiting: ArraySlice<Data> = []
        private var isOver = false

        init(
            pieces: BodyPieces.AsyncIterator, splitter: ValueSplitter,
            failure: @escaping @Sendable (any Error) -> any Error
        ) {
            self.pieces = pieces
            self.splitter = splitter
            self.failure = failure
        }

        /// The next value; nil at the end.
        ///
        /// - Throws: ``APIError`` for a value that is not what the specification says; the sequence is over then.
        public mutating func next() async throws -> Item? {
            while waiting.isEmpty, !isOver {
                if let piece = try await pieces.next() {
                    waiting = splitter.push(piece)[...]
                } else {
                    isOver = true
                    waiting = splitter.finish()[...]
                }
            }
            guard let text = waiting.popFirst(), text != StreamFraming.end else {
                isOver = true
                waiting = []
                return nil
            }
            do {
                return try JSONCodec.decode(Item.self, from: text)
            } catch {
                isOver = true
                waiting = []
                throw failure(error)
            }
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

/// The bytes of a body in the pieces in which they arrive; today's transports collect a body first, so it is one piece.
struct BodyPieces: AsyncSequence, Sendable {
    private let pieces: [Data]

    init(_ pieces: [Data]) { self.pieces = pieces }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: pieces[...]) }

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: ArraySlice<Data>

        mutating func next() async throws -> Data? { rest.popFirst() }
    }
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
