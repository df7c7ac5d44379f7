/// A pattern for paths of files: `*` and `?` stay within a folder, `**` goes through folders.
///
/// For example, `legacy/**/*.yaml` is `legacy/pets.yaml` as well as `specs/legacy/v1/pets.yaml`: what stands before does not
/// matter. A path is looked at once from front to back, whatever the pattern.
struct FilePattern: Hashable, Sendable {
    /// The longest pattern that is read.
    private static let greatestLength = 300

    private enum Token: Hashable { case byte(UInt8), any, star, everything, folders }

    private let tokens: [Token]

    /// Nil where a pattern has what is not read: sets of characters, alternatives, negation.
    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.greatestLength, !text.utf8.contains(where: Self.isSpecial) else {
            return nil
        }
        var tokens: [Token] = [.folders]
        var rest = Substring(text).utf8[...]
        while rest.starts(with: "./".utf8) || rest.starts(with: "../".utf8) {
            rest = rest.drop { $0 == UInt8(ascii: ".") }.dropFirst()
        }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "?"): tokens.append(.any)
            case UInt8(ascii: "*"):
                guard rest.first == byte else {
                    tokens.append(.star)
                    continue
                }
                rest = rest.drop { $0 == byte }
                guard rest.first == UInt8(ascii: "/") else {
                    tokens.append(.everything)
                    continue
                }
                rest.removeFirst()
                tokens.append(.folders)
            default: tokens.append(.byte(byte))
            }
        }
        self.tokens = tokens
    }

    private static func isSpecial(_ byte: UInt8) -> Bool { "{}[]()!\\".utf8.contains(byte) }

    func matches(_ path: String) -> Bool {
        var states = [Bool](repeating: false, count: tokens.count + 1)
        enter(0, &states)
        for byte in path.utf8 {
            var next = [Bool](repeating: false, count: states.count)
            for place in tokens.indices where states[place] { step(place, byte, &next) }
            states = next
        }
        return states[tokens.count]
    }

    /// Goes to a place and past what may stand for nothing.
    private func enter(_ place: Int, _ states: inout [Bool]) {
        var place = place
        while true {
            states[place] = true
            guard place < tokens.count else { return }
            switch tokens[place] {
            case .star, .everything, .folders: place += 1
            case .byte, .any: return
            }
        }
    }

    private func step(_ place: Int, _ byte: UInt8, _ next: inout [Bool]) {
        let isSlash = byte == UInt8(ascii: "/")
        switch tokens[place] {
        case .byte(let expected): if byte == expected { enter(place + 1, &next) }
        case .any: if !isSlash { enter(place + 1, &next) }
        case .star: if !isSlash { enter(place, &next) }
        case .everything: enter(place, &next)
        case .folders:
            next[place] = true
            if isSlash { enter(place + 1, &next) }
        }
    }
}
