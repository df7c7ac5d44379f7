/// Reports a file that is larger than allowed, or that the arena has no room for beside the text it holds.
func checkSize(
    _ source: SourceFile, _ file: FileID, _ stored: Int, _ limits: Limits, _ diagnostics: inout Diagnostics
) -> Bool {
    // An escape of two bytes may stand for a character of three.
    let room = (Int(UInt32.max) - stored) / 2 - 1
    guard source.bytes.count > min(limits.bytes, room) else { return true }
    diagnostics.error(
        "too-large", "the file has \(source.bytes.count) bytes; at most \(limits.bytes) are read",
        at: SourceRange(file: file, start: 0, end: 0), help: Limits.help("bytes"))
    return false
}

/// Reports what no YAML or JSON text may have: bytes that are no characters in the file's encoding, control characters.
func checkText(_ source: SourceFile, _ file: FileID, _ diagnostics: inout Diagnostics) -> Bool {
    let bytes = source.bytes
    if let fault = source.transcodingFault {
        let place = SourceRange(file: file, start: UInt32(fault), end: UInt32(min(fault + 3, bytes.count)))
        let message = "the bytes here are not valid \(source.encoding.name)"
        diagnostics.error("bad-encoding", message, at: place, help: "save the file as UTF-8")
        return false
    }
    guard let offset = bytes.withUnsafeBufferPointer(firstUnusualByte) else { return true }
    let place = SourceRange(file: file, start: UInt32(offset), end: UInt32(offset + 1))
    if bytes[offset] < 0x80 {
        let name = "\\u{\(String(bytes[offset], radix: 16, uppercase: true))}"
        diagnostics.error("control-character", "the control character \(name) is not allowed here", at: place)
    } else {
        diagnostics.error("not-utf8", "the bytes here are not valid UTF-8", at: place, help: "save the file as UTF-8")
    }
    return false
}

/// The offset of the first byte that is a control character or no part of valid UTF-8.
private func firstUnusualByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return index }
            index += 1
        } else {
            guard let length = scalarLength(bytes, at: index) else { return index }
            index += length
        }
    }
    return nil
}

/// The length of the well-formed multi-byte sequence that begins at an index (Unicode, table 3-7).
private func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
}
