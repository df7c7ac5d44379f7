import Foundation
import OpenAPIAnalysis
import OpenAPIModel
import SwiftEmitter

/// A document with its coverage.
struct Covered {
    struct NoSuchFile: Error {}

    private(set) var rows: [CoverageRow] = []
    private(set) var diagnostics = Diagnostics()
    private var files = SourceFiles()

    /// - Parameters:
    ///   - text: The configuration, if there is one.
    ///   - isForgotten: Whether what was resolved is lost before it is generated.
    ///   - read: The files by their paths; `openapi.yaml` is the entry.
    init(
        configuration text: String? = nil, isForgotten: Bool = false,
        _ read: @escaping @Sendable (_ path: String) throws -> [UInt8]
    ) {
        var configuration = Configuration()
        if let text {
            let file = files.add(SourceFile(path: "trunkline.yaml", bytes: Array(text.utf8)))
            configuration = readConfiguration(file: file, in: files, diagnostics: &diagnostics) ?? configuration
        }
        let provider = FileProvider(read)
        let description = bind(entry: "openapi.yaml", provider: provider, files: &files, diagnostics: &diagnostics)
        guard let description else { return }
        var api = resolve(description, configuration, diagnostics: &diagnostics)
        if isForgotten { api = API(title: api.title, version: api.version, documentation: api.documentation) }
        _ = generate(
            api, configuration, specification: "openapi.yaml", arena: description.arena, diagnostics: &diagnostics)
        rows = coverage(of: description, api, configuration, &diagnostics)
    }

    init(_ text: String, configuration: String? = nil, isForgotten: Bool = false) {
        self.init(configuration: configuration, isForgotten: isForgotten) { path in
            guard path == "openapi.yaml" else { throw NoSuchFile() }
            return Array(text.utf8)
        }
    }

    /// The row of a construct, as it is printed.
    func row(_ construct: String) -> CoverageRow? { rows.first { $0.construct.description == construct } }

    /// Occurrences, generated, reported and silent ones of a construct.
    func counts(_ construct: String) -> [Int]? {
        row(construct).map { [$0.occurrences, $0.generated, $0.reported, $0.silent] }
    }

    /// What became nothing, as `line:column message`.
    var silent: [String] {
        diagnostics.sorted.filter { $0.rule == "silent" }.map { finding in
            "\(finding.range.map { files.location(of: $0).description } ?? "") \(finding.message)"
        }
    }
}
