/// Where the bytes of files come from; the command line passes in the file system, tests a dictionary.
///
/// Paths are those of the entry document's folder joined with what references say, `..` already worked out. A provider
/// that must not leave a folder has to look at symbolic links itself.
package struct FileProvider: Sendable {
    package let read: @Sendable (_ path: String) throws -> [UInt8]

    package init(_ read: @escaping @Sendable (_ path: String) throws -> [UInt8]) {
        self.read = read
    }
}
