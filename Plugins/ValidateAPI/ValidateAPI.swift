import Foundation
import PackagePlugin

/// `swift package validate-api`: checks the specification of each `trunkline.yaml` in the package's targets.
///
/// With paths, those are checked instead: `swift package validate-api specs/openapi.yaml --format github`.
@main
struct ValidateAPI: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let rest = extractor.remainingArguments
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let hasPaths = rest.contains { !$0.hasPrefix("-") && FileManager.default.fileExists(atPath: $0) }
        let configurations =
            hasPaths ? [] : targets.compactMap { $0 as? SourceModuleTarget }.flatMap(configurations).map(\.path)
        guard hasPaths || !configurations.isEmpty else {
            Diagnostics.error("no target has a trunkline.yaml; name a specification")
            return
        }
        try run(try context.tool(named: "trunkline").url, ["validate"] + configurations + rest)
    }

    /// The configurations in a target's folder.
    private func configurations(in target: SourceModuleTarget) -> [URL] {
        let files = FileManager.default.enumerator(at: target.directoryURL, includingPropertiesForKeys: nil)
        let found = files?.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "trunkline.yaml" }
        return (found ?? []).sorted { $0.path < $1.path }
    }

    /// Runs the tool; the findings are its own to print.
    private func run(_ tool: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            Diagnostics.error("trunkline ended with status \(process.terminationStatus)")
            return
        }
    }
}
