/// Whether a text is a JSON Pointer (RFC 6901).
func isPointer(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "~"), rest.first != UInt8(ascii: "0"), rest.first != UInt8(ascii: "1") { return false }
    }
    return true
}

/// Whether a text is a relative JSON Pointer: how many levels up, then a pointer or `#`.
///
/// For example, `1/name` and `0#`.
func isRelativePointer(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count == 1 || digits.first != 0x30 else { return false }
    let rest = String(Substring(text.utf8.dropFirst(digits.count)))
    return rest == "#" || isPointer(rest)
}
