import OpenAPIModel

/// Makes every Swift name of a module.
///
/// A name depends on what it names, what that is a part of and what the configuration pins, never on its neighbours: only
/// where two things map to the very same name does the later one get a number, and both are reported.
package func name(_ api: API, _ configuration: Configuration, diagnostics: inout Diagnostics, arena: NodeArena) -> Names
{
    var namer = Namer(api: api, configuration: configuration, arena: arena, diagnostics: diagnostics)
    namer.checkPinnedNames()
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

    init(api: API, configuration: Configuration, arena: NodeArena, diagnostics: Diagnostics) {
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
                nameCases(enumeration.values.map { ($0.name ?? Self.spoken($0), $0.text) }, id)
            case .union(let union):
                // The views of a union that nothing decides stand beside its JSON.
                let reserved = union.decision.isUndecided ? ReservedNames.cases.union(["json"]) : ReservedNames.cases
                nameCases(union.variants.map { ($0.label, componentName($0) ?? $0.label) }, id, besides: reserved)
            case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: break
            }
        }
    }

    private func componentName(_ variant: UnionShape.Variant) -> String? {
        guard case .named(let name) = api[variant.use.type].identity else { return nil }
        return name
    }

    private mutating func nameProperties(of object: ObjectShape, _ id: TypeID) {
        var used: Set<String> = []
        for property in object.properties {
            var name = Words(property.name).member
            if name.isEmpty { name = "member" }
            if ReservedNames.members.contains(name) { name += "Member" }
            if used.contains(name) { name = unique(name, property.name, property.origin, used) }
            used.insert(name)
            names.members[.init(type: id, name: property.name)] = Identifier(name)
        }
    }

    /// Names cases by their texts or, where that gives no good name, by a second text.
    private mutating func nameCases(
        _ texts: [(String, String)], _ id: TypeID, besides reserved: Set<String> = ReservedNames.cases
    ) {
        var used: Set<String> = []
        for (index, (text, second)) in texts.enumerated() {
            var name = Words(text).member
            if reserved.contains(name) { name = Words(second).member }
            if reserved.contains(name) { name += "Value" }
            if name.isEmpty { name = Self.spelledOut(text) }
            if used.contains(name) { name = unique(name, text, api[id].origin, used) }
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

    private mutating func unique(_ name: String, _ wireName: String, _ origin: Node, _ used: Set<String>) -> String {
        let free = Self.firstFree(name, used.contains)
        diagnostics.warning(
            "name-collision", "`\(name)` is taken by another one, so `\(wireName)` is called `\(free)`",
            at: arena.range(of: origin))
        return free
    }

    /// A text without letters and digits, by its code points: `+` is `u2B`.
    static func spelledOut(_ text: String) -> String {
        text.isEmpty
            ? "empty" : text.unicodeScalars.map { "u" + String($0.value, radix: 16, uppercase: true) }.joined()
    }
}
