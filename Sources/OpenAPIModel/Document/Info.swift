/// What an API is and who offers it.
///
/// For example:
///
///     info: { title: Pets, version: 1.0.0 }
package struct Info: DocumentObject {
    package static let objectName = "the Info object"

    package let node: Node
    package let title: String
    package let summary: String?
    package let description: String?
    package let termsOfService: String?
    package let contact: Contact?
    package let license: License?
    package let version: String

    package init(from reader: inout ObjectReader) {
        node = reader.node
        title = reader.requiredString("title")
        summary = reader.string("summary", since: .v3_1)
        description = reader.string("description")
        termsOfService = reader.string("termsOfService")
        contact = reader.object("contact", as: Contact.self)
        license = reader.object("license", as: License.self)
        version = reader.requiredString("version")
    }
}
