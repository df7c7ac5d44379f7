/// A row of a page's table: what a line of the page says and where the specification says it.
struct PageRow: Sendable, CustomStringConvertible {
    let line: Int
    /// What the line names: a member, an enumeration value, a status, a variant.
    let name: String
    /// The words of the line that say so.
    let says: String
    /// Where it is in the specification.
    let pointer: String
    let expectations: [Expectation]

    /// Describes a line.
    ///
    /// - Parameter says: The words of the line, where they are more than the name.
    init(_ line: Int, _ name: String, says: String? = nil, _ pointer: String, _ expectations: Expectation...) {
        self.init(line, name, says: says ?? name, pointer, expectations)
    }

    init(_ line: Int, _ name: String, says: String, _ pointer: String, _ expectations: [Expectation]) {
        self.line = line
        self.name = name
        self.says = says
        self.pointer = pointer
        self.expectations = expectations
    }

    var description: String { "line \(line), \(name): \(pointer)" }
}

extension [PageRow] {
    /// The members of an object in a sample, one to a line.
    static func sample(_ names: [String], from line: Int, in schema: String) -> [PageRow] {
        names.enumerated().map { index, name in
            PageRow(line + index, name, says: "\"\(name)\":", "/components/schemas/\(schema)/properties/\(name)")
        }
    }

    /// The members of an object in a sample, all on one line.
    static func sample(_ names: [String], on line: Int, in schema: String) -> [PageRow] {
        names.map { name in
            PageRow(line, name, says: "\"\(name)\":", "/components/schemas/\(schema)/properties/\(name)")
        }
    }
}
