extension API {
    /// An address that serves the API.
    package struct Server: Sendable {
        /// As it is written, for example `https://{region}.example.com`.
        package let url: String
        /// The address in parts.
        package let parts: [Part]
        /// Whether it says nothing about the host, as `/v1`.
        package let isRelative: Bool
        package let name: String?
        package let documentation: String?
        package let variables: [Variable]
        package let origin: Node

        /// A part of an address.
        package enum Part: Sendable, Hashable {
            case text(String)
            /// By the variable's place in the server.
            case variable(Int)
        }

        /// A part of the address that the caller may choose.
        package struct Variable: Sendable {
            package let name: String
            /// What it may be; empty where it may be any text.
            package let values: [String]
            /// Nil where the caller has to choose.
            package let defaultValue: String?
            package let documentation: String?
            package let origin: Node
        }

        /// Whether the caller has to say nothing.
        package var isComplete: Bool { !isRelative && variables.allSatisfy { $0.defaultValue != nil } }

        /// The address with every variable at its default.
        package var defaultURL: String { parts.map(text).joined() }

        private func text(_ part: Part) -> String {
            switch part {
            case .text(let text): text
            case .variable(let index): variables[index].defaultValue ?? ""
            }
        }
    }
}
