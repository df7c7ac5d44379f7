/// The items of a list, which are asked for page by page as they are read.
///
/// For example:
///
/// ```swift
/// for try await number in client.phoneNumbers.listAll(limit: 50) { print(number) }
/// let newest = try await client.phoneNumbers.listAll().collect(upTo: 500)
/// ```
///
/// Nothing is sent before the first item is read, and no page before the one before it has been read; leaving the loop sends
/// no more. The list begins where the operation's own parameters say: on its `page`, behind its `cursor`. Each page is a
/// call of its own, with the options' time limits and retries. The sequence can be read any number of times, and begins
/// anew each time.
///
/// Reading throws an ``APIError``, also where pages do not come to an end (``APIError/Kind/paging``), and `CancellationError`
/// if the task was cancelled. Nothing comes after that.
public struct PagedItems<Operation: PagedOperation>: AsyncSequence, Sendable {
    /// What the list is made of.
    public typealias Element = Operation.PagedItem

    /// The pages, whole.
    public let pages: Pages<Operation>

    /// The items of all pages from that of an operation on.
    ///
    /// - Parameters:
    ///   - operation: What gets the first page.
    ///   - client: What sends it.
    ///   - options: What each call does differently. An idempotency key goes with the first page only.
    public init(_ operation: Operation, _ client: APIClient, _ options: RequestOptions = .init()) {
        pages = Pages(operation, client, options)
    }

    /// Collects items in memory; no page is asked for that they do not need.
    ///
    /// - Parameter limit: How many items at most.
    /// - Throws: ``APIError``; `CancellationError` if the task was cancelled.
    public func collect(upTo limit: Int = .max) async throws -> [Operation.PagedItem] {
        var items: [Operation.PagedItem] = []
        var iterator = makeAsyncIterator()
        while items.count < limit, let item = try await iterator.next() { items.append(item) }
        return items
    }

    /// Begins at the first item.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(walk: PageWalk(pages.operation, pages.client, pages.options))
    }

    /// Goes from item to item.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var walk: PageWalk<Operation>
        var items: ArraySlice<Operation.PagedItem> = []

        /// The next item; nil at the end.
        ///
        /// - Throws: ``APIError``; `CancellationError` if the task was cancelled.
        public mutating func next() async throws -> Operation.PagedItem? {
            while items.isEmpty {
                guard let page = try await walk.next() else { return nil }
                items = page.items[...]
            }
            return items.popFirst()
        }
    }
}

/// The pages of a list, which are asked for as they are read.
///
/// For example:
///
/// ```swift
/// for try await page in client.phoneNumbers.listAll().pages { print(page.metadata.totalItems) }
/// ```
public struct Pages<Operation: PagedOperation>: AsyncSequence, Sendable {
    /// A page as the operation returns it.
    public typealias Element = Operation.Output

    let operation: Operation
    let client: APIClient
    let options: RequestOptions

    init(_ operation: Operation, _ client: APIClient, _ options: RequestOptions) {
        self.operation = operation
        self.client = client
        self.options = options
    }

    /// Begins at the first page.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(walk: PageWalk(operation, client, options)) }

    /// Goes from page to page.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var walk: PageWalk<Operation>

        /// The next page; nil at the end.
        ///
        /// - Throws: ``APIError``; `CancellationError` if the task was cancelled.
        public mutating func next() async throws -> Operation.Output? { try await walk.next()?.response.value }
    }
}

extension GeneratedClient {
    /// The items of all pages from that of an operation on.
    ///
    /// - Parameters:
    ///   - operation: What gets the first page.
    ///   - options: What each call does differently.
    public func all<Operation: PagedOperation>(
        _ operation: Operation, options: RequestOptions = .init()
    ) -> PagedItems<Operation> {
        PagedItems(operation, client, options)
    }
}
