/// An address that serves an API.
///
/// For example:
///
///     url: https://{region}.example.com
///     variables: { region: { default: eu } }
package struct Server: DocumentObject {
    package static let objectName = "the Server object"

    package let node: Node
    package let url: String
    package let name: String?
    package let description: String?
    package let variables: [Named<ServerVariable>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        url = reader.requiredString("url")
        name = reader.string("name", since: .v3_2)
        description = reader.string("description")
        variables = reader.objectMap("variables", as: ServerVariable.self)
    }
}
