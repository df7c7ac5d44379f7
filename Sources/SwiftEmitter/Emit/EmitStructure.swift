import OpenAPIModel

extension Emitter {
    /// A structure for an object, or an array whose elements have names: as it is received, or as it is sent.
    func structure(_ id: TypeID, _ object: ObjectShape, sent isSent: Bool) -> Declaration {
        let direction: Directions = isSent ? .sent : .received
        let isSplit = api[id].isDirectional
        let isMutable = isSent || (!isSplit && api[id].directions.contains(.sent))
        let inherited = Set(names.bases[id].map(properties) ?? [])
        let all = object.properties
            .filter { !isSplit || $0.directions.contains(direction) }
            .map { Member($0, names.member($0.name, of: id), self, sent: isSent, hasName: !isTuple(id)) }
        let structure = Structure(
            all: all, own: all.filter { !inherited.contains($0.property.name) },
            base: names.bases[id].map { names.type($0, sent: isSent, in: api) },
            isMutable: isMutable, isOpen: object.isOpen, isTuple: isTuple(id),
            additional: object.additional.map { spelling($0, sent: isSent) },
            receivedOnly: isSplit && isSent
                ? object.properties.filter { $0.directions == .received && !inherited.contains($0.name) }.map(\.name)
                : [])
        let received = isSplit && isSent && api[id].directions.contains(.received)
        let name = names.type(id, sent: isSent, in: api)
        return .type(
            "public nonisolated struct \(name): \(structure.conformances)\(checkConformance(id, sent: isSent))",
            documentation: documentationLines(api[id].documentation),
            structure.declarations + (received ? [conversion(from: names.type(id, sent: false, in: api))] : [])
                + check(id, object, sent: isSent))
    }

    /// The names of an object's properties.
    func properties(of id: TypeID) -> [String] {
        if case .object(let object) = api[id].shape { object.properties.map(\.name) } else { [] }
    }

    /// Reads a member of an object. Only one that has to be there throws at once, unless it is a string, which is empty until the
    /// object has ended.
    static func read(_ name: String, as access: Code, _ type: Code) -> Code {
        let call: Code = "object.\(access)(\(literal: name))"
        return access == "required" && type != "String" ? "try \(call)" : call
    }

    private func isTuple(_ id: TypeID) -> Bool { if case .tuple = api[id].shape { true } else { false } }

    /// Whether values of a type are structures, which a structure keeps behind a reference.
    fileprivate func isStructure(_ id: TypeID) -> Bool {
        if case .object = api[id].shape { true } else { isTuple(id) }
    }

    /// What is sent, made of what was received.
    private func conversion(from received: Identifier) -> Declaration {
        .function(
            "public init", ["_ received: \(received)"], tail: " throws(TrunklineRuntime.DecodingIssue)",
            documentation: [
                "Takes over what was received, so that it can be changed and sent.", "",
                "- Throws: `DecodingIssue` where a member that has to be sent is never received.",
            ],
            ["self = try TrunklineRuntime.JSONCodec.convert(received)"])
    }
}

/// A member of a structure, with everything that its declarations say about it.
private struct Member {
    let property: Property
    let name: Identifier
    let type: Code
    /// The only value that the member may have.
    let constant: Code?
    /// What an initialiser takes where nothing is said: nil for what may be left out, the default of what may not.
    let initial: Code?
    /// How the member is read and written: `required`, `optional` or `nullable`.
    let access: Code
    /// What is kept behind a reference: the type without its optionality, where that is a structure.
    ///
    /// A structure that holds another by value copies, destroys and assigns all that is in it, in code of its own: this
    /// grows with the depth, and a structure could not hold its own type.
    let boxed: Code?

    init(_ property: Property, _ name: Identifier, _ emitter: Emitter, sent isSent: Bool, hasName: Bool) {
        self.property = property
        self.name = name
        let value =
            property.constant.map { emitter.constantType($0, property.use.type) }
            ?? emitter.spelling(property.use.type, sent: isSent)
        switch (property.isRequired, property.use.isNullable) {
        case (true, false): (type, access) = (value, "required")
        case (true, true): (type, access) = ("\(value)?", "required")
        // An element is null where it is missing and others follow.
        case (false, true) where isSent && hasName:
            (type, access) = ("TrunklineRuntime.Nullable<\(value)>?", "nullable")
        case (false, _): (type, access) = ("\(value)?", "optional")
        }
        let isNullable = access == "nullable"
        constant = property.constant.map { emitter.constantValue($0, property.use.type, isNullable: isNullable) }
        initial =
            property.isRequired
            ? property.defaultValue.flatMap { emitter.defaultLiteral($0, property.use) } : "nil"
        guard emitter.isStructure(property.use.type), constant == nil else {
            boxed = nil
            return
        }
        boxed = access == "nullable" ? "TrunklineRuntime.Nullable<\(value)>" : value
    }

