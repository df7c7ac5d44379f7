import OpenAPIModel

extension Rule {
    static let addressSyntax = Rule(
        "address-syntax", "What is called an address is one: URLs of documentation, licenses, OAuth; mail addresses.",
        section: "relative-references-in-api-urls", .openAPI3(.error),
        good: "externalDocs: { url: 'https://pets.example/docs' }",
        bad: "externalDocs: { url: 'see the docs' }",
        .description { findings in
            let document = findings.description.document
            if let info = document.info { findings.checkInfo(info) }
            for docs in [document.externalDocs] + document.tags.map(\.externalDocs) {
                if let docs { findings.checkAddress(docs.node, "url") }
            }
            for key in ["$self", "jsonSchemaDialect"] { findings.checkAddress(document.node, key) }
        },
        .operation { site, findings in
            if let docs = site.operation.externalDocs { findings.checkAddress(docs.node, "url") }
        },
        .schema { schema, findings in
            if let docs = schema.externalDocs { findings.checkAddress(docs.node, "url") }
        },
        .securityScheme { scheme, findings in findings.checkScheme(scheme.value) })
}

extension RuleFindings {
    fileprivate mutating func checkInfo(_ info: Info) {
        checkAddress(info.node, "termsOfService")
        if let contact = info.contact {
            checkAddress(contact.node, "url")
            checkMail(contact)
        }
        if let license = info.license { checkAddress(license.node, "url") }
    }

    fileprivate mutating func checkScheme(_ scheme: SecurityScheme) {
        checkAddress(scheme.node, "openIdConnectUrl", isCalled: true)
        checkAddress(scheme.node, "oauth2MetadataUrl", isCalled: true)
        guard let flows = scheme.flows else { return }
        let all = [
            flows.implicit, flows.password, flows.clientCredentials, flows.authorizationCode, flows.deviceAuthorization,
        ]
        for flow in all.compactMap({ $0 }) {
            for key in ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"] {
                checkAddress(flow.node, key, isCalled: true)
            }
        }
    }

    /// - Parameter isCalled: Whether requests are sent there, so that a lone word is no address.
    fileprivate mutating func checkAddress(_ node: Node, _ key: String, isCalled: Bool = false) {
        guard let value = arena.value(in: node, for: key), let text = arena.string(value) else { return }
        let isWord = isCalled && !text.contains { "/.:".contains($0) }
        guard !isAddress(text) || isWord else { return }
        report(
            text.isEmpty ? "the address is empty" : "`\(text)` is no address", at: arena.range(of: value),
            help: "write one such as `https://pets.example/docs`")
    }

    private mutating func checkMail(_ contact: Contact) {
        guard let mail = contact.email else { return }
        let parts = mail.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count != 2 || parts.contains(where: \.isEmpty) || mail.contains(" ") else { return }
        report("`\(mail)` is no mail address", at: contact.node, value: "email")
    }
}

/// Whether a text is a URI reference (RFC 3986, section 4.1), as far as its characters tell; braces are taken for templates.
func isAddress(_ text: String) -> Bool {
    !text.isEmpty
        && text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !"<>\"\\^`|".unicodeScalars.contains(scalar)
        }
}
