import TrunklineJSON

extension API {
    /// What a request or an answer carries, in one media type or in several that are read alike.
    package struct Content: Sendable {
        /// As they are sent or asked for; at least one.
        package let mediaTypes: [String]
        package let format: Format
        /// The range that the specification names, such as `image/*`, where what is sent had to be chosen in it.
        package let sentRange: String?
        /// What it is called by beside others: `json`, `data`, or its media type.
        package let label: String
        /// What is said of a value whose type is not declared.
        package var bounds = Documentation()
        package let origin: Node

        /// The types whose values travel in it.
        package var types: [TypeID] {
            switch format {
            case .json(let use, _), .form(let use, _), .partsOfValue(let use), .stream(let use?, _): [use.type]
            case .multipart(let parts): parts.map(\.use.type)
            case .anyParts, .text, .binary, .stream(nil, _): []
            }
        }
    }

    /// How a body is written and read.
    package enum Format: Sendable, Hashable {
        /// JSON; the value may be in a member of the body (`envelope`).
        case json(TypeUse, envelope: String?)
        case form(TypeUse, Fields)
        /// A part for each member of an object.
        case multipart([Part])
        /// A part for each member of a value whose members are not known before.
        case partsOfValue(TypeUse)
        /// Parts that the caller makes.
        case anyParts
        case text
        case binary
        /// Values one after the other; without a type, the events as they are.
        case stream(TypeUse?, Framing)
    }

    /// How the values of a stream are told apart.
    package enum Framing: String, Sendable, Hashable {
        /// Server-sent events with JSON as their data.
        case eventData
        /// Server-sent events that are objects with the members `event`, `data`, `id` and `retry`.
        case events
        /// A JSON value on each line.
        case lines
        /// RFC 7464: a record separator before each JSON value.
        case sequence
    }

    /// How a member of a form becomes text.
    package struct FieldStyle: Sendable, Hashable {
        package enum Kind: String, Sendable {
            /// A scalar as text, a list as a field for each element, an object as JSON.
            case content
            /// JSON, whatever the value.
            case json
            case form, spaceDelimited, pipeDelimited, deepObject
        }

        package var kind: Kind
        package var explodes = true
        package var allowsReserved = false

        package static let content = FieldStyle(kind: .content)
    }

    /// How the members of a form become text.
    package struct Fields: Sendable, Hashable {
        package struct Field: Sendable, Hashable {
            package let name: String
            package let style: FieldStyle
        }

        /// For members that are not named.
        package var style = FieldStyle.content
        package var exceptions: [Field] = []
    }

    /// A part of a multipart body.
    package struct Part: Sendable, Hashable {
        package enum Kind: Sendable { case value, file, files }

        package let name: String
        package let kind: Kind
        package let use: TypeUse
        package let isRequired: Bool
        /// The value that is meant where none is given.
        package let defaultValue: JSONValue?
        /// What the part says it is; nil for the usual type of its value.
        package let contentType: String?
        /// The media types that the specification lets it be, where they are several.
        package let choices: String?
        package let style: FieldStyle
        /// Names of the header fields that the part may have.
        package let headers: [String]
        package let documentation: Documentation
        package let origin: Node
    }

    /// A header field of an answer.
    package struct HeaderField: Sendable, Hashable {
        /// How the value is written.
        package enum Form: Sendable { case scalar, list, json }

        package let name: String
        package let form: Form
        package let use: TypeUse
        package let documentation: Documentation
        package let origin: Node
    }

    /// A request that the API makes: a webhook or a callback.
    package struct Notification: Sendable {
        /// What it is called by, for example `newPet`, or operation and callback.
        package let label: String
        package let content: Content
        package let documentation: Documentation
        package let origin: Node
        /// Whether the configuration leaves it out.
        package var isLeftOut = false
    }
}
