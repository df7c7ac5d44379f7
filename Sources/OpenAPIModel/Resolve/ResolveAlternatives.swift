extension Resolver {
    /// How many combinations of choices become types of their own.
    private static let maximum = 64

    /// How many parts one choice may have.
    private static let maximumOfOne = 1000

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
            guard alternatives.count <= (isOnly ? Self.maximumOfOne : Self.maximum) else {
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
            if results.count > Self.maximumOfOne { break }
        }
        return results
    }

    /// Whether a schema of its own has all members that a choice shares.
    private mutating func coversAlone(_ part: SchemaID, _ shared: MemberList) -> Bool {
        guard named(description.resolved(part)) != nil else { return shared.isEmpty }
        if shared.isEmpty { return true }
        guard shared.additional.isEmpty else { return false }
        var alone = MemberList()
        collect(part, into: &alone, named(description.resolved(part)) ?? .named(""))
        let required = Set(alone.required.map(\.name))
        let isRequired = shared.required.allSatisfy { name, _ in
            required.contains(name) || alone.schemas[name] == nil && shared.schemas[name] == nil
        }
        return isRequired
            && shared.order.allSatisfy { name in
                guard let own = alone.schemas[name], let other = shared.schemas[name] else { return false }
                return isAlike(own, other, depth: 0)
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

    /// Whether two schemas of one member say the same: one schema, or scalars and lists of them that are written alike.
    private func isAlike(_ first: SchemaID, _ second: SchemaID, depth: Int) -> Bool {
        let ids = (description.resolved(first), description.resolved(second))
        if ids.0 == ids.1 { return true }
        let (schema, other) = (description.schema(ids.0), description.schema(ids.1))
        guard depth < 8, schema.isPlain, other.isPlain, schema.types == other.types, schema.format == other.format,
            schema.nullable == other.nullable, constant(of: schema) == constant(of: other),
            schema.enumeration?.map(arena.json) == other.enumeration?.map(arena.json)
        else { return false }
        guard let items = schema.items, let otherItems = other.items else {
            return schema.items == nil && other.items == nil
        }
        return isAlike(items, otherItems, depth: depth + 1)
    }

    // MARK: Choices

    /// Notes the choices of a schema, or what they require of the members that are there anyway.
    ///
    /// - Parameter gathered: The schemas that have been flattened into the same object.
    mutating func collectChoices(_ schema: Schema, into members: inout MemberList, besides gathered: Set<SchemaID>) {
        for (keyword, parts) in [("oneOf", schema.oneOf), ("anyOf", schema.anyOf)] where !parts.isEmpty {
            // A parent that lists its children is flattened into each of them.
            if parts.contains(where: { gathered.contains(description.resolved($0)) }) { continue }
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
    fileprivate var isEmpty: Bool {
        properties.isEmpty && required.isEmpty && additional.isEmpty && constraints.isEmpty
    }
}

extension Resolver.AdditionalParts {
    /// Whether nothing is said about further members.
    fileprivate var isEmpty: Bool {
        schemas.isEmpty && areAllowed && closing == nil && !hasPatterns
    }
}

extension Schema {
    /// Whether the schema is neither an object nor made of others.
    fileprivate var isPlain: Bool {
        ref == nil && !isObjectLike && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty && prefixItems.isEmpty
            && !types.contains(.object)
    }

    /// Whether the schema requires members and says nothing else about them.
    fileprivate var isOnlyRequired: Bool {
        properties.isEmpty && additionalProperties == nil && form == .keywords && ref == nil && allOf.isEmpty
            && oneOf.isEmpty && anyOf.isEmpty && enumeration == nil && const == nil && items == nil
            && (types.isEmpty || types == [.object])
    }
}
