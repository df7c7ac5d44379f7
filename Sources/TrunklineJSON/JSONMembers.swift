/// The members of a JSON object, in the order of the text.
///
/// Equal when the same names have the same values: the order of an object's members means nothing (RFC 8259, section 4).
/// Where a text has a name twice, the first one counts.
public struct JSONMembers: Sendable {
    /// A name with its value.
    public struct Member: Sendable, Hashable {
        /// The member's name.
        public var name: String
        /// The member's value.
        public var value: JSONValue

        /// Creates a member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package var list: [Member]

    package init(list: [Member]) { self.list = list }

    /// Creates an empty set of members.
    public init() { list = [] }

    /// The value of a member; nil where there is none. Setting nil removes the member.
    public subscript(name: String) -> JSONValue? {
        get { list.first { $0.name == name }?.value }
        set {
            let index = list.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): list[index].value = value
            case (let index?, nil): list.remove(at: index)
            case (nil, let value?): list.append(Member(name, value))
            case (nil, nil): break
            }
        }
    }

    /// The names, in order.
    public var names: [String] { list.map(\.name) }

    var sorted: [Member] { list.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }
}

extension JSONMembers: RandomAccessCollection {
    /// Zero.
    public var startIndex: Int { 0 }
    /// The number of members.
    public var endIndex: Int { list.count }
    /// The member at a place in the order of the text.
    public subscript(position: Int) -> Member { list[position] }
}

extension JSONMembers: Hashable {
    /// Whether the same names have the same values.
    public static func == (left: Self, right: Self) -> Bool {
        left.list == right.list || (left.count == right.count && left.sorted == right.sorted)
    }

    /// Hashes names and values, whatever their order.
    public func hash(into hasher: inout Hasher) { hasher.combine(sorted) }
}

extension JSONMembers: ExpressibleByDictionaryLiteral {
    /// Members in the order they are written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        list = elements.map { Member($0, $1) }
    }
}
