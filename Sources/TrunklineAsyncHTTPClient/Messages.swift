#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import TrunklineRuntime

    extension HTTPClientRequest {
        /// Writes a request for async-http-client, which sends it on one of the group's threads.
        init(_ request: TransportRequest, on group: any EventLoopGroup) {
            let head = request.request
            self.init(url: "\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")")
            method = HTTPMethod(rawValue: head.method.rawValue)
            for field in head.headerFields where field.name != .cookie {
                headers.add(name: field.name.rawName, value: field.value)
            }
            // The pairs may be fields of their own (RFC 6265 §5.4).
            if let cookies = head.headerFields[.cookie] { headers.add(name: "Cookie", value: cookies) }
            if head.headerFields[.acceptEncoding] == nil {
                headers.add(name: "Accept-Encoding", value: "gzip, deflate")
            }
            body = request.body.map { Body($0, on: group) }
        }
    }

    extension HTTPClientRequest.Body {
        /// Writes a body, whole or piece by piece.
        fileprivate init(_ body: HTTPBody, on group: any EventLoopGroup) {
            if let data = body.data {
                self = .bytes(ByteBuffer(bytes: data))
            } else {
                self = .stream(
                    PacedBody(body: body.checkingLength(), group: group),
                    length: body.length.map { .known(Int64($0)) } ?? .unknown)
            }
        }
    }

    /// A body that waits for those who send it, after each mebibyte.
    ///
    /// async-http-client asks for pieces until one of its threads says that the connection takes no more. Where the threads have
    /// other work to do nobody says so, and it would hold all of the body.
    private struct PacedBody: AsyncSequence, Sendable {
        typealias Element = ByteBuffer

        let body: HTTPBody
        let group: any EventLoopGroup

        func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(pieces: body.makeAsyncIterator(), group: group)
        }

        struct AsyncIterator: AsyncIteratorProtocol {
            var pieces: HTTPBody.AsyncIterator
            let group: any EventLoopGroup
            private var ahead = 0

            init(pieces: HTTPBody.AsyncIterator, group: any EventLoopGroup) {
                self.pieces = pieces
                self.group = group
            }

            mutating func next() async throws -> ByteBuffer? {
                if ahead >= 1 << 20 {
                    try await group.finishWhatIsWaiting()
                    ahead = 0
                }
                guard let piece = try await pieces.next() else { return nil }
                ahead += piece.count
                return ByteBuffer(bytes: piece)
            }
        }
    }

    extension EventLoopGroup {
        /// Waits until all threads have done what they were given before.
        fileprivate func finishWhatIsWaiting() async throws {
            for future in makeIterator().map({ $0.submit {} }) { try await future.get() }
        }
    }

    extension TransportResponse {
        /// Reads the head of an answer; the body follows.
        ///
        /// - Parameter call: What is released with the body.
        /// - Throws: ``TransportFailure`` if the status has no three digits.
        init(_ response: HTTPClientResponse, to method: HTTPRequest.Method, _ call: CallUnderWay) throws {
            guard (100...999).contains(response.status.code) else {
                throw TransportFailure(.connection, "the answer is not HTTP")
            }
            var head = HTTPResponse(status: .init(code: Int(response.status.code)))
            for (name, value) in response.headers.prefix(1_000) {
                if let name = HTTPField.Name(name) { head.headerFields.append(HTTPField(name: name, value: value)) }
            }
            self.init(head, body: HTTPBody(response.body, length: Self.length(of: head, to: method), call))
        }

        /// How many bytes the body has; nil where they are compressed or chunked.
        private static func length(of head: HTTPResponse, to method: HTTPRequest.Method) -> Int? {
            guard method != .head, head.status != .noContent, head.headerFields[.contentEncoding] == nil else {
                return nil
            }
            return head.headerFields[.contentLength].flatMap { Int($0) }
        }
    }

    extension HTTPBody {
        /// The body of an answer of async-http-client.
        fileprivate init(_ body: HTTPClientResponse.Body, length: Int?, _ call: CallUnderWay) {
            self.init(length: length, isReplayable: false) {
                var iterator = body.makeAsyncIterator()
                return {
                    defer { withExtendedLifetime(call) {} }
                    do {
                        if let buffer = try await iterator.next() { return Data(buffer.readableBytesView) }
                    } catch {
                        throw AsyncHTTPClientTransport.failure(for: error)
                    }
                    // A sequence of a task that was cancelled ends as if it were whole.
                    try Task.checkCancellation()
                    return nil
                }
            }
        }
    }
#endif
