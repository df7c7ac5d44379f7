import Foundation
import Testing

@testable import phone_numbers

/// The commands, against the examples of the providers' documentation.
@Suite(.serialized) struct PhoneNumbersTests {
    init() {
        for provider in ["IDENTITYCALL", "TOPCALLS", "VAPI"] { setenv("\(provider)_API_KEY", "test", 1) }
    }

    @Test func listsWhatCanBeListed() async throws {
        try await withServer { server, address in
            let all = try await PhoneNumbers.List.parse(["--server", address]).output()
            #expect(
                all.split(separator: "\n") == [
                    "identitycall\t7\t+15551234567\tUS Sales Line\tactive",
                    "identitycall\t8\t+37060012345\tLT Support Line\tactive",
                    "vapi\tstring\tstring\tstring\tactive",
                ])
            let vapi = try await PhoneNumbers.List.parse(["--server", address, "--provider", "vapi"]).output()
            #expect(vapi == "vapi\tstring\tstring\tstring\tactive")
        }
    }

    @Test(arguments: [
        ("identitycall", "7", "US Sales Line"), ("topcalls", "3c90c3cc-0d44-4b50-8888-8dd25736052a", "<string>"),
        ("vapi", "string", "string"),
    ])
    func showsANumberAsJSON(provider: String, id: String, name: String) async throws {
        try await withServer { server, address in
            let show = try PhoneNumbers.Show.parse(["--provider", provider, id, "--json", "--server", address])
            let json = try JSONSerialization.jsonObject(with: Data(try await show.output().utf8)) as? [[String: String]]
            #expect(json?.count == 1)
            #expect(json?.first?["provider"] == provider)
            #expect(json?.first?["id"] == id)
            #expect(json?.first?["name"] == name)
        }
    }

    @Test(arguments: [("identitycall", "7"), ("vapi", "string")])
    func sendsOnlyTheNewName(provider: String, id: String) async throws {
        try await withServer { server, address in
            let update = try PhoneNumbers.Update.parse([
                "--provider", provider, id, "--name", "Sales", "--server", address,
            ])
            _ = try await update.output()
            let bodies = await server.bodies
            #expect(bodies == [#"{"name":"Sales"}"#])
        }
    }

    @Test func saysWhatAProviderDoesNotOffer() async throws {
        let list = try PhoneNumbers.List.parse(["--provider", "topcalls"])
        await #expect { try await list.output() } throws: { "\($0)".contains("topcalls does not let its API's users") }
    }

    @Test func saysWhatTheServerSays() async throws {
        setenv("VAPI_API_KEY", "wrong", 1)
        try await withServer { server, address in
            let show = try PhoneNumbers.Show.parse(["--provider", "vapi", "string", "--server", address])
            await #expect { try await show.output() } throws: {
                "\($0)" == "getPhoneNumber: 401 Unauthorized: Unauthorized"
            }
        }
    }

    @Test func alignsATableForPeople() {
        let number = PhoneNumber(provider: .vapi, id: "pn_1", number: "+1555", name: nil, status: "active")
        #expect(
            table([number], isAligned: true) == """
                PROVIDER  ID    NUMBER  NAME  STATUS
                vapi      pn_1  +1555   -     active
                """)
    }

    private func withServer(_ body: (ProviderServer, String) async throws -> Void) async throws {
        let server = try ProviderServer()
        let address = try await server.start()
        do {
            try await body(server, address)
            await server.stop()
        } catch {
            await server.stop()
            throw error
        }
    }
}
