/// The groups of a pattern, counted before it is read: `\2` may stand before the second group.
struct PatternGroups {
    private(set) var count = 0
    /// The numbers of the groups with a name; alternatives may share one.
    private(set) var numbers: [String: [Int]] = [:]

    init(_ scalars: [UInt32]) {
        var index = 0
        var isInClass = false
        while index < scalars.count {
            switch Unicode.Scalar(scalars[index]) {
            case "\\": index += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass: countGroup(scalars, index)
            default: break
            }
            index += 1
        }
    }

    private mutating func countGroup(_ scalars: [UInt32], _ index: Int) {
        let rest = scalars[(index + 1)...].prefix(3).map { Unicode.Scalar($0) }
        guard rest.first == "?" else {
            count += 1
            return
        }
        guard rest.count == 3, rest[1] == "<", rest[2] != "=", rest[2] != "!" else { return }
        count += 1
        // A name has no parenthesis, so that no stretch of a pattern is looked at for two names.
        let name = scalars[(index + 3)...].prefix { $0 != 0x3E && $0 != 0x28 }.compactMap { Unicode.Scalar($0) }
        guard index + 3 + name.count < scalars.count, scalars[index + 3 + name.count] == 0x3E else { return }
        numbers[String(String.UnicodeScalarView(name)), default: []].append(count)
    }
}
