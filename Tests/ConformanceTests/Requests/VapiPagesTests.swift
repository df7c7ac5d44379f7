import Testing
import TrunklineTesting
import Vapi

/// The second list of phone numbers, which comes in pages.
@Suite struct VapiPagesTests {
    private func page(_ ids: [String], _ metadata: JSONValue) -> TransportResponse {
        let numbers = ids.map { id -> JSONValue in
            [
                "provider": "vapi", "id": .string(id), "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
                "updatedAt": "2026-04-14T16:22:05Z",
            ]
        }
        return .json(200, (["results": .array(numbers), "metadata": metadata] as JSONValue).description)
    }

    @Test(
        arguments: [
            ["hasNextPage": true], ["totalPages": 2], [:],
        ] as [JSONValue]) func allNumbersOfAllPages(more: JSONValue) async throws
    {
        var metadata: JSONMembers = ["itemsPerPage": 2, "totalItems": 3, "currentPage": 1]
        if case .object(let members) = more { for member in members { metadata[member.name] = member.value } }
        let first = page(["pn_1", "pn_2"], .object(metadata))
        if metadata["hasNextPage"] != nil { metadata["hasNextPage"] = false }
        metadata["currentPage"] = 2
        let mock = MockTransport()
        mock.on(ListPhoneNumbersPaginated.self, first, page(["pn_3"], .object(metadata)))
        let client = VapiClient(token: "key", transport: mock)
        var ids: [String] = []
        for try await number in client.phoneNumbers.listAll(search: "sales", limit: 2) { ids.append(number.id) }
        #expect(ids == ["pn_1", "pn_2", "pn_3"])
        #expect(
            mock.requests.map(\.request.path) == [
                "/v2/phone-number?search=sales&limit=2", "/v2/phone-number?search=sales&limit=2&page=2",
            ])
        let page = try await client.phoneNumbers.listPage(page: 2)
        #expect(page.metadata.currentPage == 2)
    }
}
