import ArgumentParser
import OpenAPIAnalysis
import OpenAPIModel

/// `trunkline rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Lists the rules that specifications are checked by.")

    @Option(help: "Only the rules of this set: minimal, recommended or strict.")
    var ruleSet = RuleSet.strict

    func run() {
        print(list(Rule.all.filter { $0.set <= ruleSet }), terminator: "")
    }
}

/// `trunkline explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Prints what a rule demands, with a good and a bad example.")

    @Argument(help: "The id of a rule, as it stands behind a finding.")
    var rule: String

    func run() throws {
        guard let found = Rule.byID[rule] else {
            let meant = suggestion(for: rule, among: Rule.all.map(\.id)).map { "; did you mean `\($0)`?" } ?? ""
            throw ValidationError("There is no rule `\(rule)`\(meant)")
        }
        print(page(of: found), terminator: "")
    }
}

extension RuleSet: ExpressibleByArgument {}
