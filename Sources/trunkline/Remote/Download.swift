import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

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

/// One request with its answer.
private final class Exchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    struct Answer {
        let body: [UInt8]
        /// Where a redirection leads.
        let location: String?
    }

    private let limit: Int
    private let isDone = DispatchSemaphore(value: 0)
    private let lock = NSLock()
    private var body = Data()
    private var failure: String?

    init(limit: Int) {
        self.limit = limit
    }

    func run(_ url: URL, silence: Double, time: Double) throws -> Answer {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCredentialStorage = nil
        configuration.urlCache = nil
        configuration.timeoutIntervalForRequest = silence
        configuration.timeoutIntervalForResource = time
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        let task = session.dataTask(with: URLRequest(url: url))
        task.resume()
        // The time limit of the session is not kept everywhere.
        guard isDone.wait(timeout: .now() + time) == .success else {
            throw InputFiles.Failure(description: "it took longer than \(Int(time)) seconds")
        }
        return try lock.withLock { try answer(of: task) }
    }

    private func answer(of task: URLSessionTask) throws -> Answer {
        if let failure { throw InputFiles.Failure(description: failure) }
        guard let response = task.response as? HTTPURLResponse else {
            throw InputFiles.Failure(description: "there is no answer")
        }
        if (300..<400).contains(response.statusCode), let location = response.value(forHTTPHeaderField: "Location") {
            return Answer(body: [], location: location)
        }
        guard response.statusCode == 200 else {
            throw InputFiles.Failure(description: "the server answered with status \(response.statusCode)")
        }
        return Answer(body: [UInt8](body), location: nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        lock.withLock {
            guard failure == nil else { return }
            body.append(data)
            guard body.count > limit else { return }
            failure = "it is larger than \(limit) bytes"
            body = Data()
            dataTask.cancel()
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        lock.withLock {
            if let error, failure == nil { failure = error.localizedDescription }
        }
        isDone.signal()
    }
}
