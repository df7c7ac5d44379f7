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
        let configurations = hasPaths ? [] : try targets.flatMap(TargetConfiguration.all).map(\.url.path)
        guard hasPaths || !configurations.isEmpty else {
            return Diagnostics.error("no target has a trunkline.yaml; name a specification")
        }
        try run(try context.tool(named: "trunkline").url, ["validate"] + configurations + rest)
    }
}
