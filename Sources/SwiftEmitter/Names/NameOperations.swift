import OpenAPIModel

extension Namer {
    /// Names operations, their arguments, and the resources they belong to.
    mutating func nameOperations() {
        let tags = Dictionary(api.tags.map { ($0.name, $0) }) { first, _ in first }
        var groups: [(resource: String?, tag: API.Tag?, operations: [Int])] = []
        var places: [String?: Int] = [:]
        for (index, operation) in api.operations.enumerated() {
            let resource = resourceName(of: operation)
            if let place = places[resource] {
                groups[place].operations.append(index)
            } else {
                places[resource] = groups.count
                groups.append((resource, operation.tag.flatMap { tags[$0] }, [index]))
            }
            names.operations.append(operationNames(index, resource: resource))
        }
        for group in groups {
            let type = group.resource.map { claimResource(Words($0).type, group.operations[0]) } ?? names.client
            names.resources.append(
                .init(
                    property: group.resource.map(Identifier.init), type: type, tag: group.tag,
                    operations: group.operations))
        }
        makeMethodsUnique()
        numberEqualMethods()
        namePageMethods()
    }

    private mutating func claimResource(_ wanted: String, _ operation: Int) -> Identifier {
        // A name without a case has one spelling for the property and the type.
        let isHidden = ReservedNames.hiddenByClient.contains(wanted)
        let tag = api.operations[operation].tag ?? ""
        return claim(
            wanted.hasCapital && !isHidden ? wanted : wanted + "Resource",
            for: .resource(tag: tag, operation: operation),
            else: "Resource")
    }

    func resourceName(of operation: API.Operation) -> String? {
        if let pinned = configuration.operations[named: operation.id]?.resource { return pinned.value }
        let given = givenName(.resource, operation.origin)
        guard let name = given ?? operation.tag.map(resourceName(ofTag:)) else { return nil }
        if ReservedNames.resources.contains(name) { return name + "Resource" }
        return name.isEmpty ? nil : name
    }

    /// What the resource of a tag is called.
    private func resourceName(ofTag tag: String) -> String {
        if let pinned = configuration.resources[named: tag] { return pinned.value }
        let given = given.isEmpty ? nil : api.tags.first { $0.name == tag }?.origin.flatMap { givenName(.tag, $0) }
        return given ?? Words(tag).member
    }

    private mutating func operationNames(_ index: Int, resource: String?) -> Names.OperationNames {
        let operation = api.operations[index]
        let pinned = configuration.operations[named: operation.id]
        let method = pinnedMethod(operation) ?? methodName(spokenID(operation), resource: resource)
        let type = claim(wantedName(of: operation), for: .operation(index), else: "Operation")
        let arguments = argumentNames(operation, pinned, of: type)
        return .init(
            type: type, method: Identifier(method),
            arguments: arguments, body: bodyName(beside: arguments))
    }

    /// The type that an operation maps to.
    func wantedName(of operation: API.Operation) -> String {
        if let pinned = configuration.operations[named: operation.id]?.name { return pinned.value }
        let name = givenName(.operation, operation.origin) ?? Words(spokenID(operation)).type
        // A name without a case would be the method's, too.
        let isHidden = ReservedNames.hiddenByClient.contains(name)
        return name.hasCapital && !isHidden ? name : name + "Operation"
    }

    /// The operationId or, where it has neither letters nor digits, method and path.
    private func spokenID(_ operation: API.Operation) -> String {
        Words(operation.id).words.isEmpty ? "\(operation.method.lowercased()) \(operation.path)" : operation.id
    }

    /// The operationId less the resource's noun: `getPhoneNumber` and `listPhoneNumbers` in `phoneNumbers` are `get` and
    /// `list`.
    private func methodName(_ id: String, resource: String?) -> String {
        let words = Words(id).words
        guard let resource else { return Words(id).member }
        let noun = Words(resource).words.map { $0.lowercased() }
        let singular = noun.dropLast() + [Self.singular(noun.last ?? "")]
        for candidate in [noun, Array(singular)] where words.count > candidate.count {
            for start in 0...(words.count - candidate.count)
            where words[start..<start + candidate.count].map({ $0.lowercased() }) == candidate {
                let rest = words[..<start] + words[(start + candidate.count)...]
                return Words(rest.joined(separator: "_")).member
            }
        }
        return Words(id).member
    }

