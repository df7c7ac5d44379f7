import Foundation

/// What each stage of `trunkline generate` costs, by document, and that the cost grows no faster than the document.
func measureReading(_ workspace: Workspace, runs: Int) throws -> [Row] {
    let documents = try workspace.documents
    let costs = try alternate(documents, runs: runs) { try stages(of: $0.path, workspace).figures }
    let figures = documents.flatMap { document in
        costs[document].map { rows(document, StageCost(figures: $0)) } ?? []
    }
    let repeated = documents.filter { $0.name == "vapi" || $0.name == "stripe.yaml" }
    return try figures + repeated.flatMap { try measureRepetition($0, workspace, runs: runs) }
}

/// A specification to read.
struct Document: Hashable {
    let name: String
    var path: String
    /// The most seconds that reading may take, where there is a target.
    var readingLimit: Double?

    /// The most seconds that all of `generate` may take, where there is a target.
    var generatingLimit: Double?
}

extension Workspace {
    /// The three specifications, and those of the shared corpus where it is.
    fileprivate var documents: [Document] {
        get throws {
            let ours = ["identitycall", "topcalls", "vapi"].map {
                Document(name: $0, path: root.appending(path: "specs/\($0)/openapi.yaml").path(percentEncoded: false))
            }
            let folder = ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"].map { URL(filePath: $0) }
            let corpus = (folder ?? root.appending(path: "../shared")).appending(path: "corpus").standardizedFileURL
            let shared = [
                Document(name: "stripe.yaml", path: "stripe.yaml", readingLimit: 0.25, generatingLimit: 0.6),
                Document(name: "openai.yaml", path: "openai.yaml", readingLimit: 0.25, generatingLimit: 0.6),
                Document(name: "twilio_api.yaml", path: "twilio_api.yaml"),
                Document(
                    name: "DigitalOcean", path: "digitalocean/specification/DigitalOcean-public.v2.yaml",
                    readingLimit: 0.5),
            ]
            return ours
                + shared.compactMap { document in
                    var document = document
                    document.path = corpus.appending(path: document.path).path(percentEncoded: false)
                    if FileManager.default.fileExists(atPath: document.path) { return document }
                    FileHandle.standardError.write(Data("skipped: there is no \(document.path)\n".utf8))
                    return nil
                }
        }
    }
}

/// What one run of the tool says of itself: seconds and MB.
private struct StageCost {
    var reading = 0.0
    var generating = 0.0
    /// The whole process, with the writing of files.
    var whole = 0.0
    /// The most that a run which only reads and resolves holds, and one that generates.
    var readingMemory = 0.0
    var memory = 0.0

    /// The figures in the order in which `init(figures:)` takes them.
    var figures: [Double] { [reading, generating, whole, readingMemory, memory] }

    init() {}

    init(figures: [Double]) {
        (reading, generating, whole) = (figures[0], figures[1], figures[2])
        (readingMemory, memory) = (figures[3], figures[4])
    }
}

private func stages(of path: String, _ workspace: Workspace) throws -> StageCost {
    let module = workspace.scratch.appending(path: "Module").path(percentEncoded: false)
    let generate = try timings(["generate", path, "--module", "Module", "--output", module], workspace)
    // Its status is 1 where a document has something wrong.
    let validate = try timings(["validate", path], accepting: [0, 1], workspace)
    var cost = StageCost()
    cost.reading = generate.seconds(["load", "parse", "read", "bind"])
    cost.generating = generate.seconds(["resolve", "name", "emit", "print"])
    cost.whole = generate.milliseconds / 1000
    cost.readingMemory = validate.megabytes
    cost.memory = generate.megabytes
    return cost
}

/// What a document with a target may make the tool hold when it only reads and resolves, and when it generates, in MB.
private let memoryLimits = (reading: 150.0, generating: 250.0)

private func rows(_ document: Document, _ cost: StageCost) -> [Row] {
    func row(_ what: String, _ figure: Double, _ unit: String, _ limit: Double?) -> Row {
        Row(name: "\(document.name): \(what)", ours: figure, unit: unit, target: limit.map(Row.Target.below))
    }
    let hasReadingLimit = document.readingLimit != nil
    let hasGeneratingLimit = document.generatingLimit != nil
    return [
        row("load, parse, read, bind", cost.reading, "s", document.readingLimit),
        row("resolve, name, emit, print", cost.generating, "s", nil),
        row("all of generate", cost.whole, "s", document.generatingLimit),
        row("memory, validate", cost.readingMemory, "MB", hasReadingLimit ? memoryLimits.reading : nil),
        row("memory, generate", cost.memory, "MB", hasGeneratingLimit ? memoryLimits.generating : nil),
    ]
}

// MARK: Repetition

/// How much more a copy may cost among eight than alone.
private let linear = Row.Target.share(1.2)

/// The cost of each copy, where a document is repeated, beside that of the document alone.
private func measureRepetition(_ document: Document, _ workspace: Workspace, runs: Int) throws -> [Row] {
    let text = try String(contentsOfFile: document.path, encoding: .utf8)
    let counts = [1, 2, 4, 8]
    let files = try counts.map { copies in
        try workspace.write(repeatSpecification(text, copies: copies), to: "\(document.name)-\(copies).yaml")
    }
    let costs = try alternate(Array(counts.indices), runs: runs) { index in
        let cost = try stages(of: files[index], workspace)
        return [cost.reading + cost.generating, cost.memory].map { $0 / Double(counts[index]) }
    }
    return counts.indices.dropFirst().flatMap { index in
        ["all stages", "memory"].enumerated().map { figure, what in
            Row(
                name: "\(document.name) \(counts[index]) times: \(what), per copy", ours: costs[index]?[figure] ?? .nan,
                other: costs[0]?[figure], unit: figure == 0 ? "s" : "MB", target: linear)
        }
    }
}
