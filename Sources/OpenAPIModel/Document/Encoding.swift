/// How one member of a form or a multipart body is written.
///
/// For example:
///
///     encoding: { photo: { contentType: image/png } }
package struct Encoding: DocumentObject {
    package static let objectName = "the Encoding object"

    package let node: Node
    package let contentType: String?
    package let headers: [Named<Referenced<Header>>]
    package let style: ParameterStyle?
    package let explode: Bool?
    package let allowReserved: Bool
    package let encoding: [Named<Encoding>]
    package let prefixEncoding: [Encoding]
    package let itemEncoding: [Encoding]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        contentType = reader.string("contentType")
        headers = reader.referencedMap("headers", as: Header.self)
        style = reader.choice("style", as: ParameterStyle.self, newer: [.cookie: .v3_2])
        explode = reader.boolean("explode")
        allowReserved = reader.boolean("allowReserved") ?? false
        encoding = reader.objectMap("encoding", as: Encoding.self, since: .v3_2)
        prefixEncoding = reader.objects("prefixEncoding", as: Encoding.self, since: .v3_2) ?? []
        itemEncoding = reader.object("itemEncoding", as: Encoding.self, since: .v3_2).map { [$0] } ?? []
    }
}
