/// A declaration of a generated `Models.swift` or `Requests.swift`, as far as a twin needs it.
public enum GeneratedType: Sendable {
    case structure(Structure)
    case enumeration(Enumeration)
    case union(Union)

    /// An object with members.
    public struct Structure: Sendable {
        var name: String
        var members: [Member] = []
        /// The structure that keeps further members.
        var base: String?
        /// Whether the generated structure can be made by hand, so that it has a memberwise initialiser.
        var isMutable = false
        /// Whether it keeps members that the specification does not name.
        var isOpen = false
    }

    /// A stored property.
    struct Member: Sendable {
        var name: String
        var type: String
        var wireName: String
        var isVariable: Bool
    }

    /// A string with named values.
    public struct Enumeration: Sendable {
        var name: String
        var values: [(name: String, text: String)] = []
        /// Whether it takes values that the specification does not name.
        var isOpen = false
    }

    /// One of several types.
    public struct Union: Sendable {
        var name: String
        var cases: [(name: String, type: String)] = []
        /// The member that decides; nil where the kind of value does.
        var discriminator: String?
        /// What a variant's tag may be, spelled as in the source.
        var tags: [(tags: String, variant: String)] = []
        /// The kind of value of a variant, for example `string`.
        var kinds: [(kind: String, variant: String)] = []
        /// The structure that keeps members of all variants.
        var base: String?
        /// Members of all variants.
        var getters: [(name: String, type: String)] = []
    }
}
