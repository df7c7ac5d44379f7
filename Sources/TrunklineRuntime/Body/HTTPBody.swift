#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The body of a request or an answer: bytes in memory, or pieces that come one after the other.
///
/// The next piece is made or received when it is asked for, so that neither side runs ahead of the other. For example:
///
/// ```swift
/// let answer = try await client.stream(GetRecording(id: 7))
/// for try await piece in answer.value { file.write(piece) }
/// ```
public struct HTTPBody: AsyncSequence, Sendable {
    private enum Source: Sendable {
        case data(Data)
        case pieces(@Sendable () throws -> AsyncIterator)
    }

    private let source: Source
    /// How many bytes there are; nil where nobody knows before the end.
    public let length: Int?
    /// Whether it can be read more than once, so that a request may be sent again.
    public let isReplayable: Bool

    /// A body of bytes in memory.
    public init(_ data: Data = Data()) {
        source = .data(data)
        length = data.count
        isReplayable = true
    }

    /// A body of the bytes of a text in UTF-8.
    public init(_ text: String) { self.init(Data(text.utf8)) }

    /// A body of the elements of a sequence.
    ///
    /// - Parameters:
    ///   - pieces: The bytes in pieces of any size. What it throws ends the call.
    ///   - length: How many bytes there are in all; nil sends them in chunks (RFC 9112 §7.1).
    ///   - isReplayable: Whether the sequence begins anew each time, so that a request may be sent again.
    public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces, length: Int? = nil, isReplayable: Bool = false)
    where Pieces.Element == Data {
        self.init(length: length, isReplayable: isReplayable) {
            var iterator = pieces.makeAsyncIterator()
            return { try await iterator.next() }
        }
    }

    /// A body whose pieces a closure gives.
    ///
    /// - Parameters:
    ///   - length: How many bytes there are in all.
    ///   - isReplayable: Whether `start` may be called more than once.
    ///   - start: Begins to read; what it returns gives the next piece, nil at the end.
    package init(
        length: Int?, isReplayable: Bool, _ start: @escaping @Sendable () throws -> () async throws -> Data?
    ) {
        let wasRead = Locked(false)
        source = .pieces {
            let isAgain = wasRead.withLock { wasRead in
                defer { wasRead = true }
                return wasRead
            }
            if isAgain, !isReplayable { throw HTTPBodyWasRead() }
            return AsyncIterator(try start())
        }
        self.length = length.flatMap { $0 < 0 ? nil : $0 }
        self.isReplayable = isReplayable
    }

    /// Bodies one after the other.
    init(joining bodies: [HTTPBody]) {
        let bodies = bodies.joinedInMemory()
        guard bodies.count != 1 else {
            self = bodies[0]
            return
        }
        let length = bodies.reduce(0 as Int?) { sum, body in
            guard let sum, let length = body.length else { return nil }
            let (whole, isTooLarge) = sum.addingReportingOverflow(length)
            return isTooLarge ? nil : whole
        }
        self.init(length: length, isReplayable: bodies.allSatisfy(\.isReplayable)) {
            var rest = bodies[...]
            var current: AsyncIterator?
            return {
                while true {
                    if let piece = try await current?.next() { return piece }
                    guard let next = rest.popFirst() else { return nil }
                    current = next.makeAsyncIterator()
                }
            }
        }
    }

    /// The bytes, where they are in memory; nil where they have yet to come.
    public var data: Data? {
        if case .data(let data) = source { data } else { nil }
    }

    /// Begins to read.
    public func makeAsyncIterator() -> AsyncIterator {
        switch source {
        case .data(let data): return AsyncIterator(data)
        case .pieces(let start):
            do { return try start() } catch { return AsyncIterator { throw error } }
        }
    }

    /// Goes from piece to piece; none is empty.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var data: Data?
        private let read: (() async throws -> Data?)?

        init(_ data: Data) {
            self.data = data
            read = nil
        }

        init(_ read: @escaping () async throws -> Data?) { self.read = read }

        /// The next piece; nil at the end.
        ///
        /// - Throws: What the source throws; `CancellationError` if the task was cancelled.
        public mutating func next() async throws -> Data? {
            guard let read else {
                defer { data = nil }
                return data?.isEmpty == true ? nil : data
            }
            while let piece = try await read() {
                if !piece.isEmpty { return piece }
            }
            return nil
        }
    }
}

/// A body that can be read only once was read again.
public struct HTTPBodyWasRead: Error, CustomStringConvertible {
    /// What happened.
    public var description: String { "the body can be read only once and was read before" }
}

