import Foundation
import LoopbackServer
import PagedLists
import Testing
import TrunklineTesting
import TrunklineURLSession

@testable import TrunklineRuntime

/// Lists that come in pages, against a mock that answers by what it is asked for.
@Suite struct PagesTests {
    private let mock = MockTransport()
    private var client: PetsClient { PetsClient(transport: mock, configuration: .init(retryPolicy: .never)) }

    /// What the requests asked for.
    private var queries: [String] {
        mock.requests.map { $0.request.path.map { String($0.drop { $0 != "?" }) } ?? "" }
    }

    private func pets(_ ids: [Int]) -> String { ids.map { #"{"id": \#($0)}"# }.joined(separator: ", ") }

    // MARK: Pages that are counted

    /// Answers pages of two pets, with what they say about pages beside.
    private func answerNumbered(_ count: Int, _ metadata: @escaping @Sendable (Int) -> String) {
        let pets = pets
        mock.on(ListNumbered.self) { request in
            let query = request.request.path?.split(separator: "?").last?.split(separator: "&") ?? []
            let page = query.first { $0.hasPrefix("page=") }.flatMap { Int($0.dropFirst(5)) } ?? 1
            let ids = Array((1...count).dropFirst((page - 1) * 2).prefix(2))
            return .json(200, #"{"results": [\#(pets(ids))], "metadata": \#(metadata(page))}"#)
        }
    }

    @Test func pagesEndWithAnEmptyOne() async throws {
        answerNumbered(5) { #"{"page": \#($0)}"# }
        let ids = try await client.pets.listNumberedAll(perPage: 2).collect().map(\.id)
        #expect(ids == [1, 2, 3, 4, 5])
        #expect(queries == ["?per%20page=2"] + (2...4).map { "?per%20page=2&page=\($0)" })
    }

    @Test(arguments: [#"{"more": MORE}"#, #"{"pages": 3}"#, #"{"items": 5.0}"#, #"{"more": null, "pages": 3}"#])
    func pagesEndWhereTheServerSaysSo(metadata: String) async throws {
        answerNumbered(5) { metadata.replacing("MORE", with: $0 < 3 ? "true" : "false") }
        var ids: [Int] = []
        for try await pet in client.pets.listNumberedAll() { ids.append(pet.id) }
        #expect(ids == [1, 2, 3, 4, 5])
        #expect(mock.requests.count == 3)
    }

    @Test func totalOfNothingEndsNothing() async throws {
        answerNumbered(3) { #"{"items": 0, "pages": -1, "page": \#($0)}"# }
        #expect(try await client.pets.listNumberedAll().collect().count == 3)
    }

    @Test func listBeginsInTheMiddle() async throws {
        answerNumbered(5) { _ in #"{"items": 5}"# }
        #expect(try await client.pets.listNumberedAll(page: 2).collect().map(\.id) == [3, 4, 5])
        #expect(queries == ["?page=2", "?page=3", "?page=4"])
    }

    @Test func firstPageMayBeZero() async throws {
        mock.on(
            ListFromZero.self, .json(200, #"{"data": [\#(pets([1]))], "has_more": true}"#),
            .json(200, #"{"data": [], "has_more": true}"#))
        #expect(try await client.pets.allFromZero().collect().count == 1)
        #expect(queries == ["", "?page=1"])
    }

    @Test func itemsMayBeMissing() async throws {
        mock.on(ListNext.self, .json(200, "{}"))
        #expect(try await client.pets.listNumbered2().collect().isEmpty)
    }

    @Test func offsetsCountItems() async throws {
        let pages = [#"["a", "b"]"#, #"["c"]"#, "[]"]
        mock.on(
            ListSkipped.self, .json(200, #"{"items": \#(pages[0])}"#), .json(200, #"{"items": \#(pages[1])}"#),
            .json(200, #"{"items": \#(pages[2])}"#))
        #expect(try await client.pets.listSkippedAll(skip: 10).collect() == ["a", "b", "c"])
        #expect(queries == ["?skip=10", "?skip=12", "?skip=13"])
    }

    @Test func offsetsEndAtTheTotal() async throws {
        mock.on(
            ListSkipped.self, .json(200, #"{"items": ["a", "b"], "total": 3}"#),
            .json(200, #"{"items": ["c"], "total": 3}"#))
        #expect(try await client.pets.listSkippedAll().collect() == ["a", "b", "c"])
        #expect(mock.requests.count == 2)
    }

    @Test func serverThatDoesNotCountIsAnError() async throws {
        mock.on(ListSkipped.self, .json(200, #"{"items": ["a"]}"#))
        let error = await #expect(throws: APIError.self) { try await client.pets.listSkippedAll().collect() }
        #expect(error?.kind == .paging)
        #expect(error?.status == .ok)
        #expect(error?.description.contains("listSkipped: 200 OK: ") == true)
        #expect(mock.requests.count == 2)
    }

    @Test(arguments: [Int.max, Int.min]) func numbersNeverOverflow(page: Int) async throws {
        mock.on(ListNumbered.self, .json(200, #"{"results": [{"id": 1}], "metadata": {"items": 9}}"#))
        let error = await #expect(throws: APIError.self) {
            try await client.pets.listNumberedAll(page: page).collect()
        }
        #expect(error?.kind == .paging)
    }

    // MARK: Pages with cursors

    @Test(arguments: ["null", #""2027-01-01T00:00:00Z""#]) func cursorsAreSentAsTheyCame(last: String) async throws {
        let next = #""2026-01-02T03:04:05.678+02:00""#
        mock.on(
            SearchCursored.self, .json(200, #"{"data": [{"id": 1}], "next": \#(next)}"#),
            .json(200, #"{"data": [], "next": "2026-05-05T00:00:00Z"}"#),
            .json(200, #"{"data": [{"id": 2}], "next": \#(last)}"#))
        let pages = client.all(SearchCursored(["name": "Rex"]))
        if last == "null" {
            #expect(try await pages.collect().map(\.id) == [1, 2])
        } else {
            let error = await #expect(throws: APIError.self) { try await pages.collect() }
            #expect(error?.kind == .paging)
        }
        #expect(
            queries.prefix(3) == [
                "", "?cursor=2026-01-02T03%3A04%3A05.678%2B02%3A00", "?cursor=2026-05-05T00%3A00%3A00Z",
            ])
        #expect(mock.requests.allSatisfy { $0.body?.data == Data(#"{"name":"Rex"}"#.utf8) })
    }

    @Test func lastItemIsTheCursor() async throws {
        mock.on(
            ListAfter.self, .json(200, #"{"data": [\#(pets([4, 7]))], "has_more": true}"#),
            .json(200, #"{"data": [\#(pets([9]))], "has_more": false}"#))
        #expect(try await client.pets.all(startingAfter: "3").collect().map(\.id) == [4, 7, 9])
        #expect(queries == ["?starting_after=3", "?starting_after=7"])
    }

    @Test func moreWithoutAPlaceIsAnError() async throws {
        mock.on(ListAfter.self, .json(200, #"{"data": [], "has_more": true}"#))
        let error = await #expect(throws: APIError.self) { try await client.pets.all().collect() }
        #expect(error?.kind == .paging)
    }

    // MARK: Pages with links

    private func linked(_ link: String) -> TransportResponse {
        .json(200, #"[{"id": 1}]"#, headers: [HTTPField.Name("Link") ?? .location: link])
    }

    @Test func linksAreFollowed() async throws {
        mock.on(
            ListLinked.self, linked(#"<https://pets.example/linked/a%20b?page=2&x=%2B>; rel="next", </>; rel="last""#),
            linked("</linked/a%20b?page=3#top>; rel=NEXT"), linked(#"<?page=4>; title="a, <b>; rel=x"; rel="up next""#),
            linked(#"</other>; rel="next"; anchor="/else", <?page=1>; rel=prev"#))
        #expect(try await client.listLinkedAll(kind: "a b").collect().count == 4)
        let paths = mock.requests.compactMap(\.request.path)
        #expect(
            paths == [
                "/linked/a%20b", "/linked/a%20b?page=2&x=%2B", "/linked/a%20b?page=3", "/linked/a%20b?page=4",
            ])
    }

    @Test(arguments: [
        "<https://evil.example/linked/a>; rel=next", "<http://pets.example/linked/a>; rel=next",
        "<https://pets.example:8443/>; rel=next", "<//evil.example/>; rel=next",
        "<https://pets.example@evil.example/>; rel=next", "<https://user@pets.example/>; rel=next",
        "<ftp://pets.example/>; rel=next",
    ]) func linkToAnotherServerIsAnError(link: String) async throws {
        mock.on(ListLinked.self, linked(link))
        var ids: [Int] = []
        let error = await #expect(throws: APIError.self) {
            for try await pet in client.listLinkedAll(kind: "a") { ids.append(pet.id) }
        }
        #expect(error?.kind == .paging)
        #expect(ids == [1])
        #expect(mock.requests.count == 1)
    }

    @Test func sameServerMayBeWrittenOtherwise() async throws {
        mock.on(ListLinked.self, linked("<HTTPS://PETS.example:443/linked/a?page=2>; rel=next"), linked(""))
        #expect(try await client.listLinkedAll(kind: "a").collect().count == 2)
    }

    @Test func linkThatComesAgainIsAnError() async throws {
        mock.on(
            ListLinked.self, linked("<?page=2>; rel=next"), linked("<?page=3>; rel=next"), linked("<?page=2>; rel=next")
        )
        let error = await #expect(throws: APIError.self) { try await client.listLinkedAll(kind: "a").collect() }
        #expect(error?.kind == .paging)
        #expect(mock.requests.count == 3)
    }

    @Test(arguments: ["<", "<>", ";rel=next", "<a", "<a>; rel", "<a>; rel=\"next", "<a>;;;=,<b>;rel", ""])
    func oddLinksNeverHang(link: String) async throws {
        mock.on(ListLinked.self, linked(link), linked(""))
        _ = try? await client.listLinkedAll(kind: "a").collect()
        #expect((1...2).contains(mock.requests.count))
    }

    @Test func linkMayBeInThePage() async throws {
        mock.on(
            ListNext.self, .json(200, #"{"list": [1, null], "links": {"default": "https://pets.example/next?p=2"}}"#),
            .json(200, #"{"list": [3], "links": {"default": ""}}"#))
        #expect(try await client.pets.listNumbered2().collect() == [1, nil, 3])
        #expect(mock.requests.compactMap(\.request.path) == ["/next", "/next?p=2"])
    }

    @Test func keysInTheQueryAreNotDoubled() async throws {
        let key: Credentials = [.key("key", "s3cret&more", inQuery: "api_key")]
        let security: [OperationMetadata.Security] = ["key"]
        let authorization = try await key.authorization(for: security, given: [:])
        for path in ["/linked?page=2", "/linked?api_key=s3cret%26more&page=2"] {
            let request = TransportRequest(
                HTTPRequest(method: .get, scheme: "https", authority: "pets.example", path: path), operationID: "x",
                isRepeatable: true)
            let sent = authorization.applied(to: request, except: [:]).request.path
            #expect(sent?.split(separator: "api_key=").count == 2)
        }
    }

    // MARK: Reading

    @Test func nothingIsSentBeforeItIsRead() async throws {
        answerNumbered(9) { #"{"page": \#($0)}"# }
        let list = client.pets.listNumberedAll()
        #expect(mock.requests.isEmpty)
        #expect(try await list.collect(upTo: 3).map(\.id) == [1, 2, 3])
        #expect(mock.requests.count == 2)
        #expect(try await list.collect(upTo: 0).isEmpty)
        #expect(mock.requests.count == 2)
    }

    @Test func listCanBeReadAgain() async throws {
        answerNumbered(3) { #"{"page": \#($0)}"# }
        let list = client.pets.listNumberedAll()
        #expect(try await list.collect() == list.collect())
        var pages: [Int] = []
        for try await page in list.pages { pages.append(page.results.count) }
        #expect(pages == [2, 1, 0])
    }

    @Test func nothingComesAfterAnError() async throws {
        mock.on(ListNumbered.self, .json(200, #"{"results": [{"id": 1}]}"#), .empty(500))
        var iterator = client.pets.listNumberedAll().makeAsyncIterator()
        #expect(try await iterator.next()?.id == 1)
        let error = await #expect(throws: APIError.self) { try await iterator.next() }
        #expect(error?.status == .internalServerError)
        #expect(try await iterator.next() == nil)
        #expect(mock.requests.count == 2)
    }

    @Test func optionsHoldForEachPage() async throws {
        answerNumbered(3) { #"{"page": \#($0)}"# }
        var options = RequestOptions(headers: [.userAgent: "test"], timeout: .seconds(7), idempotencyKey: "k1")
        options.server = URL(string: "https://proxy.example/v1")
        _ = try await client.pets.listNumberedAll(options: options).collect()
        let requests = mock.requests
        #expect(requests.count == 3)
        #expect(requests.allSatisfy { $0.request.headerFields[.userAgent] == "test" && $0.timeout == .seconds(7) })
        #expect(requests.allSatisfy { $0.request.authority == "proxy.example" })
        let key = try #require(HTTPField.Name("Idempotency-Key"))
        #expect(requests.map { $0.request.headerFields[key] } == ["k1", nil, nil])
    }

    @Test func cancellationEndsTheList() async throws {
        mock.on(ListNumbered.self, .json(200, #"{"results": [{"id": 1}]}"#).delayed(by: .seconds(60)))
        let list = client.pets.listNumberedAll()
        let task = Task { try await list.collect() }
        while mock.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func eachPageHasTheWholeDeadline() async throws {
        struct Witness: Middleware {
            let deadlines: Locked<[ContinuousClock.Instant?]>
            func call(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse {
                deadlines.withLock { $0.append(context.deadline) }
                return try await next(request)
            }
        }
        let answers: [MockAnswer] = (1...3).map { page in
            .json(200, #"{"results": [{"id": \#(page)}], "metadata": {"pages": 3}}"#).delayed(by: .milliseconds(10))
        }
        mock.on(ListNumbered.self, answers[0], answers[1], answers[2])
        let deadlines = Locked<[ContinuousClock.Instant?]>([])
        let client = PetsClient(transport: mock, configuration: .init(middleware: [Witness(deadlines: deadlines)]))
        let start = ContinuousClock.now
        #expect(try await client.pets.listNumberedAll(options: .init(deadline: .seconds(600))).collect().count == 3)
        let seen = deadlines.withLock { $0.compactMap(\.self) }
        #expect(seen.count == 3)
        #expect(seen.allSatisfy { $0 >= start + .seconds(600) })
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0 < $1 })
        #expect(try #require(seen.last) >= start + .seconds(600) + .milliseconds(20))
    }

    @Test func pagesComeFromAServer() async throws {
        let server = try LoopbackServer { request in
            let page = request.target.split(separator: "page=").last.flatMap { Int($0) } ?? 1
            let link = page < 50 ? ["Link: </linked/a?page=\(page + 1)>; rel=\"next\""] : []
            return .json(200, #"[{"id": \#(page)}]"#, headers: link)
        }
        let url = try #require(URL(string: server.url))
        let client = PetsClient(server: .custom(url), transport: .urlSession())
        #expect(try await client.listLinkedAll(kind: "a").collect().map(\.id) == Array(1...50))
    }
}