    /// Whether the type is optional.
    private var isOptional: Bool { isOmittable || property.use.isNullable }

    /// The type of the box.
    func storageType(_ boxed: Code) -> Code {
        isOptional ? "TrunklineRuntime.Boxed<\(boxed)>?" : "TrunklineRuntime.Boxed<\(boxed)>"
    }

    /// What is in the box.
    var unboxed: Code { isOptional ? "\(storage)?.value" : "\(storage).value" }

    /// What keeps the value of a boxed member.
    var storage: Code { "_\(raw: name.name)" }

    var isOmittable: Bool { !property.isRequired }

    /// The member in the functions that read and write it, which have a parameter `object` or `array`.
    var inBody: Code { name.member(besides: ["array", "object"]) }
}

/// The declarations of a structure.
private struct Structure {
    /// The members, and those that no base keeps.
    let all: [Member]
    let own: [Member]
    let base: Identifier?
    let isMutable: Bool
    let isOpen: Bool
    /// Whether the members are the elements of an array.
    let isTuple: Bool
    /// The type of further members, where the specification has one.
    let additional: Code?
    /// Names of members that are never sent: what was received and is sent again must not carry them along.
    let receivedOnly: [String]

    var declarations: [Declaration] {
        (base.map(keep) ?? []) + own.flatMap(stored) + (hasBag ? [bag] : [])
            + (isMutable ? [memberwise] : []) + [decode, encode]
    }

    var conformances: Code {
        let kind: Code = isTuple ? "TrunklineRuntime.TupleModel" : "TrunklineRuntime.ObjectModel"
        guard base != nil else { return "\(kind), Hashable, Codable" }
        return "\(kind), TrunklineRuntime.\(raw: isMutable ? "MutableDerivedModel" : "DerivedModel"), Hashable, Codable"
    }

    /// Whether further members are kept here, and not in the base.
    private var hasBag: Bool { isOpen && base == nil }

    /// The base and where it is kept: behind a reference, as every structure in a structure.
    private func keep(_ base: Identifier) -> [Declaration] {
        let accessors: [Code] =
            isMutable ? ["get { _base.value }", "set { _base = .init(newValue) }"] : ["_base.value"]
        return [
            .computed(
                "public var base: \(base)",
                documentation: ["The members of `\(base.name)`; each is a member of this, too."], accessors),
            .attached("private \(raw: isMutable ? "var" : "let") _base: TrunklineRuntime.Boxed<\(base)>"),
        ]
    }

    private func stored(_ member: Member) -> [Declaration] {
        let documentation = documentationLines(member.property.documentation)
        let isConstant = !isMutable || member.property.constant != nil
        if let boxed = member.boxed { return self.boxed(member, boxed, documentation, isConstant: isConstant) }
        let head: Code = isConstant ? "let \(member.name): \(member.type)" : "var \(member.name): \(member.type.stored)"
        return [.line("public \(head)", documentation: documentation)]
    }

    /// The member and where it is kept. A property wrapper would say it in one line, but a `nonisolated` type takes none.
    private func boxed(
        _ member: Member, _ boxed: Code, _ documentation: [String], isConstant: Bool
    ) -> [Declaration] {
        let head: Code = "public var \(member.name): \(member.type)"
        let accessors: [Code] =
            isConstant
            ? [member.unboxed] : ["get { \(member.unboxed) }", "set { \(member.storage) = .init(newValue) }"]
        let type = member.storageType(boxed)
        return [
            .computed(head, documentation: documentation, accessors),
            .attached("private \(isConstant ? "let" : "var") \(member.storage): \(isConstant ? type : type.stored)"),
        ]
    }

    /// Whether further members have an initial value. In a structure of many members it would cost the compiler many times what
    /// the others cost: it is there before them, and has to be destroyed wherever an initialiser could end.
    private var hasInitialBag: Bool { isMutable && additional == nil && !isTuple && own.count <= 8 }

