import Foundation

/// Files of the web that a specification refers to: got once, kept beside the lock file and compared with it ever after.
///
/// A copy of each file is in `.trunkline/`, under its digest, so that a later run needs no network.
final class RemoteFiles: @unchecked Sendable {
    private let download: Download
    private let updates: Bool
    private let folder: String
    private let guardian = NSLock()
    private var lock: LockFile
    /// What was got in this run, by address.
    private var fetched: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - path: The path of the lock file.
    ///   - updates: Whether everything is got anew.
    /// - Throws: `InputFiles.Failure` where the lock file cannot be read.
    init(lock path: String, updates: Bool, download: Download = Download()) throws {
        lock = try LockFile(path: path)
        folder = InputFiles.path(".trunkline", besides: path)
        self.updates = updates
        self.download = download
    }

    /// The bytes at an address.
    ///
    /// - Throws: `InputFiles.Failure` where they cannot be had or are not those that the lock file knows.
    func bytes(at address: String) throws -> [UInt8] {
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw InputFiles.Failure(description: "an address has no spaces and no other letters than ASCII's")
        }
        return try guardian.withLock {
            let locked = updates ? nil : lock.digests[address]
            if let locked, let copy = copy(locked) { return copy }
            let bytes = try download.bytes(at: address)
            let digest = SHA256.digest(of: bytes)
            guard locked == nil || locked == digest else {
                throw InputFiles.Failure(
                    description: "it is not what \(lock.path) says; where the change is right, use --update-lock")
            }
            fetched[digest] = bytes
            lock.set(digest, for: address)
            return bytes
        }
    }

    /// Writes the copies and the lock file, where there is something new.
    ///
    /// - Throws: `OutputFile.Failure` where that cannot be done.
    func save() throws {
        try guardian.withLock {
            if !fetched.isEmpty {
                try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            for (digest, bytes) in fetched where copy(digest) == nil {
                try OutputFile(path: folder + "/" + digest).write(bytes)
            }
            fetched = [:]
            if lock.hasChanged { try lock.write() }
        }
    }

    /// The copy of a file; nil where there is none or somebody has changed it.
    private func copy(_ digest: String) -> [UInt8]? {
        guard let bytes = try? InputFiles.read(folder + "/" + digest), SHA256.digest(of: bytes) == digest else {
            return nil
        }
        return bytes
    }
}
