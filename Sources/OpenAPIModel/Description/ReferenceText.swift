/// A reference taken apart.
///
/// For example, `models/pet.yaml#/Pet` names the file `models/pet.yaml` and in it the place `/Pet`.
enum ReferenceText {
    case local(path: String, fragment: String)
    /// Something on another machine, such as `https://example.com/pet.yaml`.
    case remote(address: String, fragment: String)
    /// An address that is neither beside the document nor on the web, such as `file:///pet.yaml` or `urn:pet`.
    case other(scheme: String)
    /// A percent-encoding that is none.
    case malformed

    init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        guard let decoded = percentDecoded(path), let fragment = percentDecoded(parts.count > 1 ? String(parts[1]) : "")
        else {
            self = .malformed
            return
        }
        if path.hasPrefix("//") {
            self = .remote(address: path, fragment: fragment)
        } else if !ReferenceText.hasScheme(path) {
            self = .local(path: decoded, fragment: fragment)
        } else {
            let scheme = path.prefix { $0 != ":" }.lowercased()
            let isWeb = scheme == "http" || scheme == "https"
            self = isWeb ? .remote(address: path, fragment: fragment) : .other(scheme: scheme)
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
    if parts.isEmpty, !head.isEmpty { parts = [""] }
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
