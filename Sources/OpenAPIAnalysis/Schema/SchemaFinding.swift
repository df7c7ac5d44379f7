import OpenAPIModel

/// Something about a value that its schema does not allow, or a schema that cannot be used to tell.
package struct SchemaFinding: Hashable, Sendable {
    package enum Kind: Sendable {
        /// The value does not fit.
        case mismatch
        /// The schema refers to itself for the same value, so that checking would never end.
        case endless
        /// More steps would be needed than are spent on one value.
        case tooCostly
    }

    package let kind: Kind
    package let message: String
    /// The value or the name of a member that does not fit.
    package let range: SourceRange
    /// The keyword, for example `maxLength`, and where its value is.
    package let keyword: String
    package let keywordRange: SourceRange
    /// Why no alternative fits.
    package let causes: [Diagnostic.Related]

    /// The same finding with more words.
    func saying(_ words: String) -> SchemaFinding {
        SchemaFinding(
            kind: kind, message: message + words, range: range, keyword: keyword, keywordRange: keywordRange,
            causes: causes)
    }
}

/// Something about a schema itself that keeps a keyword from being used.
package struct SchemaFault: Hashable, Sendable {
    /// A rule's name, for example `bad-pattern`.
    package let rule: String
    package let message: String
    package let range: SourceRange
}

/// Which way a value goes over the wire: what is `readOnly` need not be in a request, what is `writeOnly` not in a response.
package enum SchemaDirection: Sendable {
    case request, response
}
