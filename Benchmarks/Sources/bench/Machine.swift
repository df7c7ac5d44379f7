import Foundation

/// The machine in one line: figures of two machines cannot be compared, ratios can.
func machine() -> String {
    let information = ProcessInfo.processInfo
    let memory = Double(information.physicalMemory) / 1e9
    return "\(information.activeProcessorCount) cores, \(String(format: "%.0f", memory)) GB, "
        + "\(information.operatingSystemVersionString), \(compilerVersion)"
}

private var compilerVersion: String {
    let output = FileManager.default.temporaryDirectory.appending(path: "trunkline-bench-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: output) }
    let path = output.path(percentEncoded: false)
    _ = try? run("swiftc", ["--version"], output: path)
    let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    return text.firstMatch(of: /Swift version \S+/).map { String($0.output) } ?? "an unknown compiler"
}
