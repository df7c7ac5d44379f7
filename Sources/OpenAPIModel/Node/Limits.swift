/// How much a text may ask for before reading it is given up; a specification is hostile input.
package struct Limits: Sendable {
    /// How deep collections may be nested, aliases counted as what they stand for.
    package var depth = 1000
    /// How large a file may be, in bytes.
    package var bytes = 256 << 20
    /// How many entries merge keys (`<<`) may copy in one file.
    package var mergedEntries = 1_000_000

    package init() {}
}
