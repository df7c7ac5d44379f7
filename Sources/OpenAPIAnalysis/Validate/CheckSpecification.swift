import OpenAPIModel
import SwiftEmitter

/// Finds all that is wrong with a description: what breaks a rule, and what the generator would say of it.
///
/// What both find is reported once, by the rule, which looks at everything and not only at what is generated.
package func check(
    _ description: Description, _ configuration: Configuration, rules: [Rule] = Rule.all, stopwatch: Stopwatch? = nil,
    diagnostics: inout Diagnostics
) {
    diagnostics.report(stopwatch.measure("validate") { validate(description, rules: rules) })
    var generated = Diagnostics()
    let api = stopwatch.measure("resolve") { resolve(description, configuration, diagnostics: &generated) }
    stopwatch.measure("name") {
        _ = name(api, configuration, diagnostics: &generated, arena: description.arena)
    }
    for finding in generated.list where !Rule.ownedByValidation.contains(finding.rule) {
        diagnostics.report(finding)
    }
}

extension Rule {
    /// The rules that validation checks itself, by id.
    static let ownedByValidation = Set(all.lazy.filter { !$0.isFoundElsewhere }.map(\.id))
}
