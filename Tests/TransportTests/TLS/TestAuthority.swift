import Foundation

/// A certificate authority that lives as long as the tests do, with certificates that it signed, all made by `openssl`.
struct TestAuthority: Sendable {
    /// A certificate of a server, and its key.
    struct Certificate: Sendable {
        let file: String
        let key: String
    }

    /// The authority's own certificate, which a client has to trust.
    let root: String
    /// A certificate for `localhost`.
    let valid: Certificate
    /// A certificate for another host.
    let wrongHost: Certificate
    /// A certificate for `localhost` whose time is over.
    let expired: Certificate
    /// Is removed when the tests end.
    private static let directory = FileManager.default.temporaryDirectory.appending(
        path: "trunkline-tls-\(UUID().uuidString)")

    /// The authority of this process; nil where there is no `openssl`.
    static let shared: TestAuthority? = {
        do {
            return try TestAuthority()
        } catch {
            print("No tests over TLS: openssl makes no certificates here (\(error)).")
            return nil
        }
    }()

    private init() throws {
        try FileManager.default.createDirectory(at: Self.directory, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: TestAuthority.directory) }
        let (folder, subject) = (Self.directory.path, "/CN=Trunkline test authority")
        root = folder + "/root.pem"
        try Self.openssl(
            ["req", "-x509", "-keyout", folder + "/root.key", "-out", root, "-subj", subject, "-days", "2"]
                + Self.newKey)
        valid = try Self.certificate(in: folder, "valid", host: "localhost", days: 2)
        wrongHost = try Self.certificate(in: folder, "wrong-host", host: "other.example", days: 2)
        expired = try Self.certificate(in: folder, "expired", host: "localhost", days: -1)
    }

    /// A certificate that the authority in a folder signs.
    private static func certificate(in folder: String, _ name: String, host: String, days: Int) throws -> Certificate {
        let start = "\(folder)/\(name)"
        let result = Certificate(file: start + ".pem", key: start + ".key")
        let names = "subjectAltName=DNS:\(host)" + (host == "localhost" ? ",IP:127.0.0.1" : "")
        try names.write(toFile: start + ".ext", atomically: false, encoding: .utf8)
        try openssl(["req", "-keyout", result.key, "-out", start + ".csr", "-subj", "/CN=\(host)"] + newKey)
        try openssl([
            "x509", "-req", "-in", start + ".csr", "-out", result.file, "-extfile", start + ".ext", "-CA",
            folder + "/root.pem", "-CAkey", folder + "/root.key", "-set_serial", "\(abs(name.hashValue))", "-days",
            "\(days)",
        ])
        return result
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    private static func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw OpenSSLFailure(status: process.terminationStatus) }
    }

    /// Why there are no certificates.
    private struct OpenSSLFailure: Error {
        let status: Int32
    }
}
