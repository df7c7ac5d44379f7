/// Which type of an `API`.
package struct TypeID: Hashable, Sendable {
    package let index: Int
}

/// A type with what it is called, where it comes from and which way it travels.
package struct TypeDefinition: Sendable {
    package let origin: Node
    package let identity: TypeIdentity
    package var shape: Shape
    package var documentation: Documentation
    /// Which way values of the type travel, for the operations that there are.
    package var directions: Directions = []
    /// Whether what is sent differs from what is received: the type, or one that it reaches, has members that are only
    /// read, only written, or both optional and nullable. This depends on the schema alone.
    package var isDirectional = false
    /// What an object has to satisfy as a whole, where the configuration asks for checks.
    package var rules: [ValueRule] = []
    /// Types of other places that are this one, since they are alike.
    package var alike: [TypeDefinition] = []
}

/// What a type is called by: its own name, or what it is a part of. Names in Swift are made from it.
package enum TypeIdentity: Hashable, Sendable {
    /// A component's name.
    case named(String)
    /// A part of a named type.
    case part(of: String, [Step])
    /// A part of an operation.
    case operation(String, [Step])

    /// A step from an owner to a part.
    package enum Step: Hashable, Sendable {
        case member(String)
        case element
        case additional
        case variant(String)
        case parameter(String)
        case requestBody
        case response(String)
    }

    /// The identity of a part of this.
    package func part(_ step: Step) -> TypeIdentity {
        switch self {
        case .named(let name): .part(of: name, [step])
        case .part(let name, let steps): .part(of: name, steps + [step])
        case .operation(let id, let steps): .operation(id, steps + [step])
        }
    }
}

/// Which way values travel.
package struct Directions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let sent = Directions(rawValue: 1)
    package static let received = Directions(rawValue: 2)
}

/// A type in a place; whether null may stand there belongs to the place.
package struct TypeUse: Hashable, Sendable {
    package var type: TypeID
    package var isNullable: Bool

    package init(_ type: TypeID, isNullable: Bool = false) {
        self.type = type
        self.isNullable = isNullable
    }
}
