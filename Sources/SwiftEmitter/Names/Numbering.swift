/// Numbers for those that ask for a name which is taken: where thousands do, each search begins where the last one ended.
struct Numbering {
    private var numbers: [String: Int] = [:]

    /// The first of `name2`, `name3` and so on that is free.
    ///
    /// - Parameter isTaken: What is taken once stays taken.
    mutating func firstFree(_ name: String, _ isTaken: (String) -> Bool) -> String {
        var number = numbers[name] ?? 2
        while isTaken("\(name)\(number)") { number += 1 }
        numbers[name] = number
        return "\(name)\(number)"
    }
}
