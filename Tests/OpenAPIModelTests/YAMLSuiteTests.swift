import Foundation
import Testing

@testable import OpenAPIModel

/// yaml-test-suite, read where the shared test data is there.
///
/// A case passes where it is rejected as it must be, or has no errors and the very tree that its JSON has.
/// `YAMLSuite.refused` and `YAMLSuite.known` are the exceptions, and are wrong where their cases pass.
@Suite struct YAMLSuiteTests {
    /// One case: its name (`3RLN/00`), text, JSON if there is one, and whether it must be rejected.
    struct Case {
        let name: String
        let text: [UInt8]
        let json: [UInt8]?
        let isError: Bool

        init?(_ folder: URL, name: String) {
            func file(_ name: String) -> [UInt8]? {
                (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
            }
            guard let text = file("in.yaml") else { return nil }
            self.name = name
            self.text = text
            json = file("in.json")
            isError = file("error") != nil
        }
    }

    static let cases: [Case] = {
        let root = CorpusTests.shared.appendingPathComponent("suites/yaml")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        let folders = names.filter { $0.hasSuffix("/in.yaml") }.map { String($0.dropLast("/in.yaml".count)) }.sorted()
        if folders.isEmpty { print("YAML suite skipped: nothing in \(root.path)") }
        return folders.compactMap { Case(root.appendingPathComponent($0), name: $0) }
    }()

    @Test func everyCaseEndsAsItShould() {
        for item in YAMLSuiteTests.cases {
            let outcome = outcome(of: item)
            if let rule = YAMLSuite.refused[item.name] {
                #expect(outcome == "refused: \(rule)", "\(item.name) is listed as refused for \(rule)")
            } else if let known = YAMLSuite.known[item.name] {
                #expect(outcome != nil, "\(item.name) passes; take it off the list: \(known)")
            } else {
                #expect(outcome == nil, "\(item.name)")
            }
        }
    }

    @Test func theListsNameCasesThatExist() {
        let names = Set(YAMLSuiteTests.cases.map(\.name))
        guard !names.isEmpty else { return }
        #expect(names.count > 400)
        #expect(Set(YAMLSuite.refused.keys).subtracting(names) == [])
        #expect(Set(YAMLSuite.known.keys).subtracting(names) == [])
        #expect(Set(YAMLSuite.refused.keys).intersection(YAMLSuite.known.keys) == [])
    }

    /// What is wrong with how a case ended; nil where it passed.
    private func outcome(of item: Case) -> String? {
        let parsed = Parsed(bytes: item.text)
        let rules = parsed.diagnostics.list.filter { $0.severity == .error }.map(\.rule)
        if item.isError { return rules.isEmpty ? "accepted" : nil }
        if let rule = rules.first { return rule == "yaml-syntax" ? "syntax: \(parsed.reports)" : "refused: \(rule)" }
        guard let json = item.json else { return nil }
        let expected = Parsed(bytes: json, path: "in.json")
        guard let root = parsed.root, let expectedRoot = expected.root else { return "no tree" }
        let difference = TreeComparison(parsed.arena, expected.arena).difference(root, expectedRoot, at: "")
        return difference
    }
}

/// Compares what was read from YAML with what was read from JSON.
struct TreeComparison {
    let yaml: NodeArena
    let json: NodeArena

    init(_ yaml: NodeArena, _ json: NodeArena) {
        self.yaml = yaml
        self.json = json
    }

    /// Where two trees differ first.
    func difference(_ left: Node, _ right: Node, at path: String) -> String? {
        switch json.kind(right) {
        case .mapping: return yaml.kind(left) == .mapping ? mappings(left, right, path) : unlike(left, right, path)
        case .sequence: return yaml.kind(left) == .sequence ? sequences(left, right, path) : unlike(left, right, path)
        case .integer, .number:
            let isEqual = yaml.double(left) == json.double(right)
            return isEqual ? nil : unlike(left, right, path)
        case .boolean: return yaml.boolean(left) == json.boolean(right) ? nil : unlike(left, right, path)
        case .null: return yaml.kind(left) == .null ? nil : unlike(left, right, path)
        case .string: return yaml.string(left) == json.string(right) ? nil : unlike(left, right, path)
        }
    }

    private func mappings(_ left: Node, _ right: Node, _ path: String) -> String? {
        let (first, second) = (yaml.entries(of: left), json.entries(of: right))
        guard Set(first.map(\.key)) == Set(second.map(\.key)) else { return "\(path): keys \(first.map(\.key))" }
        for one in first {
            guard let other = json.value(in: right, for: one.key) else { continue }
            if let found = difference(one.value, other, at: "\(path)/\(one.key)") { return found }
        }
        return nil
    }

    private func sequences(_ left: Node, _ right: Node, _ path: String) -> String? {
        let (first, second) = (yaml.elements(of: left), json.elements(of: right))
        guard first.count == second.count else { return "\(path): \(first.count) elements" }
        for (index, pair) in zip(first, second).enumerated() {
            if let found = difference(pair.0, pair.1, at: "\(path)/\(index)") { return found }
        }
        return nil
    }

    private func unlike(_ left: Node, _ right: Node, _ path: String) -> String {
        let texts = (yaml.scalarText(left) ?? "", json.scalarText(right) ?? "")
        return "\(path): \(yaml.kind(left).name) \(texts.0.debugDescription), not \(texts.1.debugDescription)"
    }
}
