import Foundation
import PackagePlugin

/// Generates the modules of the `trunkline.yaml`s in a target's folder when the target is built.
///
/// Nothing is written into the package. Where a target has several specifications, each has a `namespace`.
@main
struct BuildAPICode: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let configurations = try TargetConfiguration.all(in: target)
        guard !configurations.isEmpty else {
            Diagnostics.error("target \(target.name) has no trunkline.yaml; put one beside its specification")
            return []
        }
        let complaints = complaints(about: configurations, of: target)
        for complaint in complaints { Diagnostics.error(complaint) }
        guard complaints.isEmpty else { return [] }
        let tool = try context.tool(named: "trunkline").url
        return configurations.map { command($0, tool: tool, folder: context.pluginWorkDirectoryURL) }
    }

    /// What keeps the modules from being generated into one target, each at its configuration.
    private func complaints(about configurations: [TargetConfiguration], of target: any Target) -> [String] {
        var namespaces: Set<String> = []
        return configurations.compactMap { configuration in
            let place = "\(configuration.url.path):1: "
            guard configuration.value("specification") != nil else {
                return place + "`specification` is missing, or has no line of its own"
            }
            guard configurations.count > 1 else { return nil }
            guard let namespace = configuration.value("namespace") else {
                return place + "target \(target.name) has several specifications, so each needs a `namespace`, "
                    + "for example `namespace: \(configuration.value("module") ?? "Pets")`"
            }
            guard !namespaces.insert(namespace).inserted else { return nil }
            return place + "another specification of target \(target.name) has the namespace \(namespace)"
        }
    }

    private func command(_ configuration: TargetConfiguration, tool: URL, folder: URL) -> Command {
        let name = configuration.value("namespace") ?? configuration.value("module") ?? "API"
        let specification = configuration.file("specification")
        let output = folder.appending(path: name)
        return .buildCommand(
            displayName: "Generating \(name) from \(specification?.lastPathComponent ?? configuration.url.path)",
            executable: tool,
            arguments: [
                "generate", configuration.url.path, "--output", output.path, "--file-prefix", name + "+",
                "--no-summary",
            ],
            inputFiles: [configuration.url] + (specification.map(description) ?? []),
            // As `generatedFileNames` of the tool has them.
            outputFiles: ["Client", "Models", "Operations", "Requests"].map {
                output.appending(path: "\(name)+\($0).swift")
            })
    }

    /// A specification and every file that it may reach, now or after a change: the plugin is not asked again when a file is
    /// edited.
    private func description(_ specification: URL) -> [URL] {
        let others = TargetConfiguration.files(below: specification.deletingLastPathComponent()).filter { file in
            ["yaml", "yml", "json"].contains(file.pathExtension.lowercased()) && file.path != specification.path
                && !file.lastPathComponent.hasSuffix(TargetConfiguration.name)
        }
        return [specification] + others
    }
}
