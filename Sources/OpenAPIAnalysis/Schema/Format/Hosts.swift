/// Whether a text is a host name (RFC 1123, section 2.1), with labels that stand for others than ASCII checked.
func isHostname(_ text: String) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= 253, text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    return labels.allSatisfy { isLabel(Array($0)) }
}

private func isLabel(_ label: [UInt8]) -> Bool {
    guard !label.isEmpty, label.count <= 63, label.first != 0x2D, label.last != 0x2D,
        label.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D })
    else { return false }
    guard label.count >= 4, label[2] == 0x2D, label[3] == 0x2D else { return true }
    guard label[0] | 0x20 == 0x78, label[1] | 0x20 == 0x6E, let scalars = decodedPunycode(label.dropFirst(4)) else {
        return false
    }
    // There is one way to write a label.
    guard encodedPunycode(scalars) == label.dropFirst(4).map({ (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }) else {
        return false
    }
    return scalars.contains { $0 >= 0x80 } && isInternationalLabel(scalars.compactMap { Unicode.Scalar($0) })
}

/// Whether a text is an internationalized host name (RFC 5890, section 2.3.2.3).
func isInternationalHostname(_ text: String) -> Bool {
    let labels = text.unicodeScalars.split(omittingEmptySubsequences: false) {
        [0x2E, 0x3002, 0xFF0E, 0xFF61].contains($0.value)
    }
    var length = labels.count - 1
    for label in labels {
        let scalars = Array(label)
        if scalars.allSatisfy(\.isASCII) {
            guard isLabel(scalars.map { UInt8($0.value) }) else { return false }
            length += scalars.count
        } else {
            guard isInternationalLabel(scalars), let encoded = encodedPunycode(scalars.map(\.value)),
                encoded.count <= 59
            else { return false }
            length += encoded.count + 4
        }
    }
    return length <= 253
}

/// The rules of RFC 5891, section 4.2, but for the normal form and the direction of writing.
private func isInternationalLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    if [.nonspacingMark, .spacingMark, .enclosingMark].contains(first.properties.generalCategory) { return false }
    return label.indices.allSatisfy { isAllowed(label, $0) } && !mixesDigits(label)
}

/// Whether a scalar may stand where it stands (RFC 5892, sections 2.6 and 3 and appendix A).
private func isAllowed(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = label[index]
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch scalar.value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007, 0x2D: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB: return false
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return after.map { isIn("Greek", $0) } ?? false
    case 0x5F3, 0x5F4: return before.map { isIn("Hebrew", $0) } ?? false
    case 0x30FB: return label.contains { isIn("Hiragana", $0) || isIn("Katakana", $0) || isIn("Han", $0) }
    case 0x200C, 0x200D: return before?.properties.canonicalCombiningClass == .virama || joins(label, index)
    default:
        let allowed: [Unicode.GeneralCategory] = [
            .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber,
        ]
        return allowed.contains(scalar.properties.generalCategory) && !scalar.properties.changesWhenNFKCCaseFolded
    }
}

/// Whether a zero width non-joiner stands between letters of a script that joins them.
private func joins(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    guard label[index].value == 0x200C, index > 0, index + 1 < label.count else { return false }
    let scripts = ["Arabic", "Syriac", "Mongolian", "Nko"]
    return scripts.contains { isIn($0, label[index - 1]) && isIn($0, label[index + 1]) }
}

private func isIn(_ script: String, _ scalar: Unicode.Scalar) -> Bool {
    Scripts.all.scalars(of: script)?.contains(scalar.value) ?? false
}

/// Whether Arabic and extended Arabic digits stand together.
private func mixesDigits(_ label: [Unicode.Scalar]) -> Bool {
    label.contains { (0x660...0x669).contains($0.value) } && label.contains { (0x6F0...0x6F9).contains($0.value) }
}
