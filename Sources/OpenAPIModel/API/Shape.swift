import TrunklineJSON

/// What a type is made of; a closed set, so switches over it have no `default`.
package indirect enum Shape: Sendable {
    case object(ObjectShape)
    case array(of: TypeUse)
    /// An array whose elements have names: its properties, in their order, and what follows them.
    case tuple(ObjectShape)
    /// An object whose member names are not known.
    case map(of: TypeUse)
    /// A string, with its format if it has one.
    case string(format: String?)
    case binary
    case integer(format: String?)
    case number(format: String?)
    case boolean
    case null
    case enumeration(EnumerationShape)
    case union(UnionShape)
    /// Any JSON value.
    case any
    /// No value at all.
    case never
}

/// An object with known members.
package struct ObjectShape: Sendable {
    package var properties: [Property]
    /// Whether there may be members that are not known.
    package var isOpen: Bool
    /// The type of members that are not known; nil for any JSON.
    package var additional: TypeUse?
    /// The type that has some of the properties, in the same words and order, and keeps them (`allOf`).
    package var base: TypeID?
}

/// A member of an object.
package struct Property: Sendable {
    package let name: String
    package var use: TypeUse
    package var isRequired: Bool
    /// The ways in which the member travels; `readOnly` and `writeOnly` leave one of them.
    package var directions: Directions
    /// The only value that the member may have.
    package var constant: JSONValue?
    /// The value that is meant where none is given.
    package var defaultValue: JSONValue?
    package var documentation: Documentation
    package let origin: Node
    /// The schemas of the same member in other parts of the object, which its type allows as well.
    package var others: [Node] = []
    /// What the value has to satisfy beside its type, where the configuration asks for checks.
    package var rules: [ValueRule] = []
}

/// A type with named values.
package struct EnumerationShape: Sendable {
    package let values: [Value]
    package let kind: Kind
    /// Whether other values are errors; the rest of the world's enumerations grow.
    package let isClosed: Bool

    /// What all values are; `mixed` where they are of several kinds, or beyond what Swift's numbers hold.
    package enum Kind: String, Sendable { case string, integer, number, mixed }

    /// One of the values, which is not null.
    package struct Value: Sendable {
        package let json: JSONValue
        /// What the specification calls the value, beside the list of values.
        package let name: String?
        package let documentation: String?
        package let origin: Node

        /// A string itself, or the JSON of another value.
        package var text: String { json.string ?? json.description }
    }
}
