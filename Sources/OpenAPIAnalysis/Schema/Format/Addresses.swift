/// Whether a text is a URI or a reference (RFC 3986), or an IRI (RFC 3987).
func isAddress(_ text: String, isInternational: Bool, isRelativeAllowed: Bool) -> Bool {
    let address = Address(text)
    guard isRelativeAllowed || address.scheme != nil else { return false }
    // What looks like a scheme and is none would be a first segment with a colon.
    if address.scheme == nil, address.authority == nil,
        let segment = address.path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).first,
        segment.contains(":")
    {
        return false
    }
    if let authority = address.authority, !isAuthority(authority, isInternational) { return false }
    if address.authority != nil, !address.path.isEmpty, address.path.utf8.first != UInt8(ascii: "/") { return false }
    return isMadeOf(address.path, AddressPart.path, isInternational)
        && isMadeOf(address.query ?? "", AddressPart.query, isInternational)
        && isMadeOf(address.fragment ?? "", AddressPart.query, isInternational)
}

/// What may stand in the parts of an address besides letters, digits and `-._~`.
private enum AddressPart {
    static let name = "!$&'()*+,;="
    static let user = name + ":"
    static let path = user + "@/"
    static let query = path + "?"
}

private func isAuthority(_ text: Substring, _ isInternational: Bool) -> Bool {
    var host = text
    if let at = text.unicodeScalars.lastIndex(of: "@") {
        guard isMadeOf(text[..<at], AddressPart.user, isInternational) else { return false }
        host = text[text.unicodeScalars.index(after: at)...]
    }
    if host.utf8.first == UInt8(ascii: "[") {
        guard let end = host.utf8.lastIndex(of: UInt8(ascii: "]")) else { return false }
        let literal = String(host[host.utf8.index(after: host.startIndex)..<end])
        return (isIPv6(literal) || isFutureLiteral(literal)) && isPort(host[host.utf8.index(after: end)...])
    }
    let colon = host.utf8.lastIndex(of: UInt8(ascii: ":"))
    return isMadeOf(host[..<(colon ?? host.endIndex)], AddressPart.name, isInternational)
        && isPort(colon.map { host[$0...] } ?? "")
}

private func isPort(_ text: Substring) -> Bool {
    text.isEmpty
        || (text.utf8.first == UInt8(ascii: ":") && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) })
}

/// An address of a version of IP that is not there yet, for example `v7.abc`.
private func isFutureLiteral(_ text: String) -> Bool {
    guard text.lowercased().hasPrefix("v"), let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
    let version = text[text.utf8.index(after: text.startIndex)..<dot]
    let rest = text[text.utf8.index(after: dot)...]
    return !version.isEmpty && version.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit) && !rest.isEmpty
        && isMadeOf(rest, AddressPart.user, false)
}

/// Whether a part has only unreserved characters, percent-encodings and some signs.
private func isMadeOf(_ text: Substring, _ signs: String, _ isInternational: Bool) -> Bool {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
        if scalar == "%" {
            guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit) else {
                return false
            }
            rest = rest.dropFirst(2)
        } else if scalar.isASCII {
            let isPlain =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar)
            guard isPlain || signs.unicodeScalars.contains(scalar) else { return false }
        } else {
            guard isInternational, scalar.value >= 0xA0, !scalar.properties.isNoncharacterCodePoint else {
                return false
            }
        }
    }
    return true
}

/// Whether a text is a URI template (RFC 6570, section 2).
func isAddressTemplate(_ text: String) -> Bool {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
        switch scalar {
        case "{":
            guard let end = rest.firstIndex(of: "}"), isExpression(rest[..<end]) else { return false }
            rest = rest[(end + 1)...]
        case "%":
            guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit) else {
                return false
            }
            rest = rest.dropFirst(2)
        case "}", "\"", "<", ">", "\\", "^", "`", "|", " ": return false
        default: if scalar.value < 0x21 || (0x7F..<0xA0).contains(scalar.value) { return false }
        }
    }
    return true
}

/// What stands in the braces of a template, for example `?page,size:3,tags*`.
private func isExpression(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var text = text
    if let first = text.first, "+#./;?&=,!@|".unicodeScalars.contains(first) { text.removeFirst() }
    return text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { variable in
        var name = variable
        if name.last == "*" {
            name.removeLast()
        } else if let colon = name.firstIndex(of: ":") {
            let length = name[(colon + 1)...]
            guard (1...4).contains(length.count), length.first != "0", length.allSatisfy({ ("0"..."9").contains($0) })
            else { return false }
            name = name[..<colon]
        }
        return isVariable(name)
    }
}

private func isVariable(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        var rest = part
        guard !rest.isEmpty else { return false }
        while let scalar = rest.popFirst() {
            if scalar == "%" {
                guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit) else {
                    return false
                }
                rest = rest.dropFirst(2)
            } else if !scalar.isASCII || !(scalar.properties.isXIDContinue) {
                return false
            }
        }
        return true
    }
}
