extension Resolver {
    /// How many lists and maps a type may consist of; the compiler has to spell them all.
    static let greatestNesting = 32

    /// Keeps lists and maps that consist of nothing but each other as JSON, and what is nested in very many of them: no type
    /// has an end that would name them, or one that is worth naming.
    ///
    /// For example, a `Tree` that is a list of `Tree`.
    mutating func resolveEndlessTypes() {
        var nesting: [TypeID: Int] = [:]
        for start in api.typeIDs where nesting[start] == nil {
            var path: [TypeID] = []
            var current = start
            while nesting[current] == nil {
                nesting[current] = 0
                path.append(current)
                guard let element = element(of: current) else { break }
                current = element
                guard isOpen(element, nesting, path) else { continue }
                keepAsJSON(element, "a type that is made of itself alone")
                break
            }
            measure(path, &nesting)
        }
    }

    /// Whether a list leads back to one on the path to it.
    private func isOpen(_ element: TypeID, _ nesting: [TypeID: Int], _ path: [TypeID]) -> Bool {
        nesting[element] == 0 && self.element(of: element) != nil && path.contains(element)
    }

    /// Notes how many lists and maps each type of a path consists of, from the end of the path.
    private mutating func measure(_ path: [TypeID], _ nesting: inout [TypeID: Int]) {
        for type in path.reversed() {
            guard let element = element(of: type) else { continue }
            let depth = (nesting[element] ?? 0) + 1
            if depth > Self.greatestNesting {
                keepAsJSON(type, "a list in more than \(Self.greatestNesting) lists")
            } else {
                nesting[type] = depth
            }
        }
    }

    private mutating func keepAsJSON(_ type: TypeID, _ what: String) {
        api[type].shape = .any
        reportUnsupported(what, at: api[type].origin, instead: "its elements are kept as JSON")
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