    private static func singular(_ word: String) -> String {
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.hasSuffix("sses") || word.hasSuffix("xes") { return String(word.dropLast(2)) }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    /// Two operations of a resource with one method name keep the whole operationId.
    private mutating func makeMethodsUnique() {
        for resource in names.resources {
            var byName: [String: [Int]] = [:]
            for index in resource.operations { byName[names.operations[index].method.name, default: []].append(index) }
            for index in resource.operations {
                let (old, operation) = (names.operations[index], api.operations[index])
                guard let same = byName[old.method.name], same.count > 1, !isMethodPinned(operation) else { continue }
                let whole = Words(spokenID(operation)).member
                if whole != old.method.name, index != same[0] { reportWholeName(index, whole, besides: same[0]) }
                rename(index, Identifier(whole))
            }
        }
    }

    /// What is still called the same gets a number.
    private mutating func numberEqualMethods() {
        for resource in names.resources {
            let wanted = Set(resource.operations.map { names.operations[$0].method.name })
            var owners: [String: Int] = [:]
            var numbering = Numbering()
            for index in resource.operations {
                var method = names.operations[index].method
                if let other = owners[method.name], !isMethodPinned(api.operations[index]) {
                    let free = numbering.firstFree(method.name) { owners[$0] != nil || wanted.contains($0) }
                    method = Identifier(free)
                    reportMethod(
                        index, other,
                        "another method has the name, so `\(api.operations[index].id)` is called `\(method.name)`",
                        pinned: method.name)
                    rename(index, method)
                }
                if owners[method.name] == nil { owners[method.name] = index }
            }
        }
    }

    /// Names the methods that give all items of a list: `listAll` beside `list`.
    private mutating func namePageMethods() {
        for resource in names.resources {
            var used = Set(resource.operations.map { names.operations[$0].method.name })
            for index in resource.operations {
                guard let pages = api.operations[index].pages else { continue }
                var name = names.operations[index].method.name + "All"
                if let pinned = pages.method {
                    if Self.isName(pinned.value) { name = pinned.value } else { reportBadName(pinned) }
                }
                if used.contains(name) { name = numberedPageMethod(name, index, used) }
                used.insert(name)
                names.operations[index].pages = Identifier(name)
            }
        }
    }

    private mutating func numberedPageMethod(_ name: String, _ index: Int, _ used: Set<String>) -> String {
        let (free, operation) = (Self.firstFree(name, used.contains), api.operations[index])
        diagnostics.warning(
            "name-collision", "another method is called `\(name)`, so that for all pages is called `\(free)`",
            at: arena.range(of: operation.origin),
            help: "give it a name in the configuration, for example "
                + "`\(Self.quoted(operation.id)): { pages: { method: \(free) } }`")
        return free
    }

    private func isMethodPinned(_ operation: API.Operation) -> Bool { pinnedMethod(operation) != nil }

    private func pinnedMethod(_ operation: API.Operation) -> String? {
        configuration.operations[named: operation.id]?.method?.value ?? givenName(.method, operation.origin)
    }

    private mutating func rename(_ index: Int, _ method: Identifier) {
        let old = names.operations[index]
        names.operations[index] = .init(type: old.type, method: method, arguments: old.arguments, body: old.body)
    }

    private mutating func reportWholeName(_ index: Int, _ whole: String, besides first: Int) {
        let short = names.operations[index].method.name
        let message = "`\(short)` would be the name of two methods, so they keep their whole ids, here `\(whole)`"
        reportMethod(index, first, message, pinned: whole)
    }

    private mutating func reportMethod(_ index: Int, _ other: Int, _ message: String, pinned: String) {
        let (operation, first) = (api.operations[index], api.operations[other])
        diagnostics.warning(
            "name-collision", message, at: arena.range(of: operation.origin),
            help: "give them names under `operations` in the configuration, for example "
                + "`\(Self.quoted(operation.id)): { method: \(pinned) }`",
            related: [.init("the other one", arena.range(of: first.origin))])
    }
}

extension String {
    /// Whether the name of a type differs from that of a member, by its first letter.
    fileprivate var hasCapital: Bool { prefix(1).lowercased() != prefix(1) }
}