extension HTTPBody {
    /// Collects all bytes in memory.
    ///
    /// - Parameter limit: How many bytes are accepted.
    /// - Throws: ``TransportFailure`` with reason `responseTooLarge` where there are more; what the source throws.
    public func collect(upTo limit: Int = 16 << 20) async throws -> Data {
        let isTooLarge = length.map { $0 > limit } ?? false
        let bytes = isTooLarge ? Data() : try await collect(atLeast: limit)
        guard !isTooLarge, bytes.count <= limit else {
            throw TransportFailure(.responseTooLarge, "the body has more than \(limit) bytes")
        }
        return bytes
    }

    /// Collects the first bytes; what follows them is not waited for.
    func collect(first limit: Int) async throws -> Data {
        Data(try await collect(atLeast: limit).prefix(Swift.max(0, limit)))
    }

    /// Collects pieces until there are more bytes than a limit, or all.
    private func collect(atLeast limit: Int) async throws -> Data {
        if let data { return data }
        var bytes = Data()
        // What a server says is a promise only.
        bytes.reserveCapacity(Swift.max(0, Swift.min(length ?? 0, limit, 1 << 20)))
        for try await piece in self {
            bytes.append(piece)
            if bytes.count > limit { break }
        }
        return bytes
    }

    /// The same body, which says how far it has been read: how much of an upload was sent, of a download received.
    ///
    /// ```swift
    /// let body = try HTTPBody.file(url).reportingProgress { bytes, total in print(bytes, total ?? 0) }
    /// ```
    ///
    /// - Parameter report: Is called with the bytes so far and the bytes in all, where they are known, after each piece. A
    ///   request that is sent again begins at zero.
    public func reportingProgress(_ report: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Void) -> HTTPBody {
        let (body, length) = (self, length)
        return HTTPBody(length: length, isReplayable: isReplayable) {
            var iterator = body.makeAsyncIterator()
            var count = 0
            return {
                guard let piece = try await iterator.next() else { return nil }
                count += piece.count
                report(count, length)
                return piece
            }
        }
    }

    /// The same body, for a transport that promises its length to the server, which would take what is too much for the next
    /// request, and wait for what is missing (RFC 9112 §6.3): reading it throws a ``RequestIssue`` then.
    package func checkingLength() -> HTTPBody {
        guard let length, data == nil else { return self }
        let body = self
        return HTTPBody(length: length, isReplayable: isReplayable) {
            var iterator = body.makeAsyncIterator()
            var left = length
            return {
                let piece = try await iterator.next()
                left -= piece?.count ?? 0
                guard piece == nil ? left == 0 : left >= 0 else {
                    throw RequestIssue("the body has not the \(length) bytes that it was said to have")
                }
                return piece
            }
        }
    }

    /// The same body, which throws other errors.
    func mapErrors(_ transform: @escaping @Sendable (any Error) -> any Error) -> HTTPBody {
        guard data == nil else { return self }
        let body = self
        return HTTPBody(length: length, isReplayable: isReplayable) {
            var iterator = body.makeAsyncIterator()
            return {
                do { return try await iterator.next() } catch { throw transform(error) }
            }
        }
    }

    /// The same body, which ends with a timeout where it is not over at a deadline.
    func until(_ deadline: ContinuousClock.Instant?) -> HTTPBody {
        guard let deadline, data == nil else { return self }
        let body = self
        return HTTPBody(length: length, isReplayable: isReplayable) {
            let iterator = OneReader(iterator: body.makeAsyncIterator())
            return {
                try await Deadline(timeout: nil, deadline: deadline).run { try await iterator.next() }
            }
        }
    }
}

extension [HTTPBody] {
    /// The same bodies, with those in memory that follow each other as one; at least one.
    fileprivate func joinedInMemory() -> [HTTPBody] {
        var result: [HTTPBody] = []
        var bytes = Data()
        for body in self {
            if let data = body.data {
                bytes += data
            } else {
                if !bytes.isEmpty { result.append(HTTPBody(bytes)) }
                result.append(body)
                bytes = Data()
            }
        }
        return bytes.isEmpty && !result.isEmpty ? result : result + [HTTPBody(bytes)]
    }
}

/// An iterator that several tasks use one after the other, never at once.
private final class OneReader: @unchecked Sendable {
    private var iterator: HTTPBody.AsyncIterator

    init(iterator: HTTPBody.AsyncIterator) { self.iterator = iterator }

    func next() async throws -> Data? { try await iterator.next() }
}
