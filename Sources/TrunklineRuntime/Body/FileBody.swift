#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

extension HTTPBody {
    /// A body that is read from a file piece by piece while it is sent.
    ///
    /// - Parameter url: A URL of a file. It must not change until the call is over.
    /// - Throws: ``FileFailure`` if the file cannot be opened.
    public static func file(_ url: URL) throws -> HTTPBody {
        let length = try File(url, "rb").length()
        return HTTPBody(length: length, isReplayable: true) {
            let file = try File(url, "rb")
            var left = length
            return {
                guard left > 0 else { return nil }
                let piece = try file.read(atMost: left < File.pieceSize ? left : File.pieceSize)
                left -= piece.count
                return piece
            }
        }
    }

    /// Writes all bytes to a file as they come.
    ///
    /// They are written beside it, under a name that ends in `.part`; only a whole body takes the place of what was there.
    ///
    /// - Parameter url: A URL of a file; its folder has to be there.
    /// - Throws: ``FileFailure`` if the file cannot be written; what the source throws.
    public func write(to url: URL) async throws {
        let part = url.appendingPathExtension("\(UInt64.random(in: 0 ... .max)).part")
        do {
            let file = try File(part, "wbx")
            for try await piece in self { try file.write(piece) }
            try file.close()
            try File.rename(part, url)
        } catch {
            try? FileManager.default.removeItem(at: part)
            throw error
        }
    }
}

/// Why a file could not be read or written.
public struct FileFailure: Error, Sendable, CustomStringConvertible {
    /// The file and what the system says about it.
    public let description: String

    init(_ url: URL, _ code: Int32 = errno) {
        description =
            "\(url.path): \(code == 0 ? "the file has fewer bytes than before" : String(cString: strerror(code)))"
    }
}

/// A file of the system, which is closed when nobody holds it any more.
private final class File {
    static let pieceSize = 65_536
    private let url: URL
    private var stream: UnsafeMutablePointer<FILE>?

    init(_ url: URL, _ mode: String) throws {
        guard let stream = fopen(url.path, mode) else { throw FileFailure(url) }
        self.url = url
        self.stream = stream
    }

    deinit { if let stream { fclose(stream) } }

    /// How many bytes it has.
    func length() throws -> Int {
        guard let stream, fseek(stream, 0, SEEK_END) == 0 else { throw FileFailure(url) }
        let length = ftell(stream)
        guard length >= 0 else { throw FileFailure(url) }
        return length
    }

    /// The next bytes; at least one.
    func read(atMost count: Int) throws -> Data {
        var bytes = [UInt8](repeating: 0, count: count)
        guard let stream else { throw FileFailure(url, EBADF) }
        let got = fread(&bytes, 1, count, stream)
        guard got > 0 else { throw FileFailure(url, ferror(stream) == 0 ? 0 : errno) }
        return Data(bytes.prefix(got))
    }

    func write(_ data: Data) throws {
        guard let stream else { throw FileFailure(url, EBADF) }
        let written = data.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
        guard written == data.count else { throw FileFailure(url) }
    }

    /// Closes the file and says whether all was written.
    func close() throws {
        guard let stream else { return }
        self.stream = nil
        guard fclose(stream) == 0 else { throw FileFailure(url) }
    }

    static func rename(_ old: URL, _ new: URL) throws {
        guard systemRename(old.path, new.path) == 0 else { throw FileFailure(new) }
    }
}

private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
