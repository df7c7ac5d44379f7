import OpenAPIModel

/// The findings of a run with their places worked out, to be printed in any form.
package struct Report: Sendable {
    /// A stretch of a file.
    package struct Place: Sendable, Hashable {
        package let path: String
        package let start: SourceLocation
        /// Behind the last character.
        package let end: SourceLocation
    }

    /// One finding.
    package struct Finding: Sendable {
        package let severity: Severity
        package let rule: String
        package let message: String
        package let help: String?
        /// The file, where there is one.
        package let path: String?
        package let place: Place?
        /// The place in the document, for example `/paths/~1pets/get`.
        package let pointer: String?
        /// What stays the same when lines move.
        package let fingerprint: String
        package let related: [Related]
        /// Which finding of which specification it is.
        let origin: Origin
    }

    /// The places of a finding in the list of specifications and in that of its specification's findings.
    struct Origin: Sendable, Hashable {
        let specification: Int
        let index: Int
    }

    /// Another place that explains a finding.
    package struct Related: Sendable {
        package let message: String
        package let place: Place
    }

    /// The inputs of the run.
    package let specifications: [String]
    package let findings: [Finding]
    /// How many findings more there are than may be shown.
    package let omittedCount: Int

    /// How many findings are left out because they were known before.
    package let knownCount: Int
    /// How many of the findings, shown or not, are of each severity.
    package let counts: [Severity: Int]
    private let checked: [CheckedSpecification]

    /// - Parameters:
    ///   - known: The fingerprints of findings that are left out.
    ///   - maximumCount: How many findings are kept, the worst of them.
    package init(_ checked: [CheckedSpecification], known: Set<String> = [], maximumCount: Int? = nil) {
        self.checked = checked
        specifications = checked.map(\.input)
        var locator = Locator()
        let all = checked.enumerated().flatMap { locator.findings(of: $0.element, $0.offset) }
        let new = all.filter { !known.contains($0.fingerprint) }
        knownCount = all.count - new.count
        counts = Dictionary(new.map { ($0.severity, 1) }, uniquingKeysWith: +)
        findings = new.worst(maximumCount)
        omittedCount = new.count - findings.count
    }

    /// The findings for people, each with the lines of its file.
    ///
    /// - Parameter least: The severity from which on findings are shown.
    package func text(color: Bool, only least: Severity = .note) -> String {
        checked.enumerated().map { specification, checked in
            let shown = findings.filter { $0.origin.specification == specification && $0.severity >= least }
            return render(shown.map { checked.findings[$0.origin.index] }, files: checked.files, color: color)
        }
        .joined()
    }

    /// Where the rules of the findings are explained, a line for each.
    package var links: String {
        let ids = Set(findings.map(\.rule)).sorted()
        return ids.compactMap { id in Rule.byID[id]?.link.map { "\(id): \($0)\n" } }.joined()
    }

    package func count(_ severity: Severity) -> Int { counts[severity] ?? 0 }
}

extension Array {
    /// The worst of the findings, in their order.
    fileprivate func worst(_ count: Int?) -> [Element] where Element == Report.Finding {
        guard let count, self.count > count else { return self }
        let ranked = enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
        return ranked.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
    }
}

/// Works out lines, columns and pointers, and remembers the line tables of the files.
private struct Locator {
    private var tables: [String: LineTable] = [:]
    private var occurrences: [String: Int] = [:]

    mutating func findings(of checked: CheckedSpecification, _ specification: Int) -> [Report.Finding] {
        let nodes = checked.nodes()
        tables = [:]
        return checked.findings.enumerated().map { index, finding in
            let place = finding.range.map { self.place($0, checked.files) }
            let pointer = finding.range.flatMap { nodes[$0] }.flatMap { checked.description?.arena.pointer(of: $0) }
            let path = place?.path ?? finding.path ?? checked.input
            return Report.Finding(
                severity: finding.severity, rule: finding.rule, message: finding.message, help: finding.help,
                path: path, place: place, pointer: pointer?.description,
                fingerprint: fingerprint(finding, path, pointer, checked),
                related: finding.related.map { .init(message: $0.message, place: self.place($0.range, checked.files)) },
                origin: .init(specification: specification, index: index))
        }
    }

    private mutating func place(_ range: SourceRange, _ files: SourceFiles) -> Report.Place {
        let file = files[range.file]
        let table = tables[file.path] ?? file.lineTable
        tables[file.path] = table
        return Report.Place(
            path: file.path, start: table.location(at: Int(range.start), in: file),
            end: table.location(at: Int(range.end), in: file))
    }

    /// A finding is the same one where rule, file, way to the place and text are; positions in lists do not count.
    private mutating func fingerprint(
        _ finding: Diagnostic, _ path: String, _ pointer: JSONPointer?, _ checked: CheckedSpecification
    ) -> String {
        let way = pointer.map {
            $0.tokens.map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && $0.count < 3 ? "*" : $0 }
        }
        let text = finding.range.map { String(checked.files.text(of: Self.beginning(of: $0)).prefix(200)) } ?? ""
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let parts = [finding.rule, name, (way ?? []).joined(separator: "/"), finding.message, text]
        let key = parts.joined(separator: "\u{0}")
        let count = occurrences[key, default: 0]
        occurrences[key] = count + 1
        return hash("\(key)\u{0}\(count)")
    }

    /// As much of a range as can tell findings apart; whole documents are a range, too.
    private static func beginning(of range: SourceRange) -> SourceRange {
        SourceRange(
            file: range.file, start: range.start, end: min(range.end, range.start &+ min(4000, .max - range.start)))
    }

    /// FNV-1a with 64 bits, in hexadecimal digits.
    private func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
