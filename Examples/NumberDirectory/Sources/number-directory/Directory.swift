import Logging

/// A phone number as every provider has it.
struct Entry: Codable, Equatable, Sendable {
    let provider: String
    let id: String
    let number: String?
    let name: String?
}

/// The numbers of one provider, and how to read them.
struct Source: Sendable {
    let provider: String
    let numbers: @Sendable () async throws -> [Entry]
}

/// The numbers of all providers as they were when they were last read.
actor Directory {
    private let sources: [Source]
    private let logger: Logger
    private var entries: [String: [Entry]] = [:]
    private var failures: [String: String] = [:]

    init(_ sources: [Source], logger: Logger) {
        self.sources = sources
        self.logger = logger
    }

    /// What is known: old numbers of a provider that does not answer are still there, and it is named.
    struct Snapshot: Codable, Equatable, Sendable {
        let numbers: [Entry]
        let failures: [String: String]
    }

    /// The numbers of one provider, or of all.
    func snapshot(of provider: String? = nil) -> Snapshot {
        let shown = sources.map(\.provider).filter { provider == nil || $0 == provider }
        return Snapshot(
            numbers: shown.flatMap { entries[$0] ?? [] }, failures: failures.filter { shown.contains($0.key) })
    }

    /// Reads the numbers of all providers at the same time.
    ///
    /// - Throws: `CancellationError`, and nothing else: a provider that fails keeps the numbers that it had.
    func refresh() async throws {
        try await withThrowingTaskGroup(of: (String, Result<[Entry], any Error>).self) { group in
            for source in sources {
                group.addTask {
                    do {
                        return (source.provider, .success(try await source.numbers()))
                    } catch let error as CancellationError {
                        throw error
                    } catch {
                        return (source.provider, .failure(error))
                    }
                }
            }
            for try await (provider, result) in group { keep(result, of: provider) }
        }
    }

    private func keep(_ result: Result<[Entry], any Error>, of provider: String) {
        switch result {
        case .success(let numbers):
            entries[provider] = numbers
            failures[provider] = nil
        case .failure(let error):
            // An `APIError` says what happened in one line without credentials.
            failures[provider] = "\(error)"
            logger.warning("a provider was not read", metadata: ["provider": "\(provider)", "error": "\(error)"])
        }
    }
}
