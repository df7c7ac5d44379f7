import TrunklineJSON

/// Reads a JSON text (RFC 8259, nothing more); false when it cannot be understood.
func parseJSON(_ source: SourceFile, into builder: inout NodeBuilder) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress, let tape = tape(of: bytes, &builder) else { return false }
        let walk = TapeWalk(tokens: tape.tokens, text: start)
        return walk.write(into: &builder)
    }
}

/// The tokens of a text, or a finding at the first fault.
private func tape(of bytes: UnsafeBufferPointer<UInt8>, _ builder: inout NodeBuilder) -> JSONTape? {
    do throws(JSONSyntaxError) {
        return try JSONTape(parsing: bytes, limits: .init(depth: builder.limits.depth, bytes: .max))
    } catch {
        let start = min(error.offset, bytes.count)
        let range = builder.range(UInt32(start), UInt32(min(start + 1, bytes.count)))
        switch error.fault {
        case .depth: builder.reportDepth(range)
        case .empty: builder.diagnostics.error("empty-file", "the file is empty", at: range)
        default: builder.diagnostics.error("json-syntax", error.reason, at: range)
        }
        return nil
    }
}

/// Goes over the tokens of a text in its order; open collections are the builder's frames.
private struct TapeWalk {
    let tokens: UnsafePointer<JSONToken>
    let text: UnsafePointer<UInt8>

    func write(into builder: inout NodeBuilder) -> Bool {
        var open: [JSONToken] = []
        var index = 0
        repeat {
            while let collection = open.last, collection.next == index {
                builder.close(collection.end)
                open.removeLast()
            }
            guard index < tokens[0].next else { return true }
            let token = tokens[index]
            if open.last?.is(.object) == true, builder.expectsKey {
                builder.key(JSONText.string(token, in: text), token.start - 1, token.end + 1)
            } else if token.is(.object) || token.is(.array) {
                let kind: NodeKind = token.is(.object) ? .mapping : .sequence
                builder.open(kind, token.start, token.start + 1, isFlow: true)
                open.append(token)
            } else {
                scalar(token, into: &builder)
            }
            if builder.isStopped { return false }
            index += 1
        } while true
    }

    private func scalar(_ token: JSONToken, into builder: inout NodeBuilder) {
        let bytes = UnsafeBufferPointer(start: text + Int(token.start), count: token.length)
        switch token.kind {
        case .null: builder.scalar(.null, bytes, token.start, token.end)
        case .true, .false: builder.scalar(.boolean, bytes, token.start, token.end)
        case .number: builder.scalar(token.isIntricate ? .number : .integer, bytes, token.start, token.end)
        case .string: string(token, bytes, into: &builder)
        case .array, .object: break
        }
    }

    /// A string, whose range includes its quotes.
    private func string(_ token: JSONToken, _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout NodeBuilder) {
        guard token.isIntricate else {
            builder.scalar(.string, bytes, token.start - 1, token.end + 1)
            return
        }
        var unescaped = JSONText.string(token, in: text)
        unescaped.withUTF8 { _ = builder.scalar(.string, $0, token.start - 1, token.end + 1) }
    }
}
