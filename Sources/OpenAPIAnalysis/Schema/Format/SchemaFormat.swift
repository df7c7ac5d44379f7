/// A `format` that can be judged (JSON Schema validation, section 7.3, and the registry of OpenAPI for integers).
enum SchemaFormat: String, Sendable, CaseIterable {
    case dateTime = "date-time"
    case date, time, duration, email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4, ipv6, uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uuid
    case uriTemplate = "uri-template"
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex, int32, int64

    init?(_ name: String) { self.init(rawValue: name) }

    /// Whether the format is one of numbers.
    var isNumeric: Bool { self == .int32 || self == .int64 }

    func fits(_ text: String) -> Bool {
        switch self {
        case .dateTime: FormatText(text).isDateTime
        case .date: FormatText(text).isDate
        case .time: FormatText(text).isTime
        case .duration: FormatText(text).isDuration
        case .email: isEmail(text, isInternational: false)
        case .idnEmail: isEmail(text, isInternational: true)
        case .hostname: isHostname(text)
        case .idnHostname: isInternationalHostname(text)
        case .ipv4: isIPv4(text)
        case .ipv6: isIPv6(text)
        case .uri: isAddress(text, isInternational: false, isRelativeAllowed: false)
        case .uriReference: isAddress(text, isInternational: false, isRelativeAllowed: true)
        case .iri: isAddress(text, isInternational: true, isRelativeAllowed: false)
        case .iriReference: isAddress(text, isInternational: true, isRelativeAllowed: true)
        case .uuid: isUUID(text)
        case .uriTemplate: isAddressTemplate(text)
        case .jsonPointer: isPointer(text)
        case .relativeJSONPointer: isRelativePointer(text)
        case .regex: (try? Pattern(text)).map { $0.leniency == nil } ?? false
        case .int32, .int64: true
        }
    }

    func fits(_ number: ExactNumber) -> Bool {
        let bits: Int
        switch self {
        case .int32: bits = 31
        case .int64: bits = 63
        default: return true
        }
        guard number.isInteger, let least = ExactNumber("-" + SchemaFormat.powers(bits)),
            let end = ExactNumber(SchemaFormat.powers(bits))
        else { return false }
        return number >= least && number < end
    }

    private static func powers(_ bits: Int) -> String { String(UInt64(1) << UInt64(bits)) }
}
