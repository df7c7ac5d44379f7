import Foundation

/// Gets a file of the web, within bounds.
struct Download: Sendable {
    /// The most bytes of a file.
    var sizeLimit = 64 << 20
    /// How long the server may be silent, and how long the whole may take, in seconds.
    var silence = 15.0
    var time = 60.0
    var redirects = 5
    /// What is wrong with a host, in words; asked before every connection.
    var objection: @Sendable (_ host: String) -> String? = PublicAddress.objection

    /// The bytes at an address; redirections are followed, each to a host that is asked about as well.
    ///
    /// - Throws: `InputFiles.Failure` in words for people.
    func bytes(at address: String) throws -> [UInt8] {
        guard var url = URL(string: address) else { throw InputFiles.Failure(description: "it is no address") }
        for _ in 0...redirects {
            try check(url)
            let answer = try Exchange(limit: sizeLimit).run(url, silence: silence, time: time)
            guard let location = answer.location else { return answer.body }
            guard let next = URL(string: location, relativeTo: url)?.absoluteURL else {
                throw InputFiles.Failure(description: "it leads to `\(location)`, which is no address")
            }
            if url.scheme == "https", next.scheme != "https" {
                throw InputFiles.Failure(description: "it leads from https to `\(location)`")
            }
            url = next
        }
        throw InputFiles.Failure(description: "it leads on more than \(redirects) times")
    }

    private func check(_ url: URL) throws {
        guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme), let host = url.host else {
            throw InputFiles.Failure(description: "`\(url.absoluteString)` is no address of the web")
        }
        guard url.user == nil, url.password == nil else {
            throw InputFiles.Failure(description: "an address with a name or a password is not followed")
        }
        let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        if let objection = objection(name) { throw InputFiles.Failure(description: objection) }
    }
}
