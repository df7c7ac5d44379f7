/// What the command line asks for.
struct BenchOptions {
    /// A group of measures.
    enum Section: String, CaseIterable { case coding, compiling, generating, reading }

    /// The groups to measure, by default all.
    var sections = Set(Section.allCases)
    /// How often each side of a comparison is measured.
    var runs = 7

    init(_ arguments: ArraySlice<String>) throws(BenchFailure) {
        var named: Set<Section> = []
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "--runs" {
                guard let runs = rest.popFirst().flatMap({ Int($0) }), runs > 0 else {
                    throw BenchFailure("--runs needs a number")
                }
                self.runs = runs
            } else if let section = Section(rawValue: argument) {
                named.insert(section)
            } else {
                throw BenchFailure("\(argument) is not one of coding, compiling, generating, reading, --runs <number>")
            }
        }
        if !named.isEmpty { sections = named }
    }
}

/// Why a measure cannot be made.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
