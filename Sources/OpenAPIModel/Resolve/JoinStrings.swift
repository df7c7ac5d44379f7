extension Resolver {
    /// Finds the unions that need no type of their own: a string or something else, where the specification has no name for
    /// the two.
    ///
    /// For example, `customer: { anyOf: [{ type: string }, { $ref: '#/components/schemas/Customer' }] }`.
    mutating func joinStrings() {
        for id in pendingUnions {
            guard case .union(var union) = api[id].shape, !pinnedNodes.contains(api[id].origin),
                let other = typeBesideString(union), isSpelled(other, inside: id)
            else { continue }
            if case .named = api[id].identity { continue }
            union.besideString = other
            api[id].shape = .union(union)
        }
    }

    /// The second of two types, one of which is any string, where the kind of the value tells which it is.
    private func typeBesideString(_ union: UnionShape) -> TypeUse? {
        guard union.variants.count == 2, union.discriminator == nil, case .kind(let arms, .unknown) = union.decision,
            arms.count == 2, arms.allSatisfy({ !$0.isIntegral && $0.decision.isVariant })
        else { return nil }
        let uses = union.variants.map(\.use)
        guard let text = uses.firstIndex(where: isPlainString), !uses[1 - text].isNullable else { return nil }
        return uses[1 - text]
    }

    private func isPlainString(_ use: TypeUse) -> Bool {
        if case .string(format: nil) = api[use.type].shape { !use.isNullable } else { false }
    }

    /// Whether the type can be written as a part of another: it does not lead back to it, and an end comes soon.
    private func isSpelled(_ use: TypeUse, inside union: TypeID) -> Bool {
        var current = use.type
        for _ in 0..<Self.greatestNesting {
            guard current != union else { return false }
            guard let next = typeInside(current) else { return true }
            current = next
        }
        return false
    }

    /// The type that the spelling of another has in it.
    private func typeInside(_ id: TypeID) -> TypeID? {
        switch api[id].shape {
        case .array(let element): element.type
        case .map(let value): value.type
        case .union(let union): union.besideString?.type
        case .object, .tuple, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .any, .never: nil
        }
    }
}

extension UnionShape.Decision {
    fileprivate var isVariant: Bool { if case .variant = self { true } else { false } }
}
