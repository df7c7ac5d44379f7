import OpenAPIModel

extension Names {
    /// The names of what one operation sends and reads beside its models.
    package struct ContentNames: Sendable {
        /// The `enum` of the shapes of a success; nil where there is one shape.
        package internal(set) var output: Identifier?
        /// Its cases: for each success, one for each content or, where it has none, one.
        package internal(set) var outputCases: [[Identifier]] = []
        /// The `enum` of what the body may be; nil where it may be one thing.
        package internal(set) var body: Identifier?
        package internal(set) var bodyCases: [Identifier] = []
        /// The structures of multipart bodies and their members, by the place of the content.
        package internal(set) var forms: [Int: (type: Identifier, members: [Identifier])] = [:]
        /// The structure of the header fields of answers; nil where none is documented.
        package internal(set) var headers: (type: Identifier, members: [Identifier])?
        /// The type of the servers among which a caller chooses, and what they are called; nil where there is no choice.
        package internal(set) var servers: (type: Identifier, names: ServerNames)?
        /// What the examples are called.
        package internal(set) var examples: [Identifier] = []
    }
}

extension API.Operation {
    /// The header fields of all answers, each once.
    var headerFields: [API.HeaderField] {
        var seen: Set<String> = []
        return responses.flatMap(\.headers).filter { seen.insert($0.name.lowercased()).inserted }
    }
}

extension Namer {
    /// Names what operations send and read beside models: after everything else, so that no other name depends on it.
    mutating func nameContents() {
        for index in api.operations.indices {
            var contents = Names.ContentNames()
            nameOutput(of: index, &contents)
            nameBody(of: index, &contents)
            nameHeaders(of: index, &contents)
            nameServers(of: index, &contents)
            nameExamples(of: index, &contents)
            names.contents.append(contents)
        }
        nameNotifications()
    }

    private mutating func nameOutput(of index: Int, _ contents: inout Names.ContentNames) {
        let operation = api.operations[index]
        guard !operation.hasOneShape else { return }
        contents.output = claimPart("Output", of: index)
        var used: Set<String> = []
        contents.outputCases = operation.successes.map { response in
            let labels = response.contents.isEmpty ? [response.status.label] : response.contents.map(\.label)
            return labels.map { caseName($0, &used) }
        }
    }

    private mutating func nameBody(of index: Int, _ contents: inout Names.ContentNames) {
        guard let body = api.operations[index].body else { return }
        if body.contents.count > 1 {
            contents.body = claimPart("RequestBody", of: index)
            var used: Set<String> = []
            contents.bodyCases = body.contents.map { caseName($0.label, &used) }
        }
        let forms = body.contents.indices.filter { body.contents[$0].format.isMultipart }
        for place in forms {
            guard case .multipart(let parts) = body.contents[place].format else { continue }
            let word = forms.count == 1 ? "" : Words(body.contents[place].label).type
            let type = claimPart(word + "Form", of: index)
            contents.forms[place] = (type, partNames(parts))
        }
    }

    private mutating func nameHeaders(of index: Int, _ contents: inout Names.ContentNames) {
        let fields = api.operations[index].headerFields
        guard !fields.isEmpty else { return }
        let members = memberNames(fields.map(\.name), besides: ["fields"])
        contents.headers = (claimPart("Headers", of: index), members)
    }

    /// Names examples by what the specification calls them, those of errors by the error besides, and those that another
    /// success has the name of by the status.
    private func nameExamples(of index: Int, _ contents: inout Names.ContentNames) {
        let operation = api.operations[index]
        let successes = Set(operation.successes.map(\.status))
        var used: Set<String> = []
        var owners: [String: API.Response.Status] = [:]
        contents.examples = operation.examples.map { example in
            let name = example.name.flatMap { Words($0).words.isEmpty ? nil : $0 }
            guard let status = example.status else { return caseName("\(name ?? "example") body", &used) }
            guard successes.contains(status) else {
                return caseName(Self.failureName(status.failureLabel, name), &used)
            }
            let label = name ?? "example"
            let owner = owners[Words(label).member] ?? status
            owners[Words(label).member] = owner
            return caseName(owner == status ? label : "\(status.label) \(label)", &used)
        }
    }

    /// `not found` and `expired` are `notFoundExpired`; nothing is said twice.
    private static func failureName(_ label: String, _ name: String?) -> String {
        guard let name else { return label }
        return Words(name).member.hasPrefix(Words(label).member) ? name : "\(label) \(name)"
    }

    private mutating func nameNotifications() {
        guard !api.notifications.isEmpty else { return }
        names.notifications = claim(
            names.module + "Webhooks", for: .notifications(api.notifications[0].origin), else: "Type")
        names.notificationFunctions = memberNames(api.notifications.map(\.label), besides: [])
    }

    mutating func claimPart(_ suffix: String, of index: Int) -> Identifier {
        claim(names.operations[index].type.name + suffix, for: .part(of: index), else: "Type")
    }

    private func caseName(_ label: String, _ used: inout Set<String>) -> Identifier {
        var name = Words(label).member
        if name.isEmpty { name = Self.spelledOut(label) }
        if ReservedNames.cases.contains(name) { name += "Value" }
        if used.contains(name) { name = Self.firstFree(name, used.contains) }
        used.insert(name)
        return Identifier(name)
    }

    /// Names of the parts of a form; given names go to the parts that have them, whatever stands before.
    private func partNames(_ parts: [API.Part]) -> [Identifier] {
        let order = givenFirst(Array(parts.indices), .member) { parts[$0].origin }
        let texts = order.map { givenName(.member, parts[$0].origin) ?? parts[$0].name }
        let given = Set(order.indices.filter { givenName(.member, parts[order[$0]].origin) != nil })
        let names = memberNames(texts, asTheyAre: given, besides: ["encode"])
        return zip(order, names).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Names of members that are no part of a schema.
    ///
    /// - Parameter asTheyAre: The places of texts that are Swift names already.
    private func memberNames(
        _ texts: [String], asTheyAre: Set<Int> = [], besides reserved: Set<String>
    ) -> [Identifier] {
        var used: Set<String> = []
        return texts.enumerated().map { index, text in
            var name = asTheyAre.contains(index) ? text : Words(text).member
            if name.isEmpty { name = "member" }
            if ReservedNames.members.contains(name) || reserved.contains(name) { name += "Member" }
            if used.contains(name) { name = Self.firstFree(name, used.contains) }
            used.insert(name)
            return Identifier(name)
        }
    }
}

extension API.Format {
    fileprivate var isMultipart: Bool {
        if case .multipart = self { true } else { false }
    }
}
