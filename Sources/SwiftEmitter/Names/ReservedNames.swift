/// Names that generated code must leave to others.
enum ReservedNames {
    /// Types that code in or beside the module speaks of.
    static let types: Set<String> = [
        "Any", "AnyObject", "Array", "Bool", "Character", "Codable", "Collection", "CompatibleRuntime", "Data", "Date",
        "Decodable",
        "Decoder", "Dictionary", "Double", "Encodable", "Encoder", "Equatable", "Error", "Float", "Foundation",
        "Hashable", "Identifiable", "Int", "Int32", "Int64", "Never", "Optional", "Operation", "Output", "PagedItem",
        "Protocol",
        "Result",
        "Self", "Sendable", "Sequence", "Set", "String", "Substring", "Swift", "Task", "TrunklineJSON",
        "TrunklineRuntime", "Type", "UInt", "UInt32", "UInt64", "URL", "UUID", "Unknown", "Void",
    ]

    /// Names that resources and operations cannot have besides: the client has types of its own in it.
    static let hiddenByClient: Set<String> = ["Server"]

    /// Members that every model has, or that Swift does not take even between back-ticks.
    static let members: Set<String> = [
        "Self", "Type", "additionalMembers", "hashValue", "init", "otherElements", "otherMembers", "self",
    ]

    /// Methods that every model has; a member of its base that is called so would be found after them.
    static let methods: Set<String> = ["check", "encode", "hash"]

    /// Members that every client has.
    static let resources: Set<String> = ["Self", "Type", "client", "init", "self", "send"]

    /// What every client's `Server` has besides.
    static let servers: Set<String> = ["custom", "init", "self"]

    /// Names of cases and static members that would hide something.
    static let cases: Set<String> = [
        "Self", "Type", "allCases", "init", "isKnown", "knownValues", "none", "rawValue", "self", "some",
        "unknown",
    ]
}
