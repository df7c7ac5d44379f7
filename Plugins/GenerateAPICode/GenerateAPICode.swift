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
        let configurations = try targets.flatMap(TargetConfiguration.all)
        guard !configurations.isEmpty else {
            return Diagnostics.error("no target has a trunkline.yaml; put one beside its specification")
        }
        let tool = try context.tool(named: "trunkline").url
        for configuration in configurations {
            try run(
                tool, ["generate", configuration.url.path] + output(of: configuration) + extractor.remainingArguments)
        }
    }

    /// The folder that is written, where the configuration does not say.
    private func output(of configuration: TargetConfiguration) -> [String] {
        guard configuration.value("output") == nil else { return [] }
        return ["--output", configuration.url.deletingLastPathComponent().appending(path: "Generated").path]
    }
}
