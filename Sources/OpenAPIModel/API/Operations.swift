import TrunklineJSON

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
        /// Where the operation is sent instead of the client's server.
        package let server: Server?
        package let origin: Node
        /// The servers of its own among which a caller chooses; empty where there is no choice.
        package var servers: [Server] = []
        /// Whether the configuration leaves it out: it has a name, and nothing is generated for it.
        package var isLeftOut = false
        /// How its pages follow each other; nil where it returns no page of a longer list.
        package var pages: Pages?
        /// What is sent and answered for example, where that is generated.
        package var examples: [Example] = []
    }

    /// A value that goes with a request beside its body.
    package struct Parameter: Sendable {
        package enum Location: String, Sendable { case path, query, header, cookie, querystring }

        package let name: String
        package let location: Location
        package let use: TypeUse
        package let form: ParameterForm
        package let isRequired: Bool
        /// Whether nothing may be written as `name=`.
        package let allowsEmptyValue: Bool
        /// The value that is meant where none is given.
        package let defaultValue: JSONValue?
        package let documentation: Documentation
        package let origin: Node
        /// What the value has to satisfy beside its type, where the configuration asks for checks.
        package var rules: [ValueRule] = []
    }

    /// How the value of a parameter becomes text.
    package enum ParameterForm: Sendable, Hashable {
        /// One of the styles that the place has.
        case style(ParameterStyle, explode: Bool, allowReserved: Bool)
        /// JSON, escaped where the place needs it.
        case json
        /// As it is, for a whole query.
        case text
        /// As `application/x-www-form-urlencoded`, for a whole query.
        case urlEncoded
    }

    /// What a request carries.
    package struct Body: Sendable {
        /// What it may be; at least one.
        package let contents: [Content]
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

            /// The first digit; nil for any.
            package var firstDigit: Int? {
                switch self {
                case .code(let code): code / 100
                case .range(let first): first
                case .default: nil
                }
            }
        }

        package let status: Status
        /// What it may carry; nothing where it has no body.
        package let contents: [Content]
        package let headers: [HeaderField]
        package let documentation: String?
        package let origin: Node

        /// Whether the body is read alike.
        package func hasShape(of other: Response) -> Bool { contents.map(\.format) == other.contents.map(\.format) }
    }
}

extension API.Operation {
    /// The answers that a call returns rather than throws: those of the 200s; where none is documented, what else is no
    /// error; where that is not either, the default, which is read with any status of the 200s.
    package var successes: [API.Response] {
        let classes = [[2], [1, 3], [nil]]
        let found = classes.lazy.map { digits in responses.filter { digits.contains($0.status.firstDigit) } }
        return found.first { !$0.isEmpty } ?? []
    }

    /// The answers that a call throws; a default is also what a success is where no success is documented.
    package var failures: [API.Response] {
        let returned = Set(successes.map(\.status)).subtracting([.default])
        return responses.filter { !returned.contains($0.status) }
    }

    /// Whether all that a call returns is read alike.
    package var hasOneShape: Bool {
        let successes = self.successes
        guard let first = successes.first else { return true }
        return first.contents.count <= 1 && successes.allSatisfy { $0.hasShape(of: first) }
    }
}
