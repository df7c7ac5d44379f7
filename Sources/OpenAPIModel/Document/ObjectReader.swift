/// Reads the members of one object and remembers which it was asked for, so that every other key can be reported.
package struct ObjectReader {
    package let node: Node
    let name: String
    let reading: Reading
    private let entries: MappingEntries
    private var asked: [String] = []
    private var hasFreeKeys = false

    /// - Parameter members: How many members the object has in OpenAPI, or so.
    init(_ node: Node, name: String, reading: Reading, members: Int = 16) {
        self.node = node
        self.name = name
        self.reading = reading
        entries = reading.arena.entries(of: node)
        version = reading.version(of: node)
        asked.reserveCapacity(members)
    }

    /// The version of OpenAPI that the object is written in.
    let version: OpenAPIVersion

    /// The value of a member, whatever its type; a member of another version of OpenAPI is reported.
    ///
    /// - Parameter as: What the value is, for the table of all members.
    package mutating func value(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2, instead: String? = nil,
        as type: @autoclosure () -> String = "any value"
    ) -> Node? {
        asked.append(key)
        reading.recorder?.note(key, of: name, value: type(), since...until)
        guard let entry = entries.first(named: key) else { return nil }
        if version < since { reportNewer(entry, since) }
        if version > until {
            reportOlder(entry, until, instead)
            return nil
        }
        return entry.value
    }

    package mutating func string(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2
    ) -> String? {
        guard let value = value(key, since: since, until: until, as: "text") else { return nil }
        return string(of: value)
    }

    package mutating func requiredString(_ key: String) -> String {
        requireMember(key)
        return string(key) ?? ""
    }

    package mutating func boolean(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2, instead: String? = nil
    ) -> Bool? {
        guard let value = value(key, since: since, until: until, instead: instead, as: "boolean") else {
            return nil
        }
        guard let boolean = reading.arena.boolean(value) else {
            reading.reportWrongType(value, expected: "a boolean")
            return nil
        }
        return boolean
    }

    /// A whole number that is not negative, such as a length.
    package mutating func count(_ key: String, since: OpenAPIVersion = .v2_0) -> Int? {
        guard let value = value(key, since: since, as: "whole number") else { return nil }
        guard let count = reading.arena.integer(value), count >= 0 else {
            reading.reportWrongType(value, expected: "a whole number from 0")
            return nil
        }
        return count
    }

    /// A number, as a node, since its text is exact.
    package mutating func number(_ key: String) -> Node? {
        guard let value = value(key, as: "number") else { return nil }
        guard reading.arena.number(value) != nil else {
            reading.reportWrongType(value, expected: "a number")
            return nil
        }
        return value
    }

    /// One word of a closed list, for example `in: query`.
    ///
    /// - Parameter newer: Words that came with later versions.
    package mutating func choice<Choice: RawRepresentable & CaseIterable & Hashable>(
        _ key: String, as type: Choice.Type, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2,
        newer: [Choice: OpenAPIVersion] = [:]
    ) -> Choice? where Choice.RawValue == String {
        guard let value = value(key, since: since, until: until, as: "one word"), let text = string(of: value) else {
            return nil
        }
        let choice = reading.choice(text, at: value, as: type)
        if let choice, let since = newer[choice], version < since {
            let message = "`\(text)` came with \(since.name); this document is \(version.name)"
            reading.report("newer-value", message, at: reading.arena.range(of: value))
        }
        return choice
    }

    package mutating func object<Object: DocumentObject>(
        _ key: String, as type: Object.Type, since: OpenAPIVersion = .v2_0
    ) -> Object? {
        reading.recorder?.discover(type)
        return value(key, since: since, as: type.shortName).flatMap { reading.read($0, as: type) }
    }

    package mutating func objects<Object: DocumentObject>(
        _ key: String, as type: Object.Type, since: OpenAPIVersion = .v2_0
    ) -> [Object]? {
        reading.recorder?.discover(type)
        return list(key, since: since, of: type.shortName)?.compactMap { reading.read($0, as: type) }
    }

    package mutating func objectMap<Object: DocumentObject>(
        _ key: String, as type: Object.Type, since: OpenAPIVersion = .v2_0
    ) -> [Named<Object>] {
        reading.recorder?.discover(type)
        return map(key, since: since, of: type.shortName) { reading, node in reading.read(node, as: type) } ?? []
    }

    package mutating func strings(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2
    ) -> [String]? {
        list(key, since: since, until: until, of: "text")?.compactMap { string(of: $0) }
    }

    package mutating func stringMap(_ key: String) -> [Named<String>] {
        map(key, of: "text") { reading, node in reading.string(of: node) } ?? []
    }

    /// The elements of a list.
    package mutating func list(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2,
        of type: @autoclosure () -> String = "any value"
    ) -> [Node]? {
        guard let value = value(key, since: since, until: until, as: "list of " + type()).map(reading.followed) else {
            return nil
        }
        guard reading.arena.kind(value) == .sequence else {
            reading.reportWrongType(value, expected: "a list")
            return nil
        }
        return Array(reading.arena.elements(of: value))
    }

    /// The entries of a mapping with free keys, each read by `read`.
    package mutating func map<Value: Sendable>(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2,
        of type: @autoclosure () -> String = "any value",
        _ read: (Reading, Node) -> Value?
    ) -> [Named<Value>]? {
        guard let value = value(key, since: since, until: until, as: "map of " + type()).map(reading.followed) else {
            return nil
        }
        guard reading.arena.kind(value) == .mapping else {
            reading.reportWrongType(value, expected: "a mapping")
            return nil
        }
        return reading.named(reading.arena.entries(of: value), read)
    }

    /// All members, for an object whose keys are free, such as Paths; `x-…` members are left out.
    ///
    /// - Parameter key: What stands for the keys in the table of all members, such as `/{path}`.
    package mutating func members(_ key: String, of type: @autoclosure () -> String) -> [MappingEntry] {
        hasFreeKeys = true
        reading.recorder?.note(key, of: name, value: type(), .v2_0 ... .v3_2)
        return entries.filter { !$0.key.hasPrefix("x-") }
    }

    /// All members of an object that names objects of one kind.
    package mutating func members<Object: Referable>(_ key: String, as type: Object.Type) -> [MappingEntry] {
        reading.recorder?.discover(type)
        return members(key, of: type.shortName)
    }

    /// Reports that a member is missing, at the name of the object.
    package func requireMember(_ key: String, help: String? = nil) {
        guard entries.first(named: key) == nil else { return }
        reading.report(
            "missing-member", "\(name) needs a member `\(key)`", at: reading.arena.nameRange(of: node), help: help)
    }

    /// Reports every member that was not asked for and is no extension.
    func reportUnknownMembers(as severity: Severity) {
        for entry in entries where !asked.contains(entry.key) {
            guard !entry.key.hasPrefix("x-") else {
                if entry.key.hasPrefix(GivenName.prefix) { reading.keepGivenName(entry, of: name, node) }
                continue
            }
            guard !hasFreeKeys else { continue }
            let meant = suggestion(for: entry.key, among: asked).map { "did you mean `\($0)`?" }
            let message = "\(name) has no member `\(entry.key)`"
            // A keyword of one's own is legal where unknown members are no errors; one that is nearly known is a mistake.
            let severity = severity == .warning && meant == nil ? Severity.note : severity
            reading.diagnostics.report(.init(severity, "unknown-member", message, at: entry.keyRange, help: meant))
        }
    }

    private func string(of value: Node) -> String? { reading.string(of: value) }

    private func reportNewer(_ entry: MappingEntry, _ since: OpenAPIVersion) {
        let message =
            "`\(entry.key)` came to \(name) with \(since.name); this document is \(version.name)"
        reading.report("newer-member", message, at: entry.keyRange)
    }

    private func reportOlder(_ entry: MappingEntry, _ until: OpenAPIVersion, _ instead: String?) {
        let message =
            "`\(entry.key)` left \(name) after \(until.name); it has no effect in \(version.name)"
        reading.diagnostics.warning("older-member", message, at: entry.keyRange, help: instead)
    }
}

