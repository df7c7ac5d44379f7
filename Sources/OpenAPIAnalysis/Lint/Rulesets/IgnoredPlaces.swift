import OpenAPIModel

/// Places where rules are off, as a `.redocly.lint-ignore.yaml` lists them.
struct IgnoredPlaces: Sendable {
    /// The places of one rule in one file.
    private struct Pointers {
        /// Whatever is there or in there is ignored.
        var around: Set<JSONPointer> = []
        /// What holds one of those: another linter may say of a member what is said of its object here.
        var exact: Set<JSONPointer> = []
    }

    private var byRule: [String: [String: Pointers]] = [:]

    var isEmpty: Bool { byRule.isEmpty }

    /// - Parameter path: How the path of the file ends.
    mutating func insert(_ pointer: JSONPointer, of rule: String, in path: String) {
        let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        byRule[rule, default: [:]][path, default: Pointers()].around.insert(pointer)
        guard pointer.tokens.count > 2 else { return }
        byRule[rule]?[path]?.exact.insert(JSONPointer(tokens: pointer.tokens.dropLast()))
    }

    func contain(_ rule: String, at pointer: JSONPointer, in path: String) -> Bool {
        guard let files = byRule[rule] else { return false }
        let parts = path.split(separator: "/")
        for count in 1...max(1, parts.count) {
            guard let pointers = files[parts.suffix(count).joined(separator: "/")] else { continue }
            if pointers.exact.contains(pointer) { return true }
            for length in 0...pointer.tokens.count
            where pointers.around.contains(JSONPointer(tokens: pointer.tokens.prefix(length))) {
                return true
            }
        }
        return false
    }
}
