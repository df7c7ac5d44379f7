/// What searching a text for a pattern came to.
package enum PatternOutcome: Sendable {
    case matches, differs
    /// More steps were needed than there are for one search.
    case overBudget
}

/// A regular expression of ECMA-262 as JSON Schema uses it (Draft 2020-12, core, section 6.4): with the flag `u`, found
/// anywhere in a text, over Unicode scalars.
///
/// For example, `^\p{Lu}[a-z]{1,20}$`.
package struct Pattern: Sendable {
    /// How many steps a search may take, and how many more for each scalar of the text.
    package static let greatestSteps = 1_000_000
    private static let stepsPerScalar = 16

    package let text: String
    /// What is wrong with the pattern by the strict grammar, where it is read by that of older scripts (Annex B).
    package let leniency: PatternError?
    private let program: PatternProgram

    /// - Throws: `PatternError` where ECMA-262 has no such pattern, with or without the flag `u`.
    package init(_ text: String, ignoresCase: Bool = false) throws(PatternError) {
        self.text = text
        do throws(PatternError) {
            let syntax = try PatternReader.read(text, ignoresCase: ignoresCase, isStrict: true)
            (program, leniency) = (PatternCompiler.compile(syntax), nil)
        } catch let strict {
            do throws(PatternError) {
                let syntax = try PatternReader.read(text, ignoresCase: ignoresCase, isStrict: false)
                (program, leniency) = (PatternCompiler.compile(syntax), strict)
            } catch {
                throw strict
            }
        }
    }

    /// Whether the pattern is found in a text.
    package func search(_ text: String, steps: Int = Pattern.greatestSteps) -> PatternOutcome {
        let scalars = text.unicodeScalars.map(\.value)
        var matcher = PatternMatcher(program, text: scalars, steps: steps + Pattern.stepsPerScalar * scalars.count)
        return matcher.search()
    }

    /// The same with steps that several searches share.
    func search(_ text: String, stepsLeft: inout Int) -> PatternOutcome {
        let scalars = text.unicodeScalars.map(\.value)
        let granted = min(Pattern.greatestSteps + Pattern.stepsPerScalar * scalars.count, stepsLeft)
        var matcher = PatternMatcher(program, text: scalars, steps: granted)
        let outcome = matcher.search()
        stepsLeft -= granted - matcher.stepsLeft
        return outcome
    }
}
