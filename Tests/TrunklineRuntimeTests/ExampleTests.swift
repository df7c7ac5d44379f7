import DocumentedPets
import DocumentedPetsExamples
import Foundation
import Testing
import TrunklineRuntime
import TrunklineTesting

/// Examples of a specification, as the generated module of a golden has them.
@Suite struct ExampleTests {
    private typealias Pet = Documented.GetPet

    @Test func examplesAreAnswers() async throws {
        let mock = MockTransport()
        mock.on(Pet.self, .aCat, .notFoundGone, .default)
        let client = Documented.DocumentedPetsClient(transport: mock)
        #expect(try await client.pets.get(id: 1).name == "Tom")
        let error = await #expect(throws: APIError.self) { try await client.pets.get(id: 1) }
        #expect(error?.status == .notFound)
        #expect(error?.rawBody.isEmpty == false)
        for _ in 1...2 { #expect(try await client.pets.get(id: 1).name == "Rex") }
    }

    @Test func examplesStandBesideFaults() async throws {
        let mock = MockTransport()
        mock.on(Pet.self, .failure(.connectionLost), Example<Pet>.aCat.answer)
        let configuration = ClientConfiguration(retryPolicy: .init(baseDelay: .milliseconds(1)))
        let client = Documented.DocumentedPetsClient(transport: mock, configuration: configuration)
        #expect(try await client.pets.get(id: 1).name == "Tom")
        #expect(mock.requests.count == 2)
    }

    @Test func examplesCanBeLate() async throws {
        let mock = MockTransport()
        mock.on(Pet.self, .aCat.delayed(by: .milliseconds(20)).delayed(by: .milliseconds(20)))
        let start = ContinuousClock.now
        _ = try await Documented.DocumentedPetsClient(transport: mock).pets.get(id: 1)
        #expect(ContinuousClock.now - start >= .milliseconds(40))
    }

    @Test func examplesAreValues() throws {
        #expect(try Example<Pet>.default.value() == Documented.PetInput(name: "Rex", age: 4).received())
        #expect(try Example<Documented.UpdatePet>.renamedBody().name == "Rex")
        let error = #expect(throws: APIError.self) { try Example<Pet>.failure.value() }
        #expect(error?.status == .internalServerError)
        guard case .accepted("soon\n") = try Example<Documented.UpdatePet>.acceptedExample.value() else {
            Issue.record("not the text")
            return
        }
    }

    /// What is in the text of an example comes out as it went in, whatever Swift would make of it.
    @Test func textIsKept() throws {
        let cat = try Example<Pet>.aCat2.value()
        let odd = "odd \"#\" \\(name) \u{202E}"
        #expect(cat.otherMembers[odd] == .array([]))
        #expect(try Example<Pet>.notQuestion.value().name == "\"\"\"##\n")
    }
}

extension Documented.PetInput {
    /// The same as it is received.
    fileprivate func received() throws -> Documented.Pet { try JSONCodec.convert(self) }
}
