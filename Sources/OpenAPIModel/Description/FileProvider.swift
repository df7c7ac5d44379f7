/// Where the bytes of files come from; the command line passes in the file system, tests a dictionary.
///
/// Paths are those of the entry document's folder joined with what references say, `..` already worked out. A provider
/// that must not leave a folder has to look at symbolic links itself.
package struct FileProvider: Sendable {
    /// A symbolic link leads out of the folder of the entry document.
    package struct LeavesFolder: Error {
        package init() {}
    }

    package let read: @Sendable (_ path: String) throws -> [UInt8]
    /// Reads what is at an address of the web; nil where that is not allowed.
    package let fetch: (@Sendable (_ address: String) throws -> [UInt8])?
    /// Whether references may lead out of the folder of the entry document.
    package let allowsOutside: Bool

    package init(
        allowsOutside: Bool = false, fetch: (@Sendable (_ address: String) throws -> [UInt8])? = nil,
        _ read: @escaping @Sendable (_ path: String) throws -> [UInt8]
    ) {
        self.allowsOutside = allowsOutside
        self.fetch = fetch
        self.read = read
    }
}
