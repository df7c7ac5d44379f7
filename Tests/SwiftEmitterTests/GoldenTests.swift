import Foundation
import Testing

/// Every folder in `Tests/Goldens` is a test; `UPDATE_GOLDENS=1` records what comes out, and fails.
@Suite struct GoldenTests {
    @Test(arguments: Golden.all(.generate)) func generates(golden: Golden) throws { try check(golden) }

    @Test(arguments: Golden.all(.validate)) func validates(golden: Golden) throws { try check(golden) }

    @Test(arguments: Golden.all(.bundle)) func bundles(golden: Golden) throws { try check(golden) }

    @Test func thereAreCases() {
        #expect(Golden.all(.generate).count > 30)
        #expect(!Golden.all(.validate).isEmpty)
    }

    private func check(_ golden: Golden) throws {
        let outcome = golden.run()
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try golden.record(outcome)
            Issue.record("\(golden.testDescription) was recorded: read it, then run again without UPDATE_GOLDENS")
            return
        }
        for name in golden.expectedNames {
            let difference = difference(from: golden.expected(name), to: outcome.files[name])
            #expect(difference == nil, "\(golden.testDescription)/\(name)\n\(difference ?? "")")
        }
        #expect(golden.run().files == outcome.files, "\(golden.testDescription): a second run gives something else")
    }

    /// The first lines that differ, in words; nil where the texts are the same.
    private func difference(from expected: String?, to actual: String?) -> String? {
        guard expected != actual else { return nil }
        guard let expected else { return "is not expected, but there is:\n\(actual ?? "")" }
        guard let actual else { return "is expected, but not there" }
        let (old, new) = (lines(expected), lines(actual))
        let first =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        return "line \(first + 1) is expected to be\n\(old[first...].prefix(3).joined(separator: "\n"))\nbut it is\n"
            + new[first...].prefix(3).joined(separator: "\n")
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
