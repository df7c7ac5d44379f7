/// Something that a specification can say: a member of an object and, where that matters, its value.
///
/// For example, `Schema` `format: int32`, or `Parameter` `style: deepObject`.
package struct Construct: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The object as the standard calls it, for example `Media Type`.
    package let object: String
    package let member: String
    /// Nil where any value is the same construct.
    package let value: String?

    package var description: String {
        value.map { "\(object) `\(member): \($0)`" } ?? "\(object) `\(member)`"
    }

    package static func < (left: Construct, right: Construct) -> Bool {
        (left.object, left.member, left.value ?? "") < (right.object, right.member, right.value ?? "")
    }
}

/// How often a construct occurs, and what became of it.
package struct CoverageRow: Hashable, Sendable {
    package let construct: Construct
    package var occurrences = 0
    package var generated = 0
    package var reported = 0
    /// Occurrences that were neither generated nor reported, for the configuration leaves out what they are a part of.
    package var leftOut = 0
    /// Occurrences that became nothing at all: each is a defect.
    package var silent = 0

    package init(construct: Construct) { self.construct = construct }

    /// Adds the counts of another document.
    package mutating func add(_ other: CoverageRow) {
        occurrences += other.occurrences
        generated += other.generated
        reported += other.reported
        leftOut += other.leftOut
        silent += other.silent
    }
}
