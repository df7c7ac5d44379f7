import Foundation

// bench [coding] [compiling] [generating] [reading] [--runs <number>]: measures, prints one table, and says whether all targets are met.
do {
    let options = try BenchOptions(CommandLine.arguments.dropFirst())
    let workspace = try Workspace()
    var rows: [Row] = []
    if options.sections.contains(.coding) { rows += try measureCoding(workspace, runs: options.runs) }
    if options.sections.contains(.compiling) { rows += try measureCompiling(workspace, runs: options.runs) }
    if options.sections.contains(.generating) { rows += try measureGenerating(workspace, runs: options.runs) }
    if options.sections.contains(.reading) { rows += try measureReading(workspace, runs: options.runs) }
    try workspace.clear()
    print(table(rows))
    print("\n" + machine())
} catch {
    FileHandle.standardError.write(Data("error: \(error)\n".utf8))
    exit(1)
}
