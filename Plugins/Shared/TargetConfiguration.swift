import Foundation
import PackagePlugin

/// A `trunkline.yaml` in the folder of a target, as far as a plugin has to know it.
///
/// Plugins cannot depend on libraries: each has a link to this file.
struct TargetConfiguration {
    let url: URL
    private let lines: [Substring]

    /// Those in a target's folder, in the order of their paths: `trunkline.yaml`, or several as `pets.trunkline.yaml`.
    static func all(in target: any Target) throws -> [TargetConfiguration] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        return try files(below: target.directoryURL)
            .filter { $0.lastPathComponent == name || $0.lastPathComponent.hasSuffix("." + name) }
            .map { url in
                let text = try String(contentsOf: url, encoding: .utf8)
                return TargetConfiguration(url: url, lines: text.split(whereSeparator: \.isNewline))
            }
    }

    static let name = "trunkline.yaml"

    /// All files below a folder, in the order of their paths; none in hidden folders.
    static func files(below folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        return (files?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
    }

    /// The value of a key that has a line of its own, for example of `namespace: Pets  # one of two`.
    func value(_ key: String) -> String? {
        guard let line = lines.first(where: { $0.hasPrefix(key + ":") }) else { return nil }
        let value = line.dropFirst(key.count + 1).drop(while: \.isWhitespace)
        if let quote = value.first, quote == "\"" || quote == "'" {
            return String(value.dropFirst().prefix { $0 != quote })
        }
        let end = value.firstRange(of: " #")?.lowerBound ?? value.endIndex
        let text = value[..<end].trimmingCharacters(in: .whitespaces)
        return text.isEmpty || text.hasPrefix("#") ? nil : text
    }

    /// A file that a key names, relative to the configuration.
    func file(_ key: String) -> URL? {
        value(key).map { URL(filePath: $0, relativeTo: url).standardizedFileURL }
    }
}

/// Runs the tool; what it finds is its own to print.
func run(_ tool: URL, _ arguments: [String]) throws {
    let process = try Process.run(tool, arguments: arguments)
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        return Diagnostics.error("trunkline ended with status \(process.terminationStatus)")
    }
}
