/// The objects that are looked into, and which of their members are constructs.
///
/// The tables are written by hand, apart from the readers, so that what a reader forgets is found. Members that only speak
/// to people (`description`, `example`, `externalDocs`, `x-…`) are no constructs and are not listed.
enum ObjectKind: String {
    case openAPI = "OpenAPI"
    case pathItem = "Path Item"
    case operation = "Operation"
    case parameter = "Parameter"
    case header = "Header"
    case requestBody = "Request Body"
    case response = "Response"
    case mediaType = "Media Type"
    case encoding = "Encoding"
    case callback = "Callback"
    case server = "Server"
    case security = "Security Requirement"
    case schema = "Schema"

    var members: [String: Member] {
        switch self {
        case .openAPI: Self.openAPIMembers
        case .pathItem: Self.pathItemMembers
        case .operation: Self.operationMembers
        case .parameter: Self.parameterMembers
        case .header: Self.headerMembers
        case .requestBody: ["content": Member(.map(.mediaType)), "required": Member()]
        case .response: ["content": Member(.map(.mediaType)), "headers": Member(.map(.header)), "links": Member()]
        case .mediaType: Self.mediaTypeMembers
        case .encoding: Self.encodingMembers
        case .callback, .security: [:]
        case .server: ["url": Member(), "variables": Member()]
        case .schema: Self.schemaMembers
        }
    }

    /// What a member holds, and which of its values are constructs of their own.
    struct Member {
        enum Content {
            case other
            case one(ObjectKind)
            case list(ObjectKind)
            case map(ObjectKind)
        }

        let content: Content
        /// Whether each value is another construct, for example of `format`.
        let isByValue: Bool
        /// Whether its objects are parts of the owner, as those of `allOf` are: they are generated with it.
        let isPart: Bool

        init(_ content: Content = .other, byValue: Bool = false, isPart: Bool = false) {
            self.content = content
            isByValue = byValue
            self.isPart = isPart
        }
    }

    private static let openAPIMembers: [String: Member] = [
        "servers": Member(.list(.server)), "paths": Member(.map(.pathItem)), "webhooks": Member(.map(.pathItem)),
        "security": Member(.list(.security)),
    ]

    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    private static let pathItemMembers: [String: Member] = Dictionary(
        uniqueKeysWithValues: methods.map { ($0, Member(.one(.operation))) } + [
            ("additionalOperations", Member(.map(.operation))), ("parameters", Member(.list(.parameter))),
            ("servers", Member(.list(.server))),
        ])

    private static let operationMembers: [String: Member] = [
        "operationId": Member(), "tags": Member(), "deprecated": Member(), "parameters": Member(.list(.parameter)),
        "requestBody": Member(.one(.requestBody)), "responses": Member(.map(.response)),
        "callbacks": Member(.map(.callback)), "security": Member(.list(.security)), "servers": Member(.list(.server)),
    ]

    private static let headerMembers: [String: Member] = [
        "required": Member(), "deprecated": Member(), "style": Member(byValue: true), "explode": Member(byValue: true),
        "allowReserved": Member(byValue: true), "schema": Member(.one(.schema)), "content": Member(.map(.mediaType)),
    ]

    private static let parameterMembers: [String: Member] = headerMembers.merging([
        "in": Member(byValue: true), "allowEmptyValue": Member(byValue: true),
    ]) { $1 }

    private static let mediaTypeMembers: [String: Member] = [
        "schema": Member(.one(.schema)), "itemSchema": Member(.one(.schema)), "encoding": Member(.map(.encoding)),
        "prefixEncoding": Member(.list(.encoding)), "itemEncoding": Member(.one(.encoding)),
    ]

    private static let encodingMembers: [String: Member] = [
        "contentType": Member(), "headers": Member(.map(.header)), "style": Member(byValue: true),
        "explode": Member(byValue: true), "allowReserved": Member(byValue: true), "encoding": Member(.map(.encoding)),
    ]
}
