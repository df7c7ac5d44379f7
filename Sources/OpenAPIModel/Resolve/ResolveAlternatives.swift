extension Resolver {
    /// How many combinations of choices become types of their own.
    private static let maximum = 64

    /// A choice beside members: a union of objects, each with the shared members and those of its part.
    ///
    /// For example, `{ properties: { id }, oneOf: [{ properties: { email } }, { properties: { phone } }] }`. Nil, and reported,
    /// where there are more combinations than anybody could want.
    mutating func resolveAlternatives(
        _ union: TypeID, _ members: MemberList, _ schema: Schema, _ identity: TypeIdentity
    ) -> TypeUse? {
        var shared = members
        shared.choices = []
        let discriminator = members.choices.lazy.compactMap(\.schema.discriminator).first ?? schema.discriminator
        var alternatives: [Alternative] = [Alternative(members: shared)]
        let isOnly = members.choices.count == 1
        for choice in members.choices {
            alternatives = alternatives.flatMap { extend($0, by: choice, isOnly: isOnly, identity) }
            guard alternatives.count <= Self.maximum else {
                reportUnflattened(members)
                return nil
            }
        }
        let variants = alternatives.enumerated().compactMap { index, alternative in
            variant(alternative, shared, index, isOnly: isOnly, identity)
        }
        guard !variants.isEmpty else { return nil }
        var copy = schema
        copy.discriminator = discriminator
        let isNullable = members.choices.contains { $0.parts.contains(where: isNull) }
        var use = settle(union, variants, self.discriminator(copy), identity)
        if isNullable { use.isNullable = true }
        return use
    }

    /// One way to choose.
    private struct Alternative {
        var members: MemberList
        /// The parts that were chosen.
        var parts: [SchemaID] = []
        var words: [String] = []

        /// What the way is called, for example `big ball`; a part without a word of its own is counted.
        var word: String {
            guard words.count > 1 else { return words.first ?? "" }
            return words.map { $0.allSatisfy(\.isNumber) ? "variant\($0)" : $0 }.joined(separator: " ")
        }
    }

    /// The ways to choose among the parts of one more choice; a part may bring choices of its own.
    private mutating func extend(
        _ alternative: Alternative, by choice: MemberList.Choice, isOnly: Bool, _ identity: TypeIdentity
    ) -> [Alternative] {
        var results: [Alternative] = []
        for (index, part) in choice.parts.enumerated() where !isNull(part) {
            var next = alternative
            next.parts.append(part)
            next.words.append(description.origin(of: description.resolved(part)).name ?? word(for: part, index))
            if isOnly, coversAlone(part, alternative.members) {
                results.append(next)
                continue
            }
            collect(part, into: &next.members, identity.part(.variant(next.word)))
            let inner = next.members.choices
            next.members.choices = []
            var ways = [next]
            for choice in inner where ways.count <= Self.maximum {
                ways = ways.flatMap { extend($0, by: choice, isOnly: false, identity) }
            }
            results += ways
            if results.count > Self.maximum { break }
        }
        return results
    }

    /// Whether a schema of its own has all members that a choice shares.
    private mutating func coversAlone(_ part: SchemaID, _ shared: MemberList) -> Bool {
        guard named(description.resolved(part)) != nil else { return shared.isEmpty }
        if shared.isEmpty { return true }
        guard shared.isOpen, shared.additional == nil else { return false }
        var alone = MemberList()
        collect(part, into: &alone, named(description.resolved(part)) ?? .named(""))
        let required = Set(alone.required.map(\.name))
        return shared.required.allSatisfy {
            required.contains($0.name) || alone.properties[$0.name] == nil && shared.properties[$0.name] == nil
        }
            && shared.properties.allSatisfy { name, property in
                alone.properties[name].map { api.isSame($0.use, property.use) && $0.constant == property.constant }
                    ?? false
            }
    }

    /// The variant of one way to choose: the part itself where it has all members already, else a type of its own.
    private mutating func variant(
        _ alternative: Alternative, _ shared: MemberList, _ index: Int, isOnly: Bool, _ identity: TypeIdentity
    ) -> UnionShape.Variant? {
        guard let part = alternative.parts.last else { return nil }
        let word = alternative.word
        let own = identity.part(.variant(word))
        if isOnly, alternative.parts.count == 1, coversAlone(part, shared) {
            return variant(type(of: part, own), part, index)
        }
        let partSchema = description.schema(description.resolved(part))
        let type = add(.object(ObjectShape(properties: [], isOpen: true)), own, partSchema)
        complete(type, alternative.members, own, partSchema)
        let name = alternative.parts.count == 1 ? description.origin(of: description.resolved(part)).name : nil
        return UnionShape.Variant(
            use: TypeUse(type), label: name ?? word, name: name, schema: description.resolved(part),
            origin: description.schema(part).node)
    }

    // MARK: Choices

    /// Notes the choices of a schema, or what they require of the members that are there anyway.
    mutating func collectChoices(_ schema: Schema, into members: inout MemberList) {
        for (keyword, parts) in [("oneOf", schema.oneOf), ("anyOf", schema.anyOf)] where !parts.isEmpty {
            // A parent that lists its children is flattened into each of them.
            if parts.contains(where: { flattening.contains(description.resolved($0)) }) { continue }
            if let lists = requiredLists(parts) {
                for part in parts { reportIgnoredKeywords(description.schema(description.resolved(part))) }
                if lists.contains(where: { !$0.isEmpty }) { members.constraints.append(requirement(keyword, lists)) }
            } else {
                members.choices.append(.init(schema: schema, keyword: keyword, parts: parts))
            }
        }
    }

    /// What each part requires, where none says anything else.
    private func requiredLists(_ parts: [SchemaID]) -> [[String]]? {
        let schemas = parts.map { description.schema(description.resolved($0)) }
        return schemas.allSatisfy(\.isOnlyRequired) ? schemas.map(\.required) : nil
    }

    /// What that is in words: for example, at least one of `email`, `phone`.
    private func requirement(_ keyword: String, _ lists: [[String]]) -> String {
        let names = lists.map { list in
            list.isEmpty ? "none of them" : list.map { "`\($0)`" }.joined(separator: " with ")
        }
        return (keyword == "oneOf" ? "exactly one of " : "at least one of ") + names.joined(separator: ", ")
    }

    private mutating func reportUnflattened(_ members: MemberList) {
        for choice in members.choices {
            let instead = "members of its parts are kept as JSON"
            reportUnsupported(
                "so many combinations of `\(choice.keyword)`", at: choice.schema.node, key: choice.keyword,
                instead: instead)
        }
    }
}

extension MemberList {
    /// Whether the list says nothing.
    fileprivate var isEmpty: Bool { properties.isEmpty && required.isEmpty && additional == nil && constraints.isEmpty }
}

extension Schema {
    /// Whether the schema requires members and says nothing else about them.
    fileprivate var isOnlyRequired: Bool {
        properties.isEmpty && additionalProperties == nil && form == .keywords && ref == nil && allOf.isEmpty
            && oneOf.isEmpty && anyOf.isEmpty && enumeration == nil && const == nil && items == nil
            && (types.isEmpty || types == [.object])
    }
}
