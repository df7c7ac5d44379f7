/// The findings of a run, each kept once; every stage is given it as `inout`.
package struct Diagnostics: Sendable {
    /// In the order they were reported.
    package private(set) var list: [Diagnostic] = []
    package private(set) var hasErrors = false
    private var known: Set<Diagnostic> = []

    package init() {}

    package var isEmpty: Bool { list.isEmpty }

    /// Adds a finding unless the very same one is there.
    package mutating func report(_ diagnostic: Diagnostic) {
        guard known.insert(diagnostic).inserted else { return }
        list.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    package mutating func report(_ others: Diagnostics) {
        for diagnostic in others.list { report(diagnostic) }
    }

    /// Takes findings back that were reported after a number of others.
    package mutating func removeAll(since count: Int, where isUnwanted: (Diagnostic) -> Bool) {
        list = list[..<count] + list[count...].filter { !isUnwanted($0) }
        hasErrors = list.contains { $0.severity == .error }
    }

    package mutating func error(
        _ rule: String, _ message: String, at range: SourceRange?, help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        report(Diagnostic(.error, rule, message, at: range, help: help, related: related))
    }

    package mutating func warning(
        _ rule: String, _ message: String, at range: SourceRange?, help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        report(Diagnostic(.warning, rule, message, at: range, help: help, related: related))
    }

    /// By file and position; findings of one place stay in the order they were reported, those without a place come first.
    package var sorted: [Diagnostic] {
        list.enumerated().sorted { left, right in
            let (first, second) = (sortKey(left), sortKey(right))
            return first.lexicographicallyPrecedes(second)
        }
        .map(\.element)
    }

    private func sortKey(_ item: (offset: Int, element: Diagnostic)) -> [Int] {
        guard let range = item.element.range else { return [-1, 0, item.offset] }
        return [Int(range.file.index), Int(range.start), item.offset]
    }
}
