public import TrunklineJSON

/// The members of a JSON object that is being decoded, asked for by name.
///
/// Members that come in the order they are asked for are found at once; what nobody asked for is `rest()`. Who reads the members
/// calls `finish()` in the end.
public struct ObjectDecoder: ~Copyable {
    let tokens: UnsafePointer<JSONToken>
    let text: UnsafePointer<UInt8>
    private let first: Int
    private let end: Int
    private let count: Int
    /// Where the next search begins: a name's token and its place among the members.
    private var cursor: Int
    private var ordinal = 0
    private var taken = 0
    /// A bit for each member that has been taken: the first 64, and the others.
    private var low: UInt64 = 0
    private var high: [UInt64] = []
    /// What was wrong with a member that reads as if it were missing. Were each such call to throw, a model's initialiser would
    /// have to destroy, at each of them, all members before: code that grows with the square of their number.
    private(set) var issue: DecodingIssue?

    package init(_ element: borrowing JSONElement) throws(DecodingIssue) {
        let token = element.token
        guard token.is(.object) else { throw element.mismatch("an object") }
        tokens = element.tokens
        text = element.text
        first = element.index + 1
        end = Int(token.next)
        cursor = first
        count = token.count
    }

    /// Reads a member that has to be there.
    ///
    /// - Throws: `DecodingIssue` where the member is missing or not what the type needs.
    public mutating func required<Value: JSONCodable>(_ name: StaticString) throws(DecodingIssue) -> Value {
        guard let index = find(name) else { throw issue ?? DecodingIssue(missing: name.description) }
        take(index)
        do throws(DecodingIssue) {
            return try Value(json: JSONElement(tokens, index + 1, text))
        } catch {
            throw issue ?? error.inside(name.description)
        }
    }

    /// Reads a member that may be missing; an explicit null reads as missing, and is kept in `rest()`.
    ///
    /// Where the member is not what the type needs, it reads as missing, and `finish()` throws.
    public mutating func optional<Value: JSONCodable>(_ name: StaticString) -> Value? {
        guard let index = find(name), !tokens[index + 1].is(.null) else { return nil }
        take(index)
        do throws(DecodingIssue) {
            return try Value(json: JSONElement(tokens, index + 1, text))
        } catch {
            note(error.inside(name.description))
            return nil
        }
    }

    /// Reads a string that has to be there; most members are strings, and calls without type parameters are smaller.
    ///
    /// Where the member is missing or no string, it reads as an empty one, and `finish()` throws.
    public mutating func required(_ name: StaticString) -> String {
        guard let index = find(name) else {
            note(DecodingIssue(missing: name.description))
            return ""
        }
        take(index)
        return string(name, index + 1) ?? ""
    }

    /// Reads a string that may be missing; an explicit null reads as missing, and is kept in `rest()`.
    ///
    /// Where the member is no string, it reads as missing, and `finish()` throws.
    public mutating func optional(_ name: StaticString) -> String? {
        guard let index = find(name), !tokens[index + 1].is(.null) else { return nil }
        take(index)
        return string(name, index + 1)
    }

    private mutating func string(_ name: StaticString, _ index: Int) -> String? {
        guard tokens[index].is(.string) else {
            note(JSONElement(tokens, index, text).mismatch("a string").inside(name.description))
            return nil
        }
        return JSONText.string(tokens[index], in: text)
    }

    /// Reads a member that may be missing, null or a value, and keeps the three apart.
    ///
    /// Where the member is not what the type needs, it reads as missing, and `finish()` throws.
    public mutating func nullable<Value: JSONCodable>(_ name: StaticString) -> Nullable<Value>? {
        guard let index = find(name) else { return nil }
        guard tokens[index + 1].is(.null) else { return optional(name).map { .value($0) } }
        take(index)
        return .some(.null)
    }

    /// Ends the reading.
    ///
    /// - Throws: `DecodingIssue` where a member was not what its type needs: the first of them.
    public borrowing func finish() throws(DecodingIssue) {
        if let issue { throw issue }
    }

    private mutating func note(_ issue: DecodingIssue) {
        if self.issue == nil { self.issue = issue }
    }

    /// Reads the members that a model has of its base, which keeps the rest: the last to be read.
    ///
    /// - Throws: `DecodingIssue` where a member is missing or not what its type needs.
    public mutating func base<Base: ObjectModel>() throws(DecodingIssue) -> Boxed<Base> {
        Boxed(try Base(from: &self))
    }

    /// Keeps a member out of `rest()`: one that is only received has no place in what is sent.
    public mutating func leaveOut(_ name: StaticString) {
        if let index = find(name) { take(index) }
    }

    /// The members that nobody asked for, and explicit nulls of optional members, in the order of the text.
    public mutating func rest() -> JSONMembers {
        JSONMembers(
            list: untaken().map { index in
                .init(JSONText.string(tokens[index], in: text), JSONValue(tokens, index + 1, in: text))
            })
    }

    /// The tokens of the names of members that nobody asked for, and of explicit nulls.
    func untaken() -> [Int] {
        guard taken < count else { return [] }
        var names: [Int] = []
        var index = first
        var position = 0
        while index < end {
            if !isTaken(position) { names.append(index) }
            index = Int(tokens[index + 1].next)
            position += 1
        }
        return names
    }

    // MARK: Search

    /// The token of a member's name, which `cursor` then stands on. Where a text has a name twice, either may count.
    private mutating func find(_ name: StaticString) -> Int? {
        let start = cursor
        if JSONText.seek(name, tokens, in: text, cursor: &cursor, ordinal: &ordinal, end: end) { return cursor }
        cursor = first
        ordinal = 0
        if JSONText.seek(name, tokens, in: text, cursor: &cursor, ordinal: &ordinal, end: start) { return cursor }
        return nil
    }

    private mutating func advance() {
        cursor = Int(tokens[cursor + 1].next)
        ordinal &+= 1
    }

    private mutating func take(_ index: Int) {
        if !isTaken(ordinal) {
            taken &+= 1
            mark(ordinal)
        }
        advance()
    }

    private func isTaken(_ position: Int) -> Bool {
        if position < 64 { return low & (1 << UInt64(position)) != 0 }
        let word = position / 64 - 1
        return word < high.count && high[word] & (1 << UInt64(position % 64)) != 0
    }

    private mutating func mark(_ position: Int) {
        guard position >= 64 else {
            low |= 1 << UInt64(position)
            return
        }
        if high.isEmpty { high = Array(repeating: 0, count: (count + 63) / 64 - 1) }
        high[position / 64 - 1] |= 1 << UInt64(position % 64)
    }
}

@available(*, unavailable)
extension ObjectDecoder: Sendable {}
