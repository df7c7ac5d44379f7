/// A reference taken apart.
///
/// For example, `models/pet.yaml#/Pet` names the file `models/pet.yaml` and in it the place `/Pet`.
enum ReferenceText {
    case local(path: String, fragment: String)
    /// Something that no file beside the document is, such as `https://example.com/pet.yaml`.
    case remote
    /// A percent-encoding that is none.
    case malformed

    init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        if ReferenceText.hasScheme(path) || path.hasPrefix("//") {
            self = .remote
        } else if let path = percentDecoded(path),
            let fragment = percentDecoded(parts.count > 1 ? String(parts[1]) : "")
        {
            self = .local(path: path, fragment: fragment)
        } else {
            self = .malformed
        }
    }

    static func hasScheme(_ path: String) -> Bool {
        guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = path[..<colon]
        return scheme.first?.isLetter == true && scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    }
}

/// A reference without its fragment, seen from a base address (RFC 3986, section 5.3, for addresses with a path).
///
/// For example, `b.json` seen from `https://example.com/schemas/a.json` is `https://example.com/schemas/b.json`.
func joined(_ base: String, _ reference: String) -> String {
    let text = String(reference.prefix { $0 != "#" })
    let base = base.prefix { $0 != "#" }
    if ReferenceText.hasScheme(text) || base.isEmpty { return text }
    if text.isEmpty { return String(base) }
    let head = authority(of: base)
    if text.hasPrefix("/") { return String(head) + text }
    var parts = base[head.endIndex...].split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
        String.init)
    if parts.isEmpty { parts = [""] }
    for part in text.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
        if part == "..", parts.count > 1 { parts.removeLast() } else if part != ".." { parts.append(String(part)) }
    }
    return String(head) + parts.joined(separator: "/")
}

/// An address up to its path, for example `https://example.com`; empty where it has no authority.
private func authority(of address: Substring) -> Substring {
    guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return "" }
    let start = address.index(colon, offsetBy: 3)
    return address[..<(address[start...].firstIndex(of: "/") ?? address.endIndex)]
}

/// The text with `%41` made `A`; nil when a `%` is not followed by two hexadecimal digits or the result is no UTF-8.
func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy(\.isHexDigit) else { return nil }
        guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
}

/// A path below the folder of the entry document, as its parts.
struct RelativePath: Hashable {
    let parts: [String]

    var folder: [String] { Array(parts.dropLast()) }
    var text: String { parts.joined(separator: "/") }

    init(parts: [String]) {
        self.parts = parts
    }

    /// Resolves a path as written against a folder; nil when it leaves the folder of the entry document.
    init?(_ path: String, from folder: [String]) {
        guard !path.hasPrefix("/"), !path.contains("\\"), !path.contains("\0") else { return nil }
        var parts = folder
        for part in path.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(String(part))
                continue
            }
            guard parts.popLast() != nil else { return nil }
        }
        self.parts = parts
    }
}
