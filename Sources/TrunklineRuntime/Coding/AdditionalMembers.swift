import TrunklineJSON

/// The members of an object beside those that have a name in Swift, all of one type, in the order of the text.
///
/// For example, `labels.additionalMembers["colour"] = "red"`. An explicit null is kept and written back; it reads as no value.
///
/// Source: JSON Schema 2020-12, core, section 10.3.2.3 (`additionalProperties`).
public struct AdditionalMembers<Value: JSONCodable>: Sendable {
    /// The members; nil is an explicit null.
    private(set) var list: [(name: String, value: Value?)]

    /// Creates an empty set of members.
    public init() { list = [] }

    /// Creates members in the order of their names.
    public init(_ members: [String: Value]) { list = members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    init(list: [(name: String, value: Value?)]) { self.list = list }

    /// The value of a member; nil where there is none. Setting nil removes the member.
    public subscript(name: String) -> Value? {
        get { list.first { $0.name == name }?.value }
        set {
            let index = list.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): list[index].value = value
            case (let index?, nil): list.remove(at: index)
            case (nil, let value?): list.append((name, value))
            case (nil, nil): break
            }
        }
    }

    /// The names of the members that have a value, in order.
    public var names: [String] { list.filter { $0.value != nil }.map(\.name) }

    /// The values by name.
    public var dictionary: [String: Value] {
        Dictionary(list.compactMap { name, value in value.map { (name, $0) } }) { first, _ in first }
    }

    /// Whether there is no member.
    public var isEmpty: Bool { list.isEmpty }
}

extension AdditionalMembers: ExpressibleByDictionaryLiteral {
    /// Members in the order they are written.
    public init(dictionaryLiteral elements: (String, Value)...) { list = elements.map { ($0, $1) } }
}

extension ObjectDecoder {
    /// The members that nobody asked for, each of a type.
    ///
    /// - Throws: `DecodingIssue` where one of them is not what the type needs.
    public mutating func additional<Value: JSONCodable>() throws(DecodingIssue) -> AdditionalMembers<Value> {
        var list: [(name: String, value: Value?)] = []
        let isOptional = Value.self is any ExpressibleByNilLiteral.Type
        for index in untaken() {
            let name = JSONText.string(tokens[index], in: text)
            guard isOptional || !tokens[index + 1].is(.null) else {
                list.append((name, nil))
                continue
            }
            do throws(DecodingIssue) {
                list.append((name, try Value(json: JSONElement(tokens, index + 1, text))))
            } catch {
                throw issue ?? error.inside(name)
            }
        }
        return AdditionalMembers(list: list)
    }
}

extension ObjectEncoder {
    /// Members beyond those with a name in Swift, to be written behind them; one that is written by name is not written again.
    public mutating func additional<Value: JSONCodable>(_ members: AdditionalMembers<Value>) {
        typed = members.list.map { name, value in
            TypedMember(name: name) { writer in
                if let value { value.encode(into: &writer) } else { writer.null() }
            }
        }
    }
}
