import IdentityCall
import IdentityCallExamples
import Testing
import TopCalls
import TopCallsExamples
import TrunklineTesting
import Vapi
import VapiExamples

/// The documentation's samples as ready answers.
@Suite struct ReadyExampleTests {
    @Test func samplesAnswerCalls() async throws {
        let mock = MockTransport()
        mock.on(IdentityCall.GetVirtualNumber.self, .documented, .notFound)
        mock.on(TopCalls.GetPhoneNumber.self, .documented)
        mock.on(Vapi.GetPhoneNumber.self, .documented)
        let identityCall = IdentityCallClient(token: "test", transport: mock)
        #expect(try await identityCall.virtualNumbers.get(id: 7).name == "US Sales Line")
        let error = await #expect(throws: APIError.self) { try await identityCall.virtualNumbers.get(id: 8) }
        #expect(error?.message == "Resource not found")
    }

    @Test func samplesAreValues() throws {
        #expect(try Example<ListVirtualNumbers>.documented.value().map(\.id) == [7, 8])
        #expect(try Example<UpdateVirtualNumber>.documentedBody().name == "US Sales Line - Primary")
        #expect(try Example<TopCalls.GetPhoneNumber>.documented.value().id.isEmpty == false)
        guard case .byoPhoneNumber = try Example<Vapi.GetPhoneNumber>.documented.value() else {
            Issue.record("another provider than the sample's")
            return
        }
    }
}
