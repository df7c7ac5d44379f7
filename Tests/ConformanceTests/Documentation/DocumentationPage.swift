import TrunklineRuntime

/// What a page says for machines.
struct DocumentationPage: Sendable {
    /// The method and the URL of the operation as its heading has them, path parameters in braces.
    let method: String
    let url: String
    /// The request of the curl command.
    let request: DocumentedRequest
    /// The sample of the answer.
    let response: JSONValue
    /// The lines that name a member, an enumeration value, a status or a variant.
    let statements: [Statement]

    /// One line that names something the specification has to have.
    struct Statement: Hashable, Sendable {
        let line: Int
        /// What the line names, for example `phone_number`.
        let name: String
    }
}

/// A request as a page's curl command has it.
struct DocumentedRequest: Equatable, Sendable {
    let method: String
    let url: String
    /// By lowercase name.
    let headers: [String: String]
    let body: JSONValue?
}

/// The generators that made the pages.
enum PageLayout: Sendable {
    case nextra, mintlify, fern

    /// Reads a page by the generator's grammar.
    func read(_ text: PageText) throws -> DocumentationPage {
        switch self {
        case .nextra: try NextraPage(text: text).read()
        case .mintlify: try MintlifyPage(text: text).read()
        case .fern: try FernPage(text: text).read()
        }
    }
}

extension PageText {
    /// The lines of a JSON sample that have a member, and the member's name.
    ///
    /// - Parameter numbering: How many characters in front of a line are its number.
    func members(
        in range: ClosedRange<Int>, skipping numbering: (Int) -> Int = { _ in 0 }
    ) -> [DocumentationPage.Statement] {
        var statements: [DocumentationPage.Statement] = []
        for number in range {
            for match in self[number].dropFirst(numbering(number)).matches(of: /"([^"]+)"\s*:/) {
                statements.append(DocumentationPage.Statement(line: number, name: String(match.1)))
            }
        }
        return statements
    }
}
