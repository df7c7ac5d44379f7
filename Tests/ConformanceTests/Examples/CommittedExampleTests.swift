import Foundation
import Testing
import TrunklineRuntime

/// The committed examples are those that the pages print.
@Suite struct CommittedExampleTests {
    /// Which example is on which page.
    static let responses: [(PageName, String)] = [
        (.getVirtualNumber, "identitycall/examples/get-virtual-number.response.json"),
        (.listVirtualNumbers, "identitycall/examples/list-virtual-numbers.response.json"),
        (.updateVirtualNumber, "identitycall/examples/update-virtual-number.response.json"),
        (.getTopCallsNumber, "topcalls/examples/get-phone-number.response.json"),
        (.getVapiNumber, "vapi/examples/get-phone-number.response.json"),
    ]

    @Test(arguments: responses)
    func responseIsThePages(_ name: PageName, _ example: String) throws {
        guard let page = try SharedPages.page(name) else { return }
        #expect(try Repository.exampleValue(example) == page.response)
    }

    @Test func requestBodyIsThePages() throws {
        guard let page = try SharedPages.page(.updateVirtualNumber) else { return }
        let example = try Repository.exampleValue("identitycall/examples/update-virtual-number.request.json")
        #expect(page.request.body == example)
    }

    @Test func everyExampleIsOnAPage() throws {
        let known = Set(Self.responses.map(\.1) + ["identitycall/examples/update-virtual-number.request.json"])
        #expect(try Set(Repository.examplePaths()) == known)
    }

    @Test(arguments: ["identitycall", "topcalls", "vapi"])
    func everyExampleIsInItsSpecification(_ api: String) throws {
        let text = try String(
            contentsOf: Repository.root.appendingPathComponent("specs/\(api)/openapi.yaml"), encoding: .utf8)
        let named = text.matches(of: /externalValue: (\S+)/).map { "\(api)/\($0.1)" }
        #expect(try Set(named) == Set(Repository.examplePaths().filter { $0.hasPrefix(api) }))
    }
}

/// The readers of pages read what a page may hold.
@Suite struct PageReaderTests {
    @Test func curlOfOneLine() throws {
        let request = try CurlCommand.read(
            #"curl -X PATCH "https://example.com/a/7" \ -H "Authorization: Bearer $KEY" \ -d '{ "a": "b c" }'"#)
        let expected = DocumentedRequest(
            method: "PATCH", url: "https://example.com/a/7", headers: ["authorization": "Bearer $KEY"],
            body: ["a": "b c"])
        #expect(request == expected)
    }

    @Test func curlOfSeveralLines() throws {
        let request = try CurlCommand.read(
            "curl --request GET \\\n  --url https://example.com/{id} \\\n  --header 'A: b'")
        #expect(request.url == "https://example.com/{id}")
        #expect(request.headers == ["a": "b"])
        #expect(request.body == nil)
    }

    @Test func bracketsInStringsDoNotEndASample() throws {
        let page = PageText("x\n{ \"a\": \"}\\\"}\",\n\"b\": [1]\n}\nmore")
        #expect(try page.json(from: 2) == ["a": "}\"}", "b": [1]])
        #expect(throws: PageFault.self) { try PageText("{ \"a\": [").json(from: 1) }
    }

    @Test func typesAreNotTakenForPartsOfNames() throws {
        let page = """
            GEThttps://example.com/numbers/:id

            FieldTypeDescription
            phone_numberstringE.164 phone number
            operators_countintegerTotal

            curl -X GET "https://example.com/numbers/7"

            Response200 OK
            {}

            """
        let read = try PageLayout.nextra.read(PageText(page))
        #expect(read.url == "https://example.com/numbers/{id}")
        #expect(read.statements.map(\.name) == ["phone_number", "operators_count"])
        #expect(read.statements.map(\.line) == [4, 5])
    }

    @Test func optionsEndAtTheFirstWithoutAComma() throws {
        let page = """
            Skip
            GET
            /
            v1
            Title
            curl --request GET
            {
            }

            Response

            source
            enum<string>
            Available options:
            byoc,
            twilio
            status
            string | null
            """
        let read = try PageLayout.mintlify.read(PageText(page))
        #expect(read.url == "/v1")
        #expect(read.statements.map(\.name) == ["source", "status", "byoc", "twilio"])
    }

    @Test func numbersOfSampleLinesAreCounted() throws {
        let page = """
            GET
            https://example.com/a/:id
            GET
            /a/:id
            $curl https://example.com/a/id
            200Retrieved
            1{
            2 "codes": [
            3 400,
            4 7
            5 ]
            6}
            Was this page helpful?
            idstringRequired
            twilioobject
            """
        let read = try PageLayout.fern.read(PageText(page))
        #expect(read.response == ["codes": [400, 7]])
        #expect(read.url == "https://example.com/a/{id}")
        #expect(read.statements.map(\.name) == ["codes", "id", "twilio"])
    }
}
