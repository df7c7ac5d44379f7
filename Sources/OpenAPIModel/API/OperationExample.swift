import TrunklineJSON

extension API {
    /// An example of an answer, or of the body of a request.
    package struct Example: Sendable {
        /// What is written.
        package enum Text: Sendable {
            case json(JSONValue)
            case text(String)
        }

        /// What it is called by, where it has a name.
        package let name: String?
        package let summary: String?
        /// Of what answer it is; nil for the body of a request.
        package let status: Response.Status?
        package let mediaType: String
        package let text: Text
        /// Which of the contents of a request's body it is; nil for an answer.
        package let bodyPlace: Int?
        package let origin: Node
    }
}

extension API.Operation {
    /// The code that a server sends with an example of an answer.
    package func code(of status: API.Response.Status) -> Int {
        switch status {
        case .code(let code): code
        case .range(let first): first * 100
        case .default: successes.contains { $0.status == .default } ? 200 : 500
        }
    }
}
