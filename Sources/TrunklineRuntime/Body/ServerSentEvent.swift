/// One event of a stream of `text/event-stream`.
///
/// Source: WHATWG HTML, server-sent events; OpenAPI 3.2 (Special Considerations for Server-Sent Events).
public struct ServerSentEvent: ObjectModel, Hashable, Codable {
    /// The kind of event; nil where the server names none, which is `message`.
    public var event: String?
    /// The data; its lines are joined with line feeds.
    public var data: String
    /// The id that a client would resume from; it stays until the server names another.
    public var id: String?
    /// How long the server asks a client to wait before it reconnects, in milliseconds.
    public var retry: Int?

    /// Describes an event.
    public init(event: String? = nil, data: String, id: String? = nil, retry: Int? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }

    /// Reads an event from an object with the members `event`, `data`, `id` and `retry`.
    public init(from object: inout ObjectDecoder) throws(DecodingIssue) {
        event = object.optional("event")
        data = object.required("data")
        id = object.optional("id")
        retry = object.optional("retry")
    }

    /// Writes the event as an object.
    public func encode(into object: inout ObjectEncoder) {
        object.optional("event", event)
        object.required("data", data)
        object.optional("id", id)
        object.optional("retry", retry)
    }
}

/// Finds events in bytes that come in pieces of any size, by the rules of WHATWG HTML: lines end with CR, LF or CR LF, an
/// empty line ends an event, an event without data is none, and what is not ended when the stream ends is dropped.
struct EventParser: Sendable {
    private var lines = LineSplitter(endsAtReturn: true)
    private var isFirstLine = true
    private var event = ""
    private var data: [String] = []
    private var id: String?
    private var retry: Int?

    /// The events that end in a piece.
    mutating func push(_ bytes: some Sequence<UInt8>) -> [ServerSentEvent] {
        lines.push(bytes).compactMap { take(line: $0) }
    }

    private mutating func take(line bytes: [UInt8]) -> ServerSentEvent? {
        var line = bytes[...]
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        isFirstLine = false
        if line.isEmpty { return dispatch() }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        take(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
        return nil
    }

    private mutating func take(_ name: String, _ value: String) {
        switch name {
        case "event": event = value
        case "data": data.append(value)
        case "id": if !value.unicodeScalars.contains("\0") { id = value }
        case "retry":
            if !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { retry = Int(value) ?? retry }
        default: break
        }
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            event = ""
            data = []
        }
        guard !data.isEmpty else { return nil }
        defer { retry = nil }
        return ServerSentEvent(
            event: event.isEmpty ? nil : event, data: data.joined(separator: "\n"), id: id, retry: retry)
    }
}

/// Finds lines in bytes that come in pieces of any size.
struct LineSplitter: Sendable {
    /// Whether a carriage return ends a line as well.
    let endsAtReturn: Bool
    private var line: [UInt8] = []
    private var skipsLineFeed = false

    init(endsAtReturn: Bool) { self.endsAtReturn = endsAtReturn }

    /// What is left of a line that has no end.
    var rest: [UInt8] { line }

    /// The lines that end in a piece.
    mutating func push(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            let isAfterReturn = skipsLineFeed
            skipsLineFeed = false
            switch byte {
            case 0x0A:
                if isAfterReturn { continue }
                lines.append(take())
            case 0x0D where endsAtReturn:
                lines.append(take())
                skipsLineFeed = true
            default: line.append(byte)
            }
        }
        return lines
    }

    private mutating func take() -> [UInt8] {
        defer { line = [] }
        return line
    }
}
