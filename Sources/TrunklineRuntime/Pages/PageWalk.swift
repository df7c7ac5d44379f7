#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The way from one page to the next.
struct PageWalk<Operation: PagedOperation> {
    /// A page as it came.
    struct Page {
        let response: APIResponse<Operation.Output>
        let items: [Operation.PagedItem]
        /// The whole answer, which makes errors.
        let answer: ResponseDecoder
    }

    private enum Progress {
        case first
        case after(Page)
        case end
    }

    private let client: APIClient
    private let paging = Operation.paging
    private var options: RequestOptions
    /// What was asked for last, or will be first.
    private var encoder = RequestEncoder()
    private var progress = Progress.first
    /// How many items there were.
    private var count = 0
    /// The places of pages that there were.
    private var seen: Set<String> = []
    /// The page before the last, for servers that do not look at the parameter.
    private var bodyBefore: Data?

    init(_ operation: Operation, _ client: APIClient, _ options: RequestOptions) {
        self.client = client
        self.options = options
        operation.encode(into: &encoder)
        seen.insert(encoder.place)
    }

    /// The next page; nil at the end.
    mutating func next() async throws -> Page? {
        let last = progress
        progress = .end
        switch last {
        case .end: return nil
        case .first: break
        case .after(let page):
            guard try advance(behind: page) else { return nil }
            options.idempotencyKey = nil
        }
        let (response, answer) = try await client.send(Operation.self, encoder, options)
        let page = Page(response: response, items: paging.items(response.value) ?? [], answer: answer)
        count += page.items.count
        progress = .after(page)
        return page
    }

    /// Changes the request into that for the next page.
    ///
    /// - Returns: Whether there is one.
    /// - Throws: ``APIError`` where the pages would not come to an end, or lead elsewhere.
    private mutating func advance(behind page: Page) throws -> Bool {
        let hasMore = paging.hasMore?(page.response.value)
        if hasMore == false { return false }
        guard try move(behind: page, hasMore: hasMore == true) else {
            if hasMore == true { throw page.failure("more pages follow, but the answer does not say where") }
            return false
        }
        guard seen.insert(encoder.place).inserted else {
            throw page.failure("the next page is one that was there before")
        }
        return true
    }

    private mutating func move(behind page: Page, hasMore: Bool) throws -> Bool {
        let output = page.response.value
        switch paging.step {
        case .page(let parameter, let first):
            let number = encoder.queryNumber(parameter) ?? first
            guard hasMore || !isLast(page, number: number, first) else { return false }
            return try increase(parameter, number, by: 1, behind: page)
        case .offset(let parameter):
            let offset = encoder.queryNumber(parameter) ?? 0
            guard hasMore || !page.items.isEmpty && !reaches(paging.totalItems, page, offset, page.items.count) else {
                return false
            }
            return try increase(parameter, offset, by: page.items.count, behind: page)
        case .cursor(let parameter, let next): return encoder.follow(parameter, next(output))
        case .lastItem(let parameter, let name): return encoder.follow(parameter, page.items.last.flatMap(name))
        case .linkHeader: return try follow(LinkHeader.next(in: page.response.headers), behind: page)
        case .link(let next): return try follow(next(output).flatMap(\.cursor), behind: page)
        }
    }

    // MARK: Pages that are counted

    private mutating func increase(
        _ parameter: String, _ number: Int, by step: Int, behind page: Page
    ) throws -> Bool {
        guard page.response.rawBody != bodyBefore else {
            throw page.failure("the answer is the one before, so the server does not count `\(parameter)`")
        }
        bodyBefore = page.response.rawBody
        let (next, isTooLarge) = number.addingReportingOverflow(step)
        guard !isTooLarge else { throw page.failure("no number is left for `\(parameter)`") }
        encoder.replaceQuery(parameter, with: String(next))
        return true
    }

    private func isLast(_ page: Page, number: Int, _ first: Int) -> Bool {
        let pages = seen.count
        let isFromFirst = number.subtractingReportingOverflow(first).partialValue == pages - 1
        return page.items.isEmpty || reaches(paging.totalPages, page, number.subtractingReportingOverflow(first).0, 1)
            || (isFromFirst && reaches(paging.totalItems, page, count, 0))
    }

    /// Whether what there was is all that a page says there is; a total of nothing beside items is none.
    private func reaches(
        _ total: Paging<Operation>.Reader<any JSONCodable>?, _ page: Page, _ before: Int, _ step: Int
    ) -> Bool {
        guard let total = total?(page.response.value)?.number, total > 0 else { return false }
        return Double(before) + Double(step) >= total
    }

    // MARK: Pages that are linked

    private mutating func follow(_ link: String?, behind page: Page) throws -> Bool {
        guard let link else { return false }
        do {
            encoder.link = try client.target(of: link, Operation.metadata, encoder, options)
        } catch {
            throw page.failure(error.description)
        }
        return true
    }
}

extension PageWalk.Page {
    /// The error of a page that cannot be followed.
    fileprivate func failure(_ detail: String) -> APIError { answer.paging(detail) }
}

extension RequestEncoder {
    /// What makes the request for one page another than that for the next.
    fileprivate var place: String { link ?? queryText }

    /// Asks for what begins at a cursor, if there is one.
    fileprivate mutating func follow(_ parameter: String, _ cursor: (any JSONCodable)?) -> Bool {
        guard let cursor = cursor?.cursor else { return false }
        replaceQuery(parameter, with: cursor)
        return true
    }
}

extension JSONCodable {
    /// The text of a cursor or a link; nil for null, an empty text and `false`, with which servers say that there is none.
    fileprivate var cursor: String? {
        guard let value = try? JSONValue(writing: self), value != .null, value != .bool(false) else { return nil }
        let text = value.parameterText
        return text.isEmpty ? nil : text
    }

    /// The number that a total is; nil for anything else.
    fileprivate var number: Double? {
        guard let value = try? JSONValue(writing: self), case .number(let number) = value else { return nil }
        return number.double
    }
}
