/// The candidate that was probably meant by a misspelled word, if one is near enough.
///
/// For example, `requestbody` → `requestBody`, `sumary` → `summary`, `colour` → nothing among `type` and `items`.
package func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.utf8.prefix(80))
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
        if asciiLowercased(candidate.utf8).elementsEqual(asciiLowercased(word.utf8)) { return candidate }
        let other = Array(candidate.utf8)
        guard abs(other.count - letters.count) <= limit else { continue }
        let distance = editDistance(letters, other)
        if distance <= limit, distance < best?.distance ?? .max, distance < other.count { best = (distance, candidate) }
    }
    return best?.candidate
}

private func asciiLowercased(_ bytes: String.UTF8View) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one word to the other.
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
        var current = [row + 1]
        for column in second.indices {
            let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
            var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
            let swapped = row > 0 && column > 0 && first[row] == second[column - 1] && first[row - 1] == second[column]
            if swapped { cost = min(cost, beforePrevious[column - 1] + 1) }
            current.append(cost)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[second.count]
}