    private var bag: Declaration {
        if hasInitialBag { return .line("public var \(bagName) = \(bagType)()", documentation: [bagDocumentation]) }
        let head: Code = "public \(raw: isMutable ? "var" : "let") \(bagName): \(bagType)"
        return .line(head, documentation: [bagDocumentation])
    }

    private var bagDocumentation: String {
        if isTuple { return "All elements behind these." }
        return additional == nil
            ? "Members that the specification does not name, and explicit nulls of optional ones."
            : "All members beside these."
    }

    private var bagName: Code {
        if isTuple { return "otherElements" }
        return additional == nil ? "otherMembers" : "additionalMembers"
    }

    private var bagType: Code {
        if isTuple { return "[\(additional ?? "TrunklineRuntime.JSONValue")]" }
        return additional.map { "TrunklineRuntime.AdditionalMembers<\($0)>" } ?? "TrunklineRuntime.JSONMembers"
    }

    private var readBag: Code {
        if isTuple { return "otherElements = try array.rest()" }
        return additional == nil ? "otherMembers = object.rest()" : "additionalMembers = try object.additional()"
    }

    private var writeBag: Code {
        if isTuple { return "array.rest(otherElements)" }
        return additional == nil ? "object.rest(otherMembers)" : "object.additional(additionalMembers)"
    }

    private var memberwise: Declaration {
        let parameters = all.filter { $0.property.constant == nil }.map { member -> Code in
            "\(member.name.label): \(member.type)\(member.initial.map { " = \($0)" } ?? "")"
        }
        let statements = (base.map(initialize) ?? []) + own.map(initialize)
        guard hasBag, !hasInitialBag else { return .function("public init", parameters, statements) }
        guard additional != nil || isTuple else {
            return .function("public init", parameters, statements + ["\(bagName) = .init()"])
        }
        return .function(
            "public init", parameters + ["\(bagName): \(bagType) = \(raw: isTuple ? "[]" : "[:]")"],
            statements + ["self.\(bagName) = \(bagName)"])
    }

    private func initialize(_ member: Member) -> Code {
        if let constant = member.constant { return "\(member.name) = \(constant)" }
        return member.boxed == nil
            ? "self.\(member.name) = \(member.name)" : "\(member.storage) = .init(\(member.name))"
    }

    /// The base, made of the arguments that are its own.
    private func initialize(_ base: Identifier) -> [Code] {
        let names = Set(own.map(\.property.name))
        let arguments = all.filter { !names.contains($0.property.name) && $0.property.constant == nil }
        let values = arguments.map { "\($0.name.passedLabel): \($0.name)" as Code }
        return [.call("let base = \(base)", values), "_base = .init(base)"]
    }

    private var decode: Declaration {
        .function(
            "public init",
            [
                isTuple
                    ? "from array: inout TrunklineRuntime.ArrayDecoder"
                    : "from object: inout TrunklineRuntime.ObjectDecoder"
            ],
            tail: " throws(TrunklineRuntime.DecodingIssue)",
            own.map(read)
                + (isOpen && !isTuple ? receivedOnly.map { "object.leaveOut(\(literal: $0))" } : [])
                + (base == nil ? [] : ["_base = try object.base()"]) + (hasBag ? [readBag] : []))
    }

    private func read(_ member: Member) -> Code {
        let value: Code =
            isTuple
            ? "try array.\(member.access)()"
            : Emitter.read(member.property.name, as: member.access, member.type)
        guard member.boxed != nil else { return "\(member.inBody) = \(value)" }
        return member.access == "nullable" ? "\(member.storage) = .init(\(value))" : "\(member.storage) = \(value)"
    }

    private func write(_ member: Member) -> Code {
        let value = member.boxed == nil || member.access == "nullable" ? member.inBody : member.storage
        if isTuple { return "array.\(member.access)(\(value))" }
        return "object.\(member.access)(\(literal: member.property.name), \(value))"
    }

    private var encode: Declaration {
        let bag: [Code] = base == nil ? (isOpen ? [writeBag] : []) : ["object.base(_base)"]
        guard !isTuple else {
            return .function(
                "public func encode", ["into array: inout TrunklineRuntime.ArrayEncoder"], own.map(write) + bag)
        }
        return .function(
            "public func encode", ["into object: inout TrunklineRuntime.ObjectEncoder"], bag + own.map(write))
    }
}
