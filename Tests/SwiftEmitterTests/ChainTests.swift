import BuiltProducts
import Foundation
import SwiftEmitter
import Testing

/// Schemas that lead from one to the next, thousands of times, on a stack of half a megabyte.
@Suite struct ChainTests {
    /// A schema that leads to the next one.
    private static let links = [
        "{ \"type\": \"object\", \"properties\": { \"next\": NEXT } }",
        "{ \"type\": \"array\", \"items\": NEXT }",
        "{ \"type\": \"object\", \"additionalProperties\": NEXT }",
        "{ \"allOf\": [NEXT, { \"properties\": { \"mNUMBER\": { \"type\": \"integer\" } } }] }",
        "{ \"allOf\": [NEXT] }",
        "{ \"anyOf\": [NEXT, { \"type\": \"null\" }] }",
        "{ \"oneOf\": [NEXT, { \"type\": \"integer\" }] }",
        "{ \"type\": [\"array\", \"string\"], \"items\": NEXT }",
        "{ \"properties\": { \"next\": { \"anyOf\": [NEXT, { \"type\": \"null\" }] } } }",
        "NEXT",
    ]

    private static func specification(_ link: String, count: Int, last: String) -> String {
        let schemas = (0..<count).map { number in
            let next = number + 1 < count ? "{ \"$ref\": \"#/components/schemas/S\(number + 1)\" }" : last
            return "\"S\(number)\": "
                + link.replacingOccurrences(of: "NEXT", with: next)
                .replacingOccurrences(of: "NUMBER", with: "\(number)")
        }
        return """
            { "openapi": "3.1.0", "info": { "title": "Chain", "version": "1" },
              "paths": { "/chain": { "get": { "operationId": "getChain", "responses": { "200": { "description": "The chain",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S0" } } } } } } } },
              "components": { "schemas": { \(schemas.joined(separator: ",\n")) } } }
            """
    }

    /// The rules of what was found, once the module was generated on a thread with a small stack.
    private func findings(_ text: String) -> Set<String> {
        nonisolated(unsafe) var rules: Set<String> = ["nothing was generated"]
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            var generation = Generation(entry: "openapi.json") { _ in Array(text.utf8) }
            if generation.generate().count == generatedFileNames.count {
                rules = Set(generation.diagnostics.list.map(\.rule))
            }
            isDone.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        isDone.wait()
        return rules
    }

    @Test(arguments: links) func longChains(link: String) {
        let text = Self.specification(link, count: 2000, last: "{ \"type\": \"string\" }")
        #expect(findings(text).subtracting(["unsupported", "union-undecidable"]) == [])
    }

    @Test(arguments: links) func longRings(link: String) {
        let text = Self.specification(link, count: 2000, last: "{ \"$ref\": \"#/components/schemas/S0\" }")
        let expected: Set = ["unsupported", "union-undecidable", "reference-cycle", "allof-cycle"]
        #expect(findings(text).subtracting(expected) == [])
    }
}
