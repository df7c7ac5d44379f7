import OpenAPIModel

/// The Swift types of strings, integers and numbers by their format: the standard ones, and those that the configuration
/// sets.
///
/// For example:
///
///     imports: [MoneyKit]
///     formats: { uuid: UUID, number/decimal: Decimal, string/money: MoneyKit.Amount }
struct Formats {
    /// What has a format.
    enum Kind: String, CaseIterable { case string, integer, number }

    /// Modules of the user's types.
    private(set) var imports: [Identifier] = []
    private var types: [String: Code] = standard

    init() {}

    /// The type of a format; nil where the kind's own type will do.
    func type(_ kind: Kind, _ format: String?) -> Code? { format.flatMap { types["\(kind.rawValue)/\($0)"] } }

    private static let standard: [String: Code] = [
        "string/date-time": "TrunklineRuntime.Timestamp", "string/byte": "TrunklineRuntime.Base64",
        "string/password": "TrunklineRuntime.Password",
        "integer/int8": "Int8", "integer/int16": "Int16", "integer/int32": "Int32", "integer/int64": "Int64",
        "integer/uint8": "UInt8", "integer/uint16": "UInt16", "integer/uint32": "UInt32", "integer/uint64": "UInt64",
        "integer/uint": "UInt", "number/int32": "Int32", "number/int64": "Int64", "number/uint32": "UInt32",
        "number/uint64": "UInt64", "number/float": "Float", "number/double": "Double",
    ]

    /// A type that a format can become, and what it is written as.
    private struct Known {
        let type: Code
        let kinds: [Kind]
    }

    private static let known: [String: Known] = {
        var known: [String: Known] = [
            "String": Known(type: "String", kinds: [.string]),
            "JSONValue": Known(type: "TrunklineRuntime.JSONValue", kinds: Kind.allCases),
            "Timestamp": Known(type: "TrunklineRuntime.Timestamp", kinds: [.string]),
            "Base64": Known(type: "TrunklineRuntime.Base64", kinds: [.string]),
            "Password": Known(type: "TrunklineRuntime.Password", kinds: [.string]),
            "Date": Known(type: "TrunklineRuntime.FoundationDate", kinds: [.string]),
            "UUID": Known(type: "TrunklineRuntime.FoundationUUID", kinds: [.string]),
            "URL": Known(type: "TrunklineRuntime.FoundationURL", kinds: [.string]),
            "Decimal": Known(type: "TrunklineRuntime.FoundationDecimal", kinds: [.integer, .number]),
            "JSONNumber": Known(type: "TrunklineRuntime.JSONNumber", kinds: [.integer, .number]),
        ]
        for name in ["Double", "Float"] { known[name] = Known(type: Code(raw: name), kinds: [.integer, .number]) }
        for name in ["Int", "UInt"].flatMap({ name in ["", "8", "16", "32", "64"].map { name + $0 } }) {
            known[name] = Known(type: Code(raw: name), kinds: [.integer, .number])
        }
        return known
    }()
}

extension Formats {
    /// The formats with what the configuration says about them.
    init(_ configuration: Configuration, _ api: API, diagnostics: inout Diagnostics) {
        imports = configuration.imports.map { Identifier($0.value) }
        let used = Set(api.types.compactMap { Self.format(of: $0.shape)?.pair })
        for entry in configuration.formats {
            guard let known = known(entry.value, configuration, &diagnostics) else { continue }
            let (kinds, format) = Self.split(entry.name)
            let fitting = kinds.filter(known.kinds.contains)
            if fitting.isEmpty {
                reportMisfit(entry, known.kinds, &diagnostics)
            } else if !fitting.contains(where: { used.contains("\($0.rawValue)/\(format)") }) {
                reportUnused(entry, fitting, format, used, &diagnostics)
            }
            for kind in fitting { types["\(kind.rawValue)/\(format)"] = known.type }
        }
    }

    /// `number/decimal` is about numbers, `decimal` about all that has the format.
    private static func split(_ name: String) -> (kinds: [Kind], format: String) {
        guard let slash = name.firstIndex(of: "/"), let kind = Kind(rawValue: String(name[..<slash])) else {
            return (Kind.allCases, name)
        }
        return ([kind], String(name[name.index(after: slash)...]))
    }

    private static func format(of shape: Shape) -> (pair: String, format: String)? {
        switch shape {
        case .string(let format?): ("string/\(format)", format)
        case .integer(let format?): ("integer/\(format)", format)
        case .number(let format?): ("number/\(format)", format)
        case .string, .integer, .number, .object, .array, .tuple, .map, .binary, .boolean, .null, .enumeration, .union,
            .any, .never:
            nil
        }
    }

    /// A known type by its name, or one of the user's by its module and name.
    private func known(
        _ name: Located<String>, _ configuration: Configuration, _ diagnostics: inout Diagnostics
    ) -> Known? {
        if let known = Self.known[name.value] { return known }
        let parts = name.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let modules = configuration.imports.map(\.value) + [configuration.module?.value].compactMap { $0 }
        if parts.count > 1, parts.allSatisfy(Namer.isName), modules.contains(parts[0]) {
            return Known(type: parts.map { "\(Identifier($0))" }.joined(separator: "."), kinds: Kind.allCases)
        }
        let names = Self.known.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
        let isForeign = parts.count > 1 && parts.allSatisfy(Namer.isName)
        diagnostics.error(
            "unknown-type", "a format cannot become `\(name.value)`", at: name.range,
            help: isForeign
                ? "add the module `\(parts[0])` to `imports`"
                : "use one of \(names), or a type of yours with its module, such as `MoneyKit.Amount`")
        return nil
    }

    private func reportMisfit(
        _ entry: Named<Located<String>>, _ kinds: [Kind], _ diagnostics: inout Diagnostics
    ) {
        let words = kinds.map(\.rawValue).joined(separator: " or ")
        diagnostics.error(
            "unknown-type", "`\(entry.value.value)` is written as \(words), which `\(entry.name)` is not",
            at: entry.value.range)
    }

    private func reportUnused(
        _ entry: Named<Located<String>>, _ kinds: [Kind], _ format: String, _ used: Set<String>,
        _ diagnostics: inout Diagnostics
    ) {
        let others = Set(used.map { Self.split($0).format }).sorted()
        let kind = kinds.count == 1 ? "\(kinds[0].rawValue) of the" : "type of the"
        diagnostics.warning(
            "unused-format", "no \(kind) format `\(format)` is in the specification", at: entry.nameRange,
            help: suggestion(for: format, among: others).map { "did you mean `\($0)`?" })
    }
}

extension Declaration {
    /// Whether what users see of the declaration speaks of a module.
    func mentions(_ module: Identifier) -> Bool {
        let prefix = "\(module)." as Code
        if ([head, tail] + (parameters ?? [])).contains(where: { $0.text.contains(prefix.text) }) { return true }
        guard case .members(let members) = body else { return false }
        return members.contains { $0.mentions(module) }
    }
}
