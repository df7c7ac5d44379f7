import Foundation

/// How long `trunkline generate` takes for the three specifications in one process.
func measureGenerating(_ workspace: Workspace, runs: Int) throws -> [Row] {
    let program = workspace.build.appending(path: "trunkline").path(percentEncoded: false)
    let specifications = ["identitycall", "topcalls", "vapi"].map {
        workspace.root.appending(path: "specs/\($0)").path(percentEncoded: false)
    }
    let output = workspace.scratch.appending(path: "generate.txt").path(percentEncoded: false)
    let figures = try alternate(["generate"], runs: max(runs, 15)) { _ in
        let cost = try run(program, ["generate", "--check", "--quiet"] + specifications, output: output)
        return [cost.wall, try timings(["generate", "--check"] + specifications, workspace).megabytes]
    }
    let seconds = figures["generate"]?[0] ?? .nan
    return [
        Row(name: "generating the three modules", ours: seconds, unit: "s", target: .below(0.1)),
        Row(name: "memory for that", ours: figures["generate"]?[1] ?? .nan, unit: "MB"),
    ]
}
