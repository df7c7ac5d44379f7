import OpenAPIModel

extension Rule {
    static let pathAmbiguous = Rule(
        "path-ambiguous", "No address fits two paths of which neither is the more exact one.",
        section: "path-templating-matching", .warning, in: .recommended,
        good: """
            paths:
              /pets/mine: {}
              /pets/{id}: {}
            """,
        bad: """
            paths:
              /{kind}/mine: {}
              /pets/{id}: {}
            """,
        .description { findings in
            let sites = findings.survey.pathItems.filter { $0.place == .path }
            var search = AmbiguitySearch(sites.map(\.name))
            for clash in search.run() { findings.report(clash, sites) }
            guard let unseen = search.unseen else { return }
            findings.report(
                "this path and later ones are compared with no others: paths are templates in too many ways",
                at: sites[unseen].nameRange)
        })
}

extension RuleFindings {
    fileprivate mutating func report(_ clash: AmbiguitySearch.Clash, _ sites: [PathItemSite]) {
        let first = sites[clash.first]
        let others = clash.count > 1 ? " (and \(clash.count - 1) more)" : ""
        report(
            "an address may fit this path and `\(first.name)`\(others)", at: sites[clash.path].nameRange,
            related: [.init("the other one is here", first.nameRange)])
    }
}

/// Looks for paths that fit one address where each is the more exact one somewhere.
///
/// Paths are sorted by which of their segments are templates. Of two such shapes with as many segments, one has a template
/// where the other has none and the other way round; then paths clash that agree where neither has one. So each path is
/// looked up once for every shape.
private struct AmbiguitySearch {
    /// A path that clashes with earlier ones, by their places in the list.
    struct Clash {
        let path: Int
        var first: Int
        var count: Int
    }

    /// Paths that have templates in the same segments.
    private struct Shape {
        let isTemplate: [Bool]
        var paths: [Int] = []

        /// Whether each of two shapes is more exact than the other somewhere.
        func clashes(with other: Shape) -> Bool {
            var (isMoreExact, isLessExact) = (false, false)
            for (own, others) in zip(isTemplate, other.isTemplate) where own != others {
                if own { isLessExact = true } else { isMoreExact = true }
            }
            return isMoreExact && isLessExact
        }
    }

    /// How many look-ups and comparisons are made; real documents need some thousands.
    private static let greatestCount = 10_000_000

    private let segments: [[String]]
    private var shapes: [[Bool]: Shape] = [:]
    private var clashes: [Int: Clash] = [:]
    private var stepsLeft = greatestCount
    /// The first path that was not compared with all others.
    private(set) var unseen: Int?

    init(_ paths: [String]) {
        segments = paths.map { path in
            path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { pathShape(String($0)) }
        }
        for (index, segments) in segments.enumerated() {
            let isTemplate = segments.map { $0 == "{}" }
            shapes[isTemplate, default: Shape(isTemplate: isTemplate)].paths.append(index)
        }
    }

    /// The clashes in the order of the paths.
    mutating func run() -> [Clash] {
        let byLength = Dictionary(grouping: shapes.values, by: \.isTemplate.count)
        for (_, group) in byLength.sorted(by: { $0.key < $1.key }) {
            let shapes = group.filter { $0.isTemplate.contains(true) }.sorted { $0.paths[0] < $1.paths[0] }
            for shape in shapes { compare(shape, with: shapes) }
        }
        return clashes.values.sorted { $0.path < $1.path }
    }

    private mutating func compare(_ shape: Shape, with others: [Shape]) {
        for other in others {
            stepsLeft -= shape.isTemplate.count
            guard stepsLeft > 0 else {
                unseen = min(unseen ?? .max, shape.paths[0])
                return
            }
            if shape.clashes(with: other) { find(other, for: shape) }
        }
    }

    /// Finds the paths of a shape that earlier ones of another shape clash with.
    private mutating func find(_ other: Shape, for shape: Shape) {
        let shared = shape.isTemplate.indices.filter { !shape.isTemplate[$0] && !other.isTemplate[$0] }
        stepsLeft -= (shape.paths.count + other.paths.count) * (shared.count + 1)
        let rivals = Dictionary(grouping: other.paths) { path in shared.map { segments[path][$0] } }
        for path in shape.paths {
            guard let found = rivals[shared.map { segments[path][$0] }], let first = found.first, first < path else {
                continue
            }
            let count = found.partitioningIndex { $0 >= path }
            var clash = clashes[path] ?? Clash(path: path, first: first, count: 0)
            clash.first = min(clash.first, first)
            clash.count += count
            clashes[path] = clash
        }
    }
}

extension [Int] {
    /// The first place from which on a condition holds in a list where it holds for all that follow.
    fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
