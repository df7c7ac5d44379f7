import Foundation

#if canImport(FoundationNetworking) && !TRUNKLINE_WITHOUT_DOWNLOADS
    import FoundationNetworking
#endif

/// What a server answers.
struct Answer {
    let body: [UInt8]
    /// Where a redirection leads.
    let location: String?
}

#if TRUNKLINE_WITHOUT_DOWNLOADS
    /// Stands in for requests in the tool of an artifact bundle, which would need libcurl for them.
    struct Exchange {
        let limit: Int

        /// - Throws: `InputFiles.Failure`, always.
        func run(_ url: URL, silence: Double, time: Double) throws -> Answer {
            throw InputFiles.Failure(description: "this trunkline was built without downloads")
        }
    }
#else
    /// One request with its answer.
    final class Exchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
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
            if (300..<400).contains(response.statusCode), let location = response.value(forHTTPHeaderField: "Location")
            {
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
#endif
