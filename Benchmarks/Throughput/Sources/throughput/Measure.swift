import Foundation

/// What the command line asks for.
struct Options {
    /// How many calls a side makes in a run.
    var calls = 4_000
    /// How often each side is measured.
    var runs = 9
    /// The sides; one alone for a profiler.
    var sides = Side.allCases

    init(_ arguments: ArraySlice<String>) throws(Failure) {
        var rest = arguments
        while let argument = rest.popFirst() {
            let value = rest.popFirst()
            switch (argument, value.flatMap { Int($0) }, value.flatMap { Side(rawValue: $0) }) {
            case ("--calls", let number?, _) where number >= 64: calls = number
            case ("--runs", let number?, _) where number > 0: runs = number
            case ("--side", _, let side?): sides = [side]
            default: throw Failure("\(argument) \(value ?? "") is not --calls, --runs or --side with a value")
            }
        }
    }
}

/// Measures both sides in turn, A B A B …, at several concurrencies.
func measure(_ server: String, _ options: Options) async throws -> [Row] {
    let calls = Dictionary(uniqueKeysWithValues: options.sides.map { ($0, $0.call(server)) })
    var rows: [Row] = []
    for tasks in [1, 8, 64] {
        var costs: [Side: [Cost]] = [:]
        for run in 0...options.runs {
            for side in options.sides {
                guard let call = calls[side] else { continue }
                let cost = try await load(call, calls: options.calls, tasks: tasks)
                // The first opens connections.
                if run > 0 { costs[side, default: []].append(cost) }
            }
        }
        rows += table(of: costs, tasks)
    }
    return rows
}

private func table(of costs: [Side: [Cost]], _ tasks: Int) -> [Row] {
    func figure(_ side: Side, _ value: (Cost) -> Double) -> Double { median((costs[side] ?? []).map(value)) }
    func row(_ name: String, isMoreBetter: Bool = false, _ value: (Cost) -> Double) -> Row {
        Row(
            name: "\(name), \(tasks) at once", ours: figure(.generated, value), other: figure(.handWritten, value),
            isMoreBetter: isMoreBetter)
    }
    return [
        row("calls a second", isMoreBetter: true) { 1 / $0.wall },
        row("CPU time of a call, µs") { $0.processor * 1e6 },
        row("allocations of a call") { $0.allocations },
    ]
}

/// The median of measured figures.
private func median(_ figures: [Double]) -> Double {
    let sorted = figures.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
