import OpenAPIModel

/// Every object of a description once, in the order in which a reader meets them: paths, webhooks, then components.
struct Survey {
    /// Every path, webhook, callback and component that has a path item; the same item may stand under several paths.
    var pathItems: [PathItemSite] = []
    var operations: [OperationSite] = []
    var parameters: [Parameter] = []
    var headers: [HeaderSite] = []
    var requestBodies: [RequestBody] = []
    var responses: [Response] = []
    var mediaTypes: [MediaTypeSite] = []
    var encodings: [EncodingSite] = []
    var servers: [Server] = []
    var requirements: [SecurityRequirement] = []
    var securitySchemes: [Named<SecurityScheme>] = []
    var links: [LinkSite] = []
    var callbacks: [Callback] = []
    var examples: [Example] = []
    /// The operations by their ids, in the order of `operations`.
    var operationsByID: [String: [OperationSite]] = [:]
    /// The places in `operations` by the nodes of the operations.
    var operationNodes: [Node: Int] = [:]
}

/// A path item with what it stands under.
struct PathItemSite: Sendable {
    /// What the key of a path item means.
    enum Place: Sendable { case path, webhook, callback, component }

    let place: Place
    /// The path, the name of the webhook or component, or the expression of the callback.
    let name: String
    let nameRange: SourceRange
    let item: PathItem
    /// Whether another site before this has the same item.
    let isRepeated: Bool
    /// The parameters of all operations, references followed; those of a repeated item are with its first site.
    let parameters: [ParameterSite]
    /// The first of those that are a query or a part of one.
    let query: ParameterSite?
    let wholeQuery: ParameterSite?

    init(
        place: Place, name: String, nameRange: SourceRange, item: PathItem, isRepeated: Bool,
        parameters: [ParameterSite]
    ) {
        self.place = place
        self.name = name
        self.nameRange = nameRange
        self.item = item
        self.isRepeated = isRepeated
        self.parameters = parameters
        query = parameters.first { $0.parameter.location == .query }
        wholeQuery = parameters.first { $0.parameter.location == .querystring }
    }
}

/// An operation with its method and where it stands.
struct OperationSite: Sendable {
    let operation: Operation
    /// As it goes over the wire, for example `GET`.
    let method: String
    let methodRange: SourceRange
    let site: PathItemSite
    /// The parameters of the operation itself, references followed; those of its path item are with `site`.
    let parameters: [ParameterSite]

    /// What to call the operation in messages.
    var label: String { operation.operationId.map { "`\($0)`" } ?? "`\(method) \(site.name)`" }
}

/// A parameter of an operation or a path item, and where it or the reference to it is written.
struct ParameterSite: Sendable {
    let parameter: Parameter
    let range: SourceRange
}

/// A header with its name.
struct HeaderSite: Sendable {
    /// What a header belongs to; that of a component may be either.
    enum Place: Sendable { case response, part, component }

    let name: String
    let nameRange: SourceRange
    let header: Header
    let place: Place
}

/// A media type with its name.
struct MediaTypeSite: Sendable {
    /// What the content belongs to.
    enum Place: Sendable { case request, response, parameter, header, component }

    let name: String
    let nameRange: SourceRange
    let mediaType: MediaType
    let place: Place

    /// The type and subtype in lower case, without parameters.
    var essence: String {
        String(name.prefix { $0 != ";" }).trimmed.lowercased()
    }

    var isMultipart: Bool { essence.hasPrefix("multipart/") }
    var isForm: Bool { essence == "application/x-www-form-urlencoded" }
}

/// The encoding of a part, with the name of the member it is for; none in lists.
struct EncodingSite: Sendable {
    let name: String?
    let encoding: Encoding
    let mediaType: MediaTypeSite
}

/// A link with the operation whose response has it first.
struct LinkSite: Sendable {
    let name: String
    let nameRange: SourceRange
    let link: Link
    let operation: OperationSite?
}

extension StringProtocol {
    /// The text without blanks around it.
    var trimmed: String {
        var part = self[...]
        while let first = part.first, first == " " || first == "\t" { part = part.dropFirst() }
        while let last = part.last, last == " " || last == "\t" { part = part.dropLast() }
        return String(part)
    }
}
