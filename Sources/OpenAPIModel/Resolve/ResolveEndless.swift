extension Resolver {
    /// Keeps lists and maps that consist of nothing but each other as JSON: no type has an end that would name them.
    ///
    /// For example, a `Tree` that is a list of `Tree`.
    mutating func resolveEndlessTypes() {
        for id in api.typeIDs where isEndless(id) {
            api[id].shape = .any
            reportUnsupported(
                "a type that is made of itself alone", at: api[id].origin, instead: "its elements are kept as JSON")
        }
    }

    /// Whether the elements of a list or map lead back to it without an object or union on the way.
    private func isEndless(_ id: TypeID) -> Bool {
        var seen: Set<TypeID> = []
        var current = id
        while let element = element(of: current) {
            if element == id { return true }
            guard seen.insert(element).inserted else { return false }
            current = element
        }
        return false
    }

    private func element(of id: TypeID) -> TypeID? {
        switch api[id].shape {
        case .array(let element): element.type
        case .map(let value): value.type
        case .object, .tuple, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .union, .any, .never:
            nil
        }
    }
}
