import OpenAPIAnalysis
import OpenAPIModel
import SwiftEmitter

extension Module {
    /// What the specification says, by construct, and what became of it; nil where it cannot be read.
    mutating func coverage() -> [CoverageRow]? {
        guard let (path, configuration) = readConfiguration(.init()), let description = bind(path) else { return nil }
        let api = stopwatch.measure("resolve") { resolve(description, configuration, diagnostics: &diagnostics) }
        _ = SwiftEmitter.generate(
            api, configuration, specification: path, arena: description.arena, stopwatch: stopwatch,
            diagnostics: &diagnostics)
        return stopwatch.measure("cover") {
            OpenAPIAnalysis.coverage(of: description, api, configuration, &diagnostics)
        }
    }
}
