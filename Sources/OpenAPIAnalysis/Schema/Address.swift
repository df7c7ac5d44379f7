/// An address taken apart (RFC 3986, appendix B); the parts are as they are written.
struct Address: Sendable {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    init(_ text: String) {
        var rest = Substring(text)
        fragment = Address.cut(&rest, behind: "#")
        query = Address.cut(&rest, behind: "?")
        if let colon = rest.unicodeScalars.firstIndex(of: ":"), Address.isScheme(rest[..<colon]) {
            scheme = rest[..<colon]
            rest = rest[rest.unicodeScalars.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[start..<end]
            rest = rest[end...]
        }
        path = rest
    }

    /// What stands behind the first of a character, which is cut off.
    private static func cut(_ text: inout Substring, behind mark: Unicode.Scalar) -> Substring? {
        guard let index = text.unicodeScalars.firstIndex(of: mark) else { return nil }
        defer { text = text[..<index] }
        return text[text.unicodeScalars.index(after: index)...]
    }

    static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
        return text.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
        }
    }

    /// The address without its fragment.
    var withoutFragment: String {
        var text = scheme.map { $0 + ":" } ?? ""
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        return String(text)
    }

    /// A reference seen from this address (RFC 3986, section 5.2.2), without its fragment.
    func resolving(_ reference: Address) -> String {
        var result = reference
        guard reference.scheme == nil else {
            result.path = Address.withoutDots(reference.path)
            return result.withoutFragment
        }
        result.scheme = scheme
        guard reference.authority == nil else {
            result.path = Address.withoutDots(reference.path)
            return result.withoutFragment
        }
        result.authority = authority
        if reference.path.isEmpty {
            result.path = path
            result.query = reference.query ?? query
        } else {
            result.path = Address.withoutDots(merged(reference.path))
        }
        return result.withoutFragment
    }

    private func merged(_ path: Substring) -> Substring {
        if path.utf8.first == UInt8(ascii: "/") { return path }
        if authority != nil, self.path.isEmpty { return "/" + path }
        guard let slash = self.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return self.path[...slash] + path
    }

    /// RFC 3986, section 5.2.4; a path that does not begin with a slash keeps what leads out of it.
    private static func withoutDots(_ path: Substring) -> Substring {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        let parts = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { Substring($0) }
        var kept: [Substring] = []
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part == ".." {
                if let last = kept.last, last != "..", kept.count > 1 || !last.isEmpty {
                    kept.removeLast()
                } else if kept.isEmpty || kept.last == ".." {
                    kept.append(part)
                }
                if isLast { kept.append("") }
            } else if part == "." {
                if isLast { kept.append("") }
            } else {
                kept.append(part)
            }
        }
        return Substring(kept.joined(separator: "/"))
    }
}

extension StringProtocol {
    /// The text with `%41` made `A`; nil where a `%` is not followed by two hexadecimal digits or the result is no UTF-8.
    var percentDecoded: String? {
        guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
