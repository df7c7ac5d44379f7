import Foundation
import PackagePlugin

/// `swift package generate-api-code`: writes the module of each `trunkline.yaml` in the package's targets.
///
/// A configuration says with `output` where its files go, relative to itself; without, they go to a folder `Generated`
/// beside it.
@main
struct GenerateAPICode: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let configurations = targets.compactMap { $0 as? SourceModuleTarget }.flatMap(configurations)
        guard !configurations.isEmpty else {
            Diagnostics.error("no target has a trunkline.yaml; put one beside the sources that are to be generated")
            return
        }
        let tool = try context.tool(named: "trunkline")
        for configuration in configurations {
            try run(
                tool.url, ["generate", configuration.path] + output(of: configuration) + extractor.remainingArguments)
        }
    }

    /// The configurations in a target's folder.
    private func configurations(in target: SourceModuleTarget) -> [URL] {
        let files = FileManager.default.enumerator(at: target.directoryURL, includingPropertiesForKeys: nil)
        let found = files?.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "trunkline.yaml" }
        return (found ?? []).sorted { $0.path < $1.path }
    }

    /// The folder that is written, where the configuration does not say.
    private func output(of configuration: URL) throws -> [String] {
        let text = try String(contentsOf: configuration, encoding: .utf8)
        guard !text.split(separator: "\n").contains(where: { $0.hasPrefix("output:") }) else { return [] }
        return ["--output", configuration.deletingLastPathComponent().appendingPathComponent("Generated").path]
    }

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
