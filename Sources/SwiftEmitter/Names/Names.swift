import OpenAPIModel

/// Every Swift name of a module, made in one pass with the whole API in view: no emitter invents a name.
package struct Names: Sendable {
    package var module = ""
    package var client = Identifier("")
    package var namespace: Identifier?
    package internal(set) var types: [TypeID: Identifier] = [:]
    /// The names of types that are sent otherwise than they are received.
    package internal(set) var inputs: [TypeID: Identifier] = [:]
    /// Another name of the type that is called `Server`, where methods stand beside the client's own.
    package internal(set) var serverAlias: Identifier?
    package internal(set) var servers = ServerNames()
    /// The argument labels of credentials, by the security scheme's place in the API.
    package internal(set) var securitySchemes: [Identifier] = []
    package internal(set) var resources: [Resource] = []
    /// By the operation's place in the API.
    package internal(set) var operations: [OperationNames] = []
    /// By the operation's place in the API.
    package internal(set) var contents: [ContentNames] = []
    /// The type that reads webhooks and callbacks, and its functions; nil where there are none.
    package internal(set) var notifications: Identifier?
    package internal(set) var notificationFunctions: [Identifier] = []
    /// What keeps a part of an object's members, where those are called alike in both.
    package internal(set) var bases: [TypeID: TypeID] = [:]
    var members: [MemberKey: Identifier] = [:]
    var cases: [CaseKey: Identifier] = [:]

    /// A group of operations in a client.
    package struct Resource: Sendable {
        /// The property of the client; nil for the operations of the client itself.
        package let property: Identifier?
        package let type: Identifier
        package let tag: API.Tag?
        package let operations: [Int]
    }

    /// The names of one operation.
    package struct OperationNames: Sendable {
        package let type: Identifier
        package let method: Identifier
        /// A name for each parameter.
        package let arguments: [Identifier]
        package let body: Identifier
        /// The method that gives the items of all pages; nil where there are none.
        package internal(set) var pages: Identifier?
    }

    /// The names of servers among which a caller chooses.
    package struct ServerNames: Sendable {
        package internal(set) var servers: [Identifier] = []
        /// The arguments of each server, by the place of the variable.
        package internal(set) var variables: [[ServerVariable]] = []
        package internal(set) var enumerations: [ServerEnumeration] = []
    }

    /// The names of a server's variable.
    package struct ServerVariable: Sendable {
        package let argument: Identifier
        /// The place of its type among the enumerations; nil for a text.
        package let enumeration: Int?
    }

    /// A type for the values of server variables.
    package struct ServerEnumeration: Sendable {
        package let type: Identifier
        package let values: [String]
        package let cases: [Identifier]
        package let documentation: String?
        let origin: Node
    }

    struct MemberKey: Hashable {
        let type: TypeID
        let name: String
    }

    struct CaseKey: Hashable {
        let type: TypeID
        let index: Int
    }

    /// The name of a type as it is received, or as it is sent, which may be another one.
    package func type(_ id: TypeID, sent isSent: Bool, in api: API) -> Identifier {
        (isSent && api[id].isDirectional ? inputs[id] : types[id]) ?? Identifier("Unnamed")
    }

    /// Calls the type that is called `Server` something else.
    mutating func callServer(_ alias: Identifier) {
        types = types.mapValues { $0.name == "Server" ? alias : $0 }
        inputs = inputs.mapValues { $0.name == "Server" ? alias : $0 }
    }

    /// Calls types and operations by what they are in.
    mutating func qualify(with prefix: String) {
        let qualified = { (name: Identifier) in Identifier(prefix + name.text) }
        types = types.mapValues(qualified)
        inputs = inputs.mapValues(qualified)
        operations = operations.map { operation in
            OperationNames(
                type: qualified(operation.type), method: operation.method, arguments: operation.arguments,
                body: operation.body, pages: operation.pages)
        }
    }

    /// The name of an object's member.
    package func member(_ name: String, of type: TypeID) -> Identifier {
        members[MemberKey(type: type, name: name)] ?? Identifier(name)
    }

    /// The name of a value of an enumeration, or of a variant of a union.
    package func `case`(_ index: Int, of type: TypeID) -> Identifier {
        cases[CaseKey(type: type, index: index)] ?? Identifier("case\(index)")
    }
}

extension Shape {
    /// Whether a type of this shape is declared under a name of its own.
    var isDeclared: Bool {
        switch self {
        case .object, .tuple, .enumeration: true
        case .union(let union): union.besideString == nil
        case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: false
        }
    }
}
