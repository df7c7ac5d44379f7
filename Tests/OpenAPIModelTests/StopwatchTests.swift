import Testing

@testable import OpenAPIModel

@Suite struct StopwatchTests {
    /// Keeps the processor busy for a while.
    private func work(_ milliseconds: Int) {
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(milliseconds)
        while clock.now < end {}
    }

    @Test func aStageIsMeasuredWithoutThoseItCalls() {
        let stopwatch = Stopwatch()
        let whole = ContinuousClock().measure {
            stopwatch.measure("outer") {
                work(2)
                stopwatch.measure("inner") { work(30) }
                stopwatch.measure("inner") { work(30) }
            }
        }
        #expect(stopwatch.stages.map(\.name) == ["outer", "inner"])
        let times = stopwatch.stages.map(\.time)
        #expect(times[1] >= .milliseconds(60))
        #expect(times[0] >= .milliseconds(2))
        #expect(times[0] + times[1] <= whole)
    }

    @Test func theStagesOfReadingAreNamed() {
        let stopwatch = Stopwatch()
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let provider = FileProvider { _ in
            Array("openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents: { schemas: { A: {} } }\n".utf8)
        }
        _ = bind(entry: "a.yaml", provider: provider, files: &files, stopwatch: stopwatch, diagnostics: &diagnostics)
        #expect(stopwatch.stages.map(\.name) == ["load", "parse", "read"])
    }
}
