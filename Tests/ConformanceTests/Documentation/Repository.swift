import Foundation
import TrunklineRuntime

/// Where the committed examples and specifications are.
enum Repository {
    /// The package's root, three folders above this file's.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of a committed example, for example `vapi/examples/get-phone-number.response.json`.
    static func example(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent("specs/\(path)"))
    }

    /// A committed example as JSON.
    static func exampleValue(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: example(path))
    }

    /// The paths of all committed examples.
    static func examplePaths() throws -> [String] {
        let specs = root.appendingPathComponent("specs")
        let apis = try FileManager.default.contentsOfDirectory(atPath: specs.path).sorted()
        return try apis.flatMap { api in
            let folder = specs.appendingPathComponent("\(api)/examples").path
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(api)/examples/\($0)" }
        }
    }
}

/// The documentation pages, which are not in this repository: a test that needs them says so and is skipped without.
enum SharedPages {
    static let folder: URL = {
        let given = ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"]
        let shared = given.map { URL(fileURLWithPath: $0) } ?? Repository.root.appendingPathComponent("../shared")
        return shared.appendingPathComponent("pages")
    }()

    /// A page's text; nil, with a word about it, where the pages are absent.
    static func text(_ name: String) -> String? {
        let file = folder.appendingPathComponent("\(name).txt")
        if let data = try? Data(contentsOf: file) { return String(decoding: data, as: UTF8.self) }
        print(
            "skipped: there is no \(file.standardizedFileURL.path); TRUNKLINE_SHARED can name the folder around pages")
        return nil
    }

    /// A page, read by the grammar of its site; nil where the pages are absent.
    static func page(_ name: PageName) throws -> DocumentationPage? {
        guard let text = text(name.rawValue) else { return nil }
        return try name.layout.read(PageText(text))
    }
}

/// The five pages, by file name.
enum PageName: String, CaseIterable, Sendable {
    case getVirtualNumber = "identitycall-get-virtual-number"
    case listVirtualNumbers = "identitycall-list-virtual-numbers"
    case updateVirtualNumber = "identitycall-update-virtual-number"
    case getTopCallsNumber = "topcalls-get-phone-number"
    case getVapiNumber = "vapi-get-phone-number"

    /// The generator that made the page.
    var layout: PageLayout {
        switch self {
        case .getVirtualNumber, .listVirtualNumbers, .updateVirtualNumber: .nextra
        case .getTopCallsNumber: .mintlify
        case .getVapiNumber: .fern
        }
    }

    /// The folder of the API below `specs`.
    var api: String { rawValue.prefix { $0 != "-" }.description }
}
