/// How long the stages of a run take, each without the stages that it calls.
///
/// For example, `bind` reads files (`load`), parses them (`parse`) and reads objects (`read`); what is left is its own.
package final class Stopwatch {
    private let clock = ContinuousClock()
    private var open: [(stage: String, since: ContinuousClock.Instant)] = []
    /// In the order in which the stages began first.
    package private(set) var stages: [(name: String, time: Duration)] = []

    package init() {}

    /// Runs a stage and adds its time.
    package func measure<Value>(_ stage: String, _ body: () throws -> Value) rethrows -> Value {
        let now = clock.now
        if let outer = open.last { add(now - outer.since, to: outer.stage) }
        add(.zero, to: stage)
        open.append((stage, now))
        defer { close() }
        return try body()
    }

    private func close() {
        let now = clock.now
        guard let inner = open.popLast() else { return }
        add(now - inner.since, to: inner.stage)
        if let outer = open.indices.last { open[outer].since = now }
    }

    private func add(_ time: Duration, to stage: String) {
        if let index = stages.firstIndex(where: { $0.name == stage }) {
            stages[index].time += time
        } else {
            stages.append((stage, time))
        }
    }
}

extension Stopwatch? {
    /// Runs a stage, measured where somebody wants to know.
    package func measure<Value>(_ stage: String, _ body: () throws -> Value) rethrows -> Value {
        guard let self else { return try body() }
        return try self.measure(stage, body)
    }
}
