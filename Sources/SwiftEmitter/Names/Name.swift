import OpenAPIModel

/// Makes every Swift name of a module.
///
/// A name depends on what it names, what that is a part of and what the configuration pins, never on its neighbours: only
/// where two things map to the very same name does the later one get a number, and both are reported.
package func name(_ api: API, _ configuration: Configuration, diagnostics: inout Diagnostics, arena: NodeArena) -> Names
{
    var namer = Namer(api: api, configuration: configuration, arena: arena, diagnostics: diagnostics)
    namer.checkPinnedNames()
    namer.checkGivenNames()
    namer.nameModule()
    namer.noteWantedNames()
    namer.nameTypes()
    namer.nameMembers()
    namer.nameBases()
    namer.nameOperations()
    namer.nameServerAlias()
    namer.nameContents()
    namer.nameServers()
    namer.nameSecuritySchemes()
    namer.reportUnusedNames()
    namer.reportUnusedGivenNames()
    namer.reportUnknownTags()
    diagnostics = namer.diagnostics
    return namer.names
}

/// The state of `name`.
struct Namer {
    let api: API
    let configuration: Configuration
    let arena: NodeArena
    var diagnostics: Diagnostics
    var names = Names()
    /// What has each name at the top of the module.
    var taken: [String: Claim] = [:]
    /// The names that anything at the top of the module maps to: a number never makes one of them.
    var wanted: Set<String> = []
    var numbering = Numbering()
    /// What each declared type maps to.
    var wantedNames: [TypeID: String] = [:]
    /// The names that the specification gives, without those that are no Swift names.
    var given: [NamedPlace: String] = [:]

    /// The unions that are no declared types, by what they are parts of.
    let undeclaredUnions: Set<TypeIdentity>

    init(api: API, configuration: Configuration, arena: NodeArena, diagnostics: Diagnostics) {
        undeclaredUnions = Set(
            api.types.flatMap { type -> [TypeIdentity] in
                guard case .union = type.shape, !type.shape.isDeclared else { return [] }
                return [type.identity] + type.alike.map(\.identity)
            })
        self.api = api
        self.configuration = configuration
        self.arena = arena
        self.diagnostics = diagnostics
    }

    mutating func nameModule() {
        names.module = configuration.module?.value ?? Words(api.title).type
        names.client = Identifier(configuration.client?.value ?? names.module + "Client")
        names.namespace = configuration.namespace.map { Identifier($0.value) }
        taken[names.module] = .module
        taken[names.client.name] = .module
    }

    // MARK: Members and cases

    mutating func nameMembers() {
        for id in api.typeIDs where names.types[id] != nil {
            switch api[id].shape {
            case .object(let object), .tuple(let object): nameProperties(of: object, id)
            case .enumeration(let enumeration):
                nameCases(enumeration.values.map(caseText), id)
            case .union(let union):
                // The views of a union that nothing decides stand beside its JSON.
                let reserved = union.decision.isUndecided ? ReservedNames.cases.union(["json"]) : ReservedNames.cases
                nameCases(union.variants.map { .init($0.label, componentName($0) ?? $0.label) }, id, besides: reserved)
            case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: break
            }
        }
    }

    private func componentName(_ variant: UnionShape.Variant) -> String? {
        guard case .named(let name) = api[variant.use.type].identity else { return nil }
        return name
    }

    /// Names members: those with given names first, so that these are kept.
    private mutating func nameProperties(of object: ObjectShape, _ id: TypeID) {
        var used: Set<String> = []
        var numbering = Numbering()
        for property in givenFirst(object.properties, .member, \.origin) {
            var name = givenName(.member, property.origin) ?? Words(property.name).member
            if name.isEmpty { name = "member" }
            if ReservedNames.members.contains(name) { name += "Member" }
            // What is behind a reference is kept under the name with a `_` before it.
            if used.contains(name) || used.contains("_" + name) {
                let free = numbering.firstFree(name, used.contains)
                report(name, free, property.name, property.origin, pinnedBy: "members")
                name = free
            }
            used.insert(name)
            if !given.isEmpty { used.insert("_" + name) }
            names.members[.init(type: id, name: property.name)] = Identifier(name)
        }
    }

    /// What a case is called by: a text or, where that gives no good name, a second text; a given name goes before both.
    private struct CaseText {
        let text: String
        let second: String
        let given: String?
        /// The value of an enumeration.
        let origin: Node?

        init(_ text: String, _ second: String, given: String? = nil, origin: Node? = nil) {
            (self.text, self.second, self.given, self.origin) = (text, second, given, origin)
        }
    }

    private func caseText(_ value: EnumerationShape.Value) -> CaseText {
        let given = api.pinnedNames[value.origin] ?? givenName(.value, value.origin)
        return CaseText(value.name ?? Self.spoken(value), value.text, given: given, origin: value.origin)
    }

    /// Names cases: those with given names first, so that these are kept.
    private mutating func nameCases(
        _ texts: [CaseText], _ id: TypeID, besides reserved: Set<String> = ReservedNames.cases
    ) {
        var used: Set<String> = []
        var numbering = Numbering()
        let order = texts.indices.filter { texts[$0].given != nil } + texts.indices.filter { texts[$0].given == nil }
        for index in order {
            let text = texts[index]
            var name = text.given ?? Words(text.text).member
            if reserved.contains(name) { name = Words(text.second).member }
            if reserved.contains(name) { name += "Value" }
            if name.isEmpty { name = Self.spelledOut(text.text) }
            if used.contains(name) {
                let free = numbering.firstFree(name, used.contains)
                let origin = text.origin ?? api[id].origin
                report(name, free, text.text, origin, pinnedBy: text.origin.map { _ in "names" })
                name = free
            }
            used.insert(name)
            names.cases[.init(type: id, index: index)] = Identifier(name)
        }
    }

    /// What a value is called: `-1` is `minus1`, the number 0.5 is `_0Point5`, a text is called by itself.
    private static func spoken(_ value: EnumerationShape.Value) -> String {
        var text = value.text
        if value.json.string == nil { text = text.replacing(".", with: " point ") }
        guard let sign = ["-": "minus ", "+": "plus "][text.prefix(1)], text.dropFirst().first?.isNumber == true else {
            return text
        }
        return sign + text.dropFirst()
    }

    /// - Parameter key: The table of the configuration that names such a thing by its place.
    private mutating func report(
        _ name: String, _ free: String, _ wireName: String, _ origin: Node, pinnedBy key: String?
    ) {
        let pin = key.map { "\($0): { \(Self.quoted("#\(arena.pointer(of: origin))")): \(free) }" }
        diagnostics.warning(
            "name-collision", "`\(name)` is taken by another one, so `\(wireName)` is called `\(free)`",
            at: arena.range(of: origin),
            help: pin.map { "pin the name in the configuration, or choose another: `\($0)`" })
    }

    /// A text without letters and digits, by its code points: `+` is `u2B`.
    static func spelledOut(_ text: String) -> String {
        text.isEmpty
            ? "empty" : text.unicodeScalars.map { "u" + String($0.value, radix: 16, uppercase: true) }.joined()
    }
}
