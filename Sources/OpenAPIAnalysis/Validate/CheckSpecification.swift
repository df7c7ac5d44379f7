import OpenAPIModel
import SwiftEmitter

/// Finds all that is wrong with a description: what breaks a rule, which values do not fit their schemas, and what the
/// generator would say of it.
///
/// What both find is reported once, by the rule, which looks at everything and not only at what is generated.
package func check(
    _ description: Description, _ configuration: Configuration, settings: LintSettings = LintSettings(),
    stopwatch: Stopwatch? = nil,
    diagnostics: inout Diagnostics
) {
    diagnostics.report(
        validate(description, rules: settings.rules, isStrict: settings.set == .strict, stopwatch: stopwatch))
    var generated = Diagnostics()
    let api = stopwatch.measure("resolve") { resolve(description, configuration, diagnostics: &generated) }
    stopwatch.measure("name") {
        _ = name(api, configuration, diagnostics: &generated, arena: description.arena)
    }
    for finding in generated.list where !isFoundByValidation(finding, description) { diagnostics.report(finding) }
}

/// Whether a finding of the generator is one that a rule reports itself in the version of the file.
private func isFoundByValidation(_ finding: Diagnostic, _ description: Description) -> Bool {
    guard let rule = Rule.byID[finding.rule], !rule.isFoundElsewhere, let range = finding.range else { return false }
    return rule.levels[description.version(of: range.file)] != nil
}
