import Foundation
import Testing

@testable import TrunklineJSON

/// Nicolas Seriot's JSONTestSuite, read where the shared test data is there.
@Suite struct SuiteTests {
    private static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"] {
            return URL(fileURLWithPath: path).appendingPathComponent("suites/json")
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/suites/json")
    }()

    /// What the standard leaves to the implementation and this reader takes: numbers of any size, a byte order mark.
    /// Everything else of `i_` is refused: lone surrogates, bytes that are not UTF-8,
    /// arrays 500 deep.
    private static let accepted: Set<String> = [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json", "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json", "i_structure_UTF-8_BOM_empty_object.json",
    ]

    private static var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        if all.isEmpty { print("JSONTestSuite skipped: no folder \(folder.path)") }
        return all.filter { $0.hasSuffix(".json") }.sorted()
    }

    private func isAccepted(_ name: String) throws -> Bool {
        let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(name))
        return (try? JSONValue(parsing: bytes)) != nil
    }

    @Test func everyTextIsReadOrRefused() throws {
        for name in Self.names {
            let isExpected = name.hasPrefix("y_") || Self.accepted.contains(name)
            #expect(try isAccepted(name) == isExpected, "\(name)")
        }
    }

    @Test func theListNamesTextsThatExist() {
        let names = Self.names
        guard !names.isEmpty else { return }
        #expect(names.count > 300)
        #expect(Self.accepted.subtracting(names) == [])
    }

    /// What is read is written so that it reads as the same again.
    @Test func whatIsReadIsWritten() throws {
        for name in Self.names where name.hasPrefix("y_") {
            let value = try JSONValue(parsing: try Data(contentsOf: Self.folder.appendingPathComponent(name)))
            #expect(try JSONValue(parsing: value.description) == value, "\(name)")
        }
    }
}
