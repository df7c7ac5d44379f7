/// One of several types.
package struct UnionShape: Sendable {
    package var variants: [Variant] = []
    /// The member whose value tells the objects apart, as the specification says.
    package var discriminator: Discriminator?
    package var decision = Decision.undecided
    /// What stands beside a string, where these two are all there is and the specification has no name for them: the
    /// runtime's `StringOr` is such a union, so that none is declared.
    package var besideString: TypeUse?

    /// One of the types.
    package struct Variant: Sendable {
        package var use: TypeUse
        /// The values of the discriminator that mean this variant; none where there is no discriminator.
        package var tags: [String] = []
        /// What the variant is called by: its tag, its component or its kind.
        package var label: String
        /// The name of the component that the variant is.
        package let name: String?
        /// What a discriminator's mapping can speak of.
        package var schema: SchemaID?
        package let origin: Node
    }

    /// What a Discriminator object says.
    package struct Discriminator: Sendable {
        package let member: String
        package var mapping: [(tag: String, schema: SchemaID)] = []
        /// The schema of values whose tag is missing or not known.
        package var fallback: SchemaID?
    }

    /// How the variant of a value is found, without trying one after the other.
    package indirect enum Decision: Sendable {
        /// It is this one, by its place.
        case variant(Int)
        /// None that the specification names.
        case unknown
        /// By the value of a member, which is text or else an integer or a boolean.
        case tag(String, isText: Bool, [TagArm], otherwise: Decision)
        /// By members that are all there.
        case members([String], Decision, otherwise: Decision)
        /// By the kind of a member's value.
        case memberKind(String, [KindArm], otherwise: Decision)
        /// By the kind of the value.
        case kind([KindArm], otherwise: Decision)
        /// By the kind of an array's first element that is not null; an array without one is decided by `empty`.
        case elementKind([KindArm], empty: Decision, otherwise: Decision)
        /// Nothing tells the variants apart.
        case undecided
    }

    /// What values of a discriminating member mean.
    package struct TagArm: Sendable {
        package let tags: [String]
        package let decision: Decision
    }

    /// What kinds of values mean.
    package struct KindArm: Sendable {
        package let kinds: [JSONKind]
        /// Whether only integers are meant, for another variant takes the other numbers.
        package var isIntegral = false
        package let decision: Decision
    }

    /// A kind of JSON value, as far as a union can be decided by it.
    package enum JSONKind: String, Sendable, Hashable, CaseIterable {
        case boolean, number, string, array, object
    }
}

extension UnionShape.Decision {
    /// Whether a value can turn out to be none of the variants.
    package var canBeUnknown: Bool {
        switch self {
        case .unknown: true
        case .variant, .undecided: false
        case .tag(_, _, let arms, let otherwise):
            otherwise.canBeUnknown || arms.contains { $0.decision.canBeUnknown }
        case .members(_, let found, let otherwise): found.canBeUnknown || otherwise.canBeUnknown
        case .memberKind(_, let arms, let otherwise), .kind(let arms, let otherwise):
            otherwise.canBeUnknown || arms.contains { $0.decision.canBeUnknown }
        case .elementKind(let arms, let empty, let otherwise):
            empty.canBeUnknown || otherwise.canBeUnknown || arms.contains { $0.decision.canBeUnknown }
        }
    }

    package var isUndecided: Bool { if case .undecided = self { true } else { false } }
}
