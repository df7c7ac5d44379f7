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
            let paths = sites.map { AmbiguousPath($0) }
            for group in Dictionary(grouping: paths, by: \.segments.count).values { findings.reportAmbiguous(group) }
        })
}

/// A path in segments; nil for one that a template fills as a whole.
private struct AmbiguousPath {
    let site: PathItemSite
    let segments: [String?]

    init(_ site: PathItemSite) {
        self.site = site
        segments = site.name.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { segment in
            segment.hasPrefix("{") && segment.hasSuffix("}") ? nil : String(segment)
        }
    }

    /// Whether an address fits both, and each is the more exact one somewhere.
    func isAmbiguous(with other: AmbiguousPath) -> Bool {
        var isMoreExact = false
        var isLessExact = false
        for (own, others) in zip(segments, other.segments) {
            switch (own, others) {
            case (nil, nil): break
            case (nil, _): isLessExact = true
            case (_, nil): isMoreExact = true
            case (let own?, let others?): if own != others { return false }
            }
        }
        return isMoreExact && isLessExact
    }
}

extension RuleFindings {
    /// The most paths that one path is compared with.
    private static let comparedCount = 200

    /// Compares the paths of one length: each that begins with a template with those that do not, by their first segments.
    fileprivate mutating func reportAmbiguous(_ group: [AmbiguousPath]) {
        var buckets: [String: [AmbiguousPath]] = [:]
        for path in group {
            let length = path.segments.count
            // Two paths that fit one address agree in every segment that both of them spell out.
            for index in 0..<min(length, 12) {
                guard let segment = path.segments[index] else { continue }
                buckets["\(index) \(segment)", default: []].append(path)
            }
        }
        var seen: Set<String> = []
        for path in group where path.segments.contains(nil) && path.segments.contains(where: { $0 != nil }) {
            let others = candidates(for: path, in: group, buckets)
            for other in others.prefix(Self.comparedCount) where path.isAmbiguous(with: other) {
                let pair = [path, other].sorted { $0.site.nameRange.start < $1.site.nameRange.start }
                guard seen.insert(pair.map(\.site.name).joined(separator: " ")).inserted else { continue }
                report(
                    "an address may fit this path and `\(pair[0].site.name)`", at: pair[1].site.nameRange,
                    related: [.init("the other one is here", pair[0].site.nameRange)])
            }
        }
    }

    /// The paths that may fit an address which a path fits: those that agree in a segment, or all where the group is small.
    private func candidates(
        for path: AmbiguousPath, in group: [AmbiguousPath], _ buckets: [String: [AmbiguousPath]]
    ) -> [AmbiguousPath] {
        guard group.count > Self.comparedCount else { return group }
        let lists = path.segments.enumerated().compactMap { index, segment in
            segment.flatMap { buckets["\(index) \($0)"] }
        }
        return lists.min { $0.count < $1.count } ?? []
    }
}