extension MappingEntries {
    /// The entry of a key.
    func first(named key: String) -> MappingEntry? {
        for index in slice.indices where names[Int(slice[index].key)].isExactly(key) { return self[index] }
        return nil
    }
}

extension NodeArena {
    /// The key that a node stands under, or the node itself where it has none.
    package func nameRange(of node: Node) -> SourceRange {
        guard let parent = parent(of: node), kind(parent) == .mapping, let place = place(of: node, in: parent) else {
            return range(of: node)
        }
        let entries = entries(of: parent)
        return entries[entries.startIndex + place].keyRange
    }
}

extension Reading {
    /// The text of a node that must be a string.
    func string(of node: Node) -> String? {
        // Following may read a file and so replace the arena; it must be asked afterwards.
        let target = followed(node)
        guard let text = arena.string(target) else {
            reportWrongType(node, expected: "a string")
            return nil
        }
        return text
    }

    /// The case of a closed list that a text names.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String, at node: Node, as type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let meant = suggestion(for: text, among: words).map { "did you mean `\($0)`?" }
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        report("unknown-value", "`\(text)` is none of \(list)", at: arena.range(of: node), help: meant)
        return nil
    }

    /// Reads the values of entries and keeps the keys.
    func named<Value: Sendable>(
        _ entries: some Sequence<MappingEntry>, _ read: (Reading, Node) -> Value?
    ) -> [Named<Value>] {
        entries.compactMap { entry in
            read(self, entry.value).map { Named(name: entry.key, nameRange: entry.keyRange, value: $0) }
        }
    }
}
