#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Finds an API's own words in the body of an error.
enum ErrorMessage {
    /// The first non-empty text that a pointer leads to; the texts of an array are joined with `; `.
    ///
    /// - Parameters:
    ///   - pointers: JSON Pointers (RFC 6901), the preferred first.
    ///   - body: A body that may be anything.
    static func find(_ pointers: [String], in body: Data) -> String? {
        guard !pointers.isEmpty, let root = try? JSONCodec.decode(JSONValue.self, from: body) else { return nil }
        return pointers.lazy.compactMap { text(at: $0, in: root) }.first { !$0.isEmpty }
    }

    private static func text(at pointer: String, in root: JSONValue) -> String? {
        var value = root
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = String(token.replacing("~1", with: "/").replacing("~0", with: "~"))
            guard let next = value[name] ?? Int(name).flatMap({ value[$0] }) else { return nil }
            value = next
        }
        return value.string ?? joined(value)
    }

    private static func joined(_ list: JSONValue) -> String? {
        var texts: [String] = []
        while let element = list[texts.count] {
            guard let text = element.string else { return nil }
            texts.append(text)
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}
