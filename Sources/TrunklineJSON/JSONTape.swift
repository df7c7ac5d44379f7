/// A text as a flat list of tokens: every value in the order of the text, each member name before its value.
///
/// Building the tape checks the whole text against RFC 8259, so whoever walks it meets no malformed value.
package struct JSONTape: ~Copyable, @unchecked Sendable {
    package let tokens: UnsafeMutablePointer<JSONToken>
    package let count: Int

    /// Parses a text.
    ///
    /// - Throws: `JSONSyntaxError` with the place of the first fault.
    package init(parsing text: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .init()) throws(JSONSyntaxError) {
        var scanner = JSONScanner(text: text, limits: limits)
        let fault = scanner.scan()
        if let fault {
            scanner.tokens.deallocate()
            throw JSONSyntaxError(fault, at: scanner.position, in: text)
        }
        tokens = scanner.tokens
        count = scanner.count
    }

    deinit { tokens.deallocate() }
}
