/// A Swift declaration, down to the brace.
package struct Declaration: Sendable {
    /// Lines of the documentation comment, without slashes.
    package var documentation: [String]
    /// Attributes, for example `@available(*, deprecated)`.
    package var attributes: [Code] = []
    /// What comes before the parameters or the brace, for example `public init`.
    package var head: Code
    /// The parameters of a function or initialiser; nil for what has none.
    package var parameters: [Code]?
    /// What comes between parameters and brace, for example ` async throws -> PhoneNumber`.
    package var tail: Code = ""
    package var body: Body
    /// Whether it belongs to the declaration before it, from which no empty line separates it.
    package var isAttached = false

    package enum Body: Sendable {
        case none
        /// A body, a statement each.
        case statements([Code])
        /// The members of a type.
        case members([Declaration])
    }

    package init(
        _ head: Code, documentation: [String] = [], parameters: [Code]? = nil, tail: Code = "", body: Body = .none
    ) {
        self.head = head
        self.documentation = documentation
        self.parameters = parameters
        self.tail = tail
        self.body = body
    }

    /// A stored member or another line without a body.
    package static func line(_ head: Code, documentation: [String] = []) -> Declaration {
        Declaration(head, documentation: documentation)
    }

    /// A line that belongs to the declaration before it, for example the storage of a computed member.
    package static func attached(_ head: Code) -> Declaration {
        var declaration = Declaration(head)
        declaration.isAttached = true
        return declaration
    }

    /// A type or an extension.
    package static func type(_ head: Code, documentation: [String] = [], _ members: [Declaration]) -> Declaration {
        Declaration(head, documentation: documentation, body: .members(members))
    }

    /// A computed member.
    package static func computed(_ head: Code, documentation: [String] = [], _ statements: [Code]) -> Declaration {
        Declaration(head, documentation: documentation, body: .statements(statements))
    }

    /// A function or an initialiser.
    package static func function(
        _ head: Code, _ parameters: [Code], tail: Code = "", documentation: [String] = [], _ statements: [Code]
    ) -> Declaration {
        Declaration(
            head, documentation: documentation, parameters: parameters, tail: tail, body: .statements(statements))
    }
}
