public import TrunklineJSON

extension Array: JSONCodable where Element: JSONCodable {
    /// Reads a JSON array.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        let token = element.token
        guard token.is(.array) else { throw element.mismatch("an array") }
        self = []
        reserveCapacity(token.count)
        var index = element.index + 1
        while index < token.next {
            do throws(DecodingIssue) {
                append(try Element(json: JSONElement(element.tokens, index, element.text)))
            } catch {
                throw error.inside(count)
            }
            index = Int(element.tokens[index].next)
        }
    }

    /// Writes a JSON array.
    public func encode(into writer: inout JSONWriter) {
        writer.byte(UInt8(ascii: "["))
        for index in indices {
            if index > 0 { writer.byte(UInt8(ascii: ",")) }
            guard writer.issue == nil else { return }
            self[index].encode(into: &writer)
            if writer.issue != nil { writer.issue?.path.append(.element(index)) }
        }
        writer.byte(UInt8(ascii: "]"))
    }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    /// Reads an object; where a name comes twice, the first one counts.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        let token = element.token
        guard token.is(.object) else { throw element.mismatch("an object") }
        self.init(minimumCapacity: token.count)
        var index = element.index + 1
        while index < token.next {
            let name = JSONText.string(element.tokens[index], in: element.text)
            do throws(DecodingIssue) {
                let value = try Value(json: JSONElement(element.tokens, index + 1, element.text))
                if self[name] == nil { self[name] = value }
            } catch {
                throw error.inside(name)
            }
            index = Int(element.tokens[index + 1].next)
        }
    }

    /// Writes an object, its members sorted by name.
    public func encode(into writer: inout JSONWriter) {
        writer.byte(UInt8(ascii: "{"))
        for (index, member) in sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { writer.byte(UInt8(ascii: ",")) }
            guard writer.issue == nil else { return }
            writer.name(member.key)
            member.value.encode(into: &writer)
            if writer.issue != nil { writer.issue?.path.append(.member(member.key)) }
        }
        writer.byte(UInt8(ascii: "}"))
    }
}

extension JSONMembers: JSONCodable {
    /// Reads an object.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard case .object(let members) = try JSONValue(json: element) else { throw element.mismatch("an object") }
        self = members
    }

    /// Writes an object.
    public func encode(into writer: inout JSONWriter) { writer.value(.object(self)) }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
    /// Reads null as nil. A member that may be missing is read by `ObjectDecoder.optional(_:)`.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        self = element.token.is(.null) ? nil : try Wrapped(json: element)
    }

    /// Writes nil as null.
    public func encode(into writer: inout JSONWriter) {
        if let self { self.encode(into: &writer) } else { writer.null() }
    }
}
