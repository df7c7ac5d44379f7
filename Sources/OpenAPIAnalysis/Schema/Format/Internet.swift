/// Whether a text is a mailbox (RFC 5321, section 4.1.2; RFC 6531 where others than ASCII are allowed).
func isEmail(_ text: String, isInternational: Bool) -> Bool {
    guard let at = text.unicodeScalars.lastIndex(of: "@") else { return false }
    let local = Array(text.unicodeScalars[..<at])
    let domain = String(text.unicodeScalars[text.unicodeScalars.index(after: at)...])
    guard isInternational || text.unicodeScalars.allSatisfy(\.isASCII) else { return false }
    guard isLocalPart(local) else { return false }
    guard domain.hasPrefix("["), domain.hasSuffix("]") else {
        return isInternational ? isInternationalHostname(domain) : isHostname(domain)
    }
    let literal = String(domain.dropFirst().dropLast())
    return literal.lowercased().hasPrefix("ipv6:") ? isIPv6(String(literal.dropFirst(5))) : isIPv4(literal)
}

private func isLocalPart(_ local: [Unicode.Scalar]) -> Bool {
    guard local.first == "\"" else {
        return local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(isAtomText)
        }
    }
    guard local.count >= 2, local.last == "\"" else { return false }
    var rest = local.dropFirst().dropLast()
    while let scalar = rest.popFirst() {
        if scalar == "\\" {
            guard let escaped = rest.popFirst(), (0x20...0x7E).contains(escaped.value) else { return false }
        } else if scalar == "\"" || scalar.value < 0x20 || scalar.value == 0x7F {
            return false
        }
    }
    return true
}

private func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return true }
    return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
}

/// Whether a text is an IPv4 address of four numbers without superfluous zeros (RFC 2673, section 3.2).
func isIPv4(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
        && parts.allSatisfy { part in
            guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }),
                part.count == 1 || part.first != 0x30
            else { return false }
            return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
        }
}

/// Whether a text is an IPv6 address (RFC 4291, section 2.2), without a zone.
func isIPv6(_ text: String) -> Bool {
    let halves = splitAtGap(text)
    guard halves.count <= 2 else { return false }
    var count = 0
    for (index, half) in halves.enumerated() where !half.isEmpty {
        let groups = half.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Substring.init)
        for (place, group) in groups.enumerated() {
            let isLast = index == halves.count - 1 && place == groups.count - 1
            if isLast, group.utf8.contains(UInt8(ascii: ".")) {
                guard isIPv4(String(group)) else { return false }
                count += 2
            } else {
                let isGroup =
                    (1...4).contains(group.utf8.count)
                    && group.utf8.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
                guard isGroup else { return false }
                count += 1
            }
        }
    }
    return halves.count == 2 ? count < 8 : count == 8
}

/// The parts before and behind each `::`.
private func splitAtGap(_ text: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == 0x3A, rest.first == 0x3A {
            rest.removeFirst()
            parts.append([])
        } else {
            parts[parts.count - 1].append(byte)
        }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
}

/// Whether a text is a UUID (RFC 9562, section 4).
func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
        && groups.joined().allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
}
