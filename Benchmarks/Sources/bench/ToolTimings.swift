import Foundation

/// What `trunkline … --timings` prints.
struct ToolTimings: Decodable {
    struct Stage: Decodable {
        let name: String
        let milliseconds: Double
    }

    let stages: [Stage]
    let milliseconds: Double
    let peakMemoryBytes: Int

    /// What some of the stages took, in seconds.
    func seconds(_ names: Set<String>) -> Double {
        stages.filter { names.contains($0.name) }.reduce(0) { $0 + $1.milliseconds } / 1000
    }

    var megabytes: Double { Double(peakMemoryBytes) / 1e6 }
}

/// Runs the tool with `--timings`; its findings are not told.
func timings(_ arguments: [String], accepting statuses: Set<Int32> = [0], _ workspace: Workspace) throws -> ToolTimings
{
    let program = workspace.build.appending(path: "trunkline").path(percentEncoded: false)
    let output = workspace.scratch.appending(path: "timings.json")
    try run(
        program, arguments + ["--timings", "--quiet"], output: output.path(percentEncoded: false), errors: "/dev/null",
        accepting: statuses)
    return try JSONDecoder().decode(ToolTimings.self, from: Data(contentsOf: output))
}
