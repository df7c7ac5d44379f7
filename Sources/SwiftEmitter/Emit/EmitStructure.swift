import OpenAPIModel

extension Emitter {
    /// A structure for an object: as it is received, or as it is sent.
    func structure(_ id: TypeID, _ object: ObjectShape, sent isSent: Bool) -> Declaration {
        let direction: Directions = isSent ? .sent : .received
        let isSplit = api[id].isDirectional
        let isMutable = isSent || (!isSplit && api[id].directions.contains(.sent))
        let members = object.properties
            .filter { !isSplit || $0.directions.contains(direction) }
            .map { Member($0, names.member($0.name, of: id), self, sent: isSent) }
        let structure = Structure(
            members: members, isMutable: isMutable, isOpen: object.isOpen,
            additional: object.additional.map { spelling($0, sent: isSent) },
            receivedOnly: isSplit && isSent ? object.properties.filter { $0.directions == .received }.map(\.name) : [])
        let received = isSplit && isSent && api[id].directions.contains(.received)
        let name = names.type(id, sent: isSent, in: api)
        return .type(
            "public nonisolated struct \(name): TrunklineRuntime.ObjectModel",
            documentation: documentationLines(api[id].documentation),
            structure.declarations + (received ? [conversion(from: names.type(id, sent: false, in: api))] : []))
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
    /// How the member is read and written: `required`, `optional` or `nullable`.
    let access: Code
    /// What is kept behind a reference: the type without its optionality, where that is a structure.
    ///
    /// A structure that holds another by value copies, destroys and assigns all that is in it, in code of its own: this
    /// grows with the depth, and a structure could not hold its own type.
    let boxed: Code?

    init(_ property: Property, _ name: Identifier, _ emitter: Emitter, sent isSent: Bool) {
        self.property = property
        self.name = name
        let value =
            property.constant.map { emitter.constantType($0, property.use.type) }
            ?? emitter.spelling(property.use.type, sent: isSent)
        switch (property.isRequired, property.use.isNullable) {
        case (true, false): (type, access) = (value, "required")
        case (true, true): (type, access) = ("\(value)?", "required")
        case (false, true) where isSent: (type, access) = ("TrunklineRuntime.Nullable<\(value)>?", "nullable")
        case (false, _): (type, access) = ("\(value)?", "optional")
        }
        let isNullable = access == "nullable"
        constant = property.constant.map { emitter.constantValue($0, property.use.type, isNullable: isNullable) }
        guard case .object = emitter.api[property.use.type].shape, constant == nil else {
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

    /// The member in the functions that read and write it, which have a parameter `object`.
    var inBody: Code { name.member(besides: ["object"]) }
}

/// The declarations of a structure.
private struct Structure {
    let members: [Member]
    let isMutable: Bool
    let isOpen: Bool
    /// The type of further members, where the specification has one.
    let additional: Code?
    /// Names of members that are never sent: what was received and is sent again must not carry them along.
    let receivedOnly: [String]

    var declarations: [Declaration] {
        members.flatMap(stored) + (isOpen ? [bag] : []) + (isMutable ? [memberwise] : []) + [decode, encode]
    }

    private func stored(_ member: Member) -> [Declaration] {
        let documentation = documentationLines(member.property.documentation)
        let isConstant = !isMutable || member.property.constant != nil
        if let boxed = member.boxed { return self.boxed(member, boxed, documentation, isConstant: isConstant) }
        let keyword = isConstant ? "let" : "var"
        return [.line("public \(raw: keyword) \(member.name): \(member.type)", documentation: documentation)]
    }

    /// The member and where it is kept. A property wrapper would say it in one line, but a `nonisolated` type takes none.
    private func boxed(
        _ member: Member, _ boxed: Code, _ documentation: [String], isConstant: Bool
    ) -> [Declaration] {
        let head: Code = "public var \(member.name): \(member.type)"
        let accessors: [Code] =
            isConstant
            ? [member.unboxed] : ["get { \(member.unboxed) }", "set { \(member.storage) = .init(newValue) }"]
        let keyword = isConstant ? "let" : "var"
        return [
            .computed(head, documentation: documentation, accessors),
            .line("private \(raw: keyword) \(member.storage): \(member.storageType(boxed))"),
        ]
    }

    private var bag: Declaration {
        let keyword = isMutable ? "var" : "let"
        guard let additionalType else {
            return .line(
                "public \(raw: keyword) otherMembers: TrunklineRuntime.JSONMembers",
                documentation: ["Members that the specification does not name, and explicit nulls of optional ones."])
        }
        return .line(
            "public \(raw: keyword) additionalMembers: \(additionalType)", documentation: ["All members beside these."])
    }

    private var additionalType: Code? { additional.map { "TrunklineRuntime.AdditionalMembers<\($0)>" } }

    private var readBag: Code {
        additional == nil ? "otherMembers = object.rest()" : "additionalMembers = try object.additional()"
    }

    private var writeBag: Code {
        additional == nil ? "object.rest(otherMembers)" : "object.additional(additionalMembers)"
    }

    private var memberwise: Declaration {
        let settable = members.filter { $0.property.constant == nil }
        let parameters = settable.map { member -> Code in
            "\(member.name.label): \(member.type)\(raw: member.isOmittable ? " = nil" : "")"
        }
        let statements = members.map { member -> Code in
            if let constant = member.constant { return "\(member.name) = \(constant)" }
            return member.boxed == nil
                ? "self.\(member.name) = \(member.name)" : "\(member.storage) = .init(\(member.name))"
        }
        guard isOpen else { return .function("public init", parameters, statements) }
        guard let additionalType else {
            return .function("public init", parameters, statements + ["otherMembers = .init()"])
        }
        return .function(
            "public init", parameters + ["additionalMembers: \(additionalType) = [:]"],
            statements + ["self.additionalMembers = additionalMembers"])
    }

    private var decode: Declaration {
        .function(
            "public init", ["from object: inout TrunklineRuntime.ObjectDecoder"],
            tail: " throws(TrunklineRuntime.DecodingIssue)",
            members.map(read)
                + (isOpen ? receivedOnly.map { "object.leaveOut(\(literal: $0))" } : [])
                + (isOpen ? [readBag] : []))
    }

    private func read(_ member: Member) -> Code {
        let value: Code = "try object.\(member.access)(\(literal: member.property.name))"
        guard member.boxed != nil else { return "\(member.inBody) = \(value)" }
        return member.access == "nullable" ? "\(member.storage) = .init(\(value))" : "\(member.storage) = \(value)"
    }

    private func write(_ member: Member) -> Code {
        let value = member.boxed == nil || member.access == "nullable" ? member.inBody : member.storage
        return "object.\(member.access)(\(literal: member.property.name), \(value))"
    }

    private var encode: Declaration {
        .function(
            "public func encode", ["into object: inout TrunklineRuntime.ObjectEncoder"],
            (isOpen ? [writeBag] : [])
                + members.map(write))
    }
}
