import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// What every rule has to have, and that its examples are what they say.
@Suite struct RuleTests {
    private static let checked = Rule.all.filter { !$0.isFoundElsewhere }

    @Test func idsAreUniqueAndInKebabCase() {
        let ids = Rule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(id)") }
    }

    @Test(arguments: checked.map(\.id))
    func examplesAreGoodAndBad(id: String) throws {
        let rule = try #require(Rule.all.first { $0.id == id })
        #expect(rule.summary.hasSuffix("."), "\(id)")
        for version in rule.levels.versions where version != .v2_0 {
            let bad = Validated(RuleDocument.text(rule.bad, version), rules: [rule])
            #expect(bad.findings(id).count == 1, "\(id) \(version): \(bad.findings())")
            #expect(bad.diagnostics.list.contains { $0.rule == id && $0.severity == rule.levels[version] }, "\(id)")
            let good = Validated(RuleDocument.text(rule.good, version), rules: [rule])
            #expect(good.findings(id) == [], "\(id) \(version)")
        }
        let newest = try #require(rule.levels.versions.last)
        let errors = Validated(RuleDocument.text(rule.good, newest)).diagnostics.list.filter { $0.severity == .error }
        #expect(errors.isEmpty, "the good example of \(id) is not good: \(errors.map(\.message))")
    }

    @Test func aRuleSaysNothingOfVersionsThatDoNotHaveIt() throws {
        let rule = try #require(Rule.all.first { $0.id == "tag-parent" })
        #expect(Validated(RuleDocument.text(rule.bad, .v3_1), rules: [rule]).findings("tag-parent") == [])
    }
}
