import Foundation

/// Where the build that the running tests belong to has put its products.
public enum BuiltProducts {
    /// The folder with executables and, in `Modules`, what the compiler imports; nil where none is found.
    public static let folder: URL? = {
        let starts = [CommandLine.arguments[0], Bundle.main.bundlePath] + Bundle.allBundles.map(\.bundlePath)
        return starts.lazy.compactMap { folder(above: URL(fileURLWithPath: $0).standardizedFileURL) }.first
    }()

    /// The folder that `-I` of the compiler wants.
    public static var modules: URL? { folder?.appendingPathComponent("Modules") }

    /// The built executable of a name.
    public static func executable(_ name: String) -> URL? { folder?.appendingPathComponent(name) }

    private static func folder(above start: URL) -> URL? {
        var url = start
        while url.path.count > 1 {
            url.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: url.appendingPathComponent("Modules").path) { return url }
        }
        return nil
    }
}
