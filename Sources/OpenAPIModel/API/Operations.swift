extension API {
    /// A call that the API offers.
    package struct Operation: Sendable {
        /// Unique in the API, as the specification has it or made of method and path.
        package let id: String
        package let method: String
        /// For example `/phone-number/{id}`.
        package let path: String
        package let tag: String?
        package let documentation: Documentation
        /// What the caller's key has to be allowed, where the specification says so (`x-required-permission`).
        package let permission: String?
        package let parameters: [Parameter]
        package let body: Body?
        package let responses: [Response]
        package let security: Security
        package let origin: Node
    }

    /// A value that goes with a request beside its body.
    package struct Parameter: Sendable {
        package enum Location: String, Sendable { case path, query, header }

        package let name: String
        package let location: Location
        package let use: TypeUse
        package let isRequired: Bool
        package let documentation: Documentation
        package let origin: Node
    }

    /// What a request carries.
    package struct Body: Sendable {
        package let mediaType: String
        package let use: TypeUse
        package let isRequired: Bool
        package let documentation: String?
        package let origin: Node
    }

    /// An answer.
    package struct Response: Sendable {
        package enum Status: Hashable, Sendable {
            case code(Int)
            /// `4XX` is 4.
            case range(Int)
            case `default`

            package var isSuccess: Bool {
                switch self {
                case .code(let code): (200..<300).contains(code)
                case .range(let first): first == 2
                case .default: false
                }
            }
        }

        package let status: Status
        /// What the body is written in; nil where the answer has none.
        package let mediaType: String?
        /// Nil where the answer has no body.
        package let use: TypeUse?
        /// The member of the body that holds the value.
        package let envelope: String?
        package let documentation: String?
        package let origin: Node

        /// Whether the body is of the same type, in the same envelope.
        package func hasShape(of other: Response) -> Bool {
            use?.type == other.use?.type && envelope == other.envelope
        }
    }

    /// How an operation is authorized.
    package enum Security: Sendable, Hashable { case none, bearer }
}
