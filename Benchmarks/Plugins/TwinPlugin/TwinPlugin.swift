import Foundation
import PackagePlugin

/// Makes the source of a target called `<Module>Twin` from the types in `Generated/<Module>`.
@main
struct TwinPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let module = target.name.replacingOccurrences(of: "Twin", with: "")
        let folder = context.package.directoryURL.deletingLastPathComponent().appending(path: "Generated/\(module)")
        let types = ["Models.swift", "Requests.swift"].map { folder.appending(path: $0) }
        let twin = context.pluginWorkDirectoryURL.appending(path: "Twin.swift")
        return [
            .buildCommand(
                displayName: "Making \(target.name)", executable: try context.tool(named: "make-twin").url,
                arguments: ([twin] + types).map { $0.path(percentEncoded: false) }, inputFiles: types,
                outputFiles: [twin])
        ]
    }
}
