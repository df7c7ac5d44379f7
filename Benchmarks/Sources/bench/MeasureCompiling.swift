import Foundation
import Twins

/// What compiling a generated module costs, beside the same models with synthesised `Codable` and `Hashable`.
func measureCompiling(_ workspace: Workspace, runs: Int) throws -> [Row] {
    try ["Vapi", "IdentityCall", "TopCalls"].flatMap { module in
        let subjects = try subjects(module, workspace)
        let kinds = Subject.Kind.allCases.filter { subjects[$0] != nil }
        return try Mode.allCases.flatMap { mode in
            let figures = try alternate(kinds, runs: runs) { kind in
                let cost = try compile(kind, subjects[kind] ?? [], mode, workspace)
                return [cost.processor, cost.memory]
            }
            return rows(module, mode, figures)
        }
    }
}

/// The module whose figures have a target: the others are small enough that the imports are most of the cost.
private let verdictModule = "Vapi"

/// How the compiler is called.
private enum Mode: String, CaseIterable {
    case debug, release

    var options: [String] { self == .debug ? ["-Onone", "-g"] : ["-O"] }
}

/// What is compiled.
private enum Subject {
    enum Kind: CaseIterable { case module, models, twin, leanTwin, constantTwin, nothing }
}

/// The source files of each kind.
private func subjects(_ module: String, _ workspace: Workspace) throws -> [Subject.Kind: [String]] {
    let models = ["Models", "Requests"]
    let types = readModels(try models.map { try workspace.text("Generated/\(module)/\($0).swift") }.joined())
    func generated(_ file: String) -> String {
        workspace.root.appending(path: "Generated/\(module)/\(file).swift").path(percentEncoded: false)
    }
    func twin(_ name: String, _ style: TwinStyle) throws -> [String] {
        [try workspace.write(writeTwin(of: types, style), to: "\(module)\(name).swift")]
    }
    var subjects: [Subject.Kind: [String]] = [
        .module: (["Client", "Operations"] + models).map(generated),
        .models: models.map(generated),
        .twin: try twin("Twin", .init(keepsEverything: true)),
        .leanTwin: try twin("LeanTwin", .init(keepsEverything: false)),
        .nothing: [try workspace.write("public import TrunklineRuntime\n", to: "Nothing.swift")],
    ]
    guard module == verdictModule else { return subjects }
    subjects[.constantTwin] = try twin("ConstantTwin", .init(keepsEverything: true, keepsConstants: true))
    return subjects
}

/// Compiles source files as one module, as a release build of a package does, with its interface for other modules.
private func compile(_ kind: Subject.Kind, _ files: [String], _ mode: Mode, _ workspace: Workspace) throws -> Cost {
    let target = workspace.scratch.appending(path: "Subject").path(percentEncoded: false)
    let options = [
        "-wmo", "-parse-as-library", "-swift-version", "6", "-module-name", "Subject", "-c",
        "-I", workspace.build.appending(path: "Modules").path(percentEncoded: false),
        "-emit-module", "-emit-module-path", target + ".swiftmodule", "-o", target + "Code.o",
    ]
    // Where the object file of the same code is still there, the compiler does not write it again.
    try? FileManager.default.removeItem(atPath: target + "Code.o")
    return try run("swiftc", options + mode.options + files, output: target + ".txt")
}

private func rows(_ module: String, _ mode: Mode, _ figures: [Subject.Kind: [Double]]) -> [Row] {
    func row(
        _ name: String, _ ours: Subject.Kind, _ other: Subject.Kind?, memory: Bool = false, _ target: Row.Target? = nil
    ) -> Row? {
        if let other, figures[other] == nil { return nil }
        let index = memory ? 1 : 0
        return Row(
            name: "\(module) \(mode.rawValue): \(name)", ours: figures[ours]?[index] ?? .nan,
            other: other.flatMap { figures[$0]?[index] }, unit: memory ? "MB" : "s", target: target)
    }
    return [
        row("models", .models, .twin),
        row("models and client", .module, .twin, module == verdictModule ? .share(0.5) : nil),
        row("models and client, twin with `let`", .module, .constantTwin),
        row("models, lean twin", .models, .leanTwin),
        row("models and client, lean twin", .module, .leanTwin),
        row("memory, models", .models, .twin, memory: true),
        row("memory, models and client", .module, .twin, memory: true),
        row("an empty file that imports the runtime", .nothing, nil),
    ].compactMap(\.self)
}
