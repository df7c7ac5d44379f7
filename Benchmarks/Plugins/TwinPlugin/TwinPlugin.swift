import Foundation
import PackagePlugin

/// Makes the source of a target called `<Module>Twin` from `Generated/<Module>/Models.swift`.
@main
struct TwinPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let module = target.name.replacingOccurrences(of: "Twin", with: "")
        let models = context.package.directoryURL.deletingLastPathComponent()
            .appending(path: "Generated/\(module)/Models.swift")
        let twin = context.pluginWorkDirectoryURL.appending(path: "Models.swift")
        return [
            .buildCommand(
                displayName: "Making \(target.name)", executable: try context.tool(named: "make-twin").url,
                arguments: [models.path(percentEncoded: false), twin.path(percentEncoded: false)],
                inputFiles: [models], outputFiles: [twin])
        ]
    }
}
