import Foundation
import Testing
import TrunklineRuntime

/// Passwords go over the wire and nowhere else.
@Suite struct PasswordTests {
    private struct Trunk: ObjectModel, Hashable, Codable {
        var name: String
        var password: Password?

        init(name: String, password: Password?) {
            self.name = name
            self.password = password
        }

        init(from object: inout ObjectDecoder) throws(DecodingIssue) {
            name = object.required("name")
            password = object.optional("password")
        }

        func encode(into object: inout ObjectEncoder) {
            object.required("name", name)
            object.optional("password", password)
        }
    }

    private let trunk = Trunk(name: "pbx", password: "open sesame")

    @Test func passwordIsSentAndReceived() throws {
        let json = Data(#"{"name":"pbx","password":"open sesame"}"#.utf8)
        #expect(try JSONCodec.encode(trunk) == json)
        #expect(try JSONCodec.decode(Trunk.self, from: json) == trunk)
        #expect(try JSONDecoder().decode(Trunk.self, from: json) == trunk)
        #expect(try JSONDecoder().decode(Password.self, from: JSONEncoder().encode(Password("x"))) == "x")
        let word = "sesame"
        #expect(Password("open \(word)").text == "open sesame")
    }

    @Test func passwordIsNotPrinted() {
        var text =
            "\(trunk) \(String(reflecting: trunk)) \([trunk.password]) \(String(describing: Mirror(reflecting: trunk)))"
        dump(trunk, to: &text)
        for child in Mirror(reflecting: trunk).children { text += "\(child.value) \(String(reflecting: child.value))" }
        #expect(text.contains("pbx"))
        #expect(text.contains("<redacted>"))
        #expect(!text.contains("sesame"))
    }

    @Test func passwordThatIsNoneIsNotPrintedEither() throws {
        let json = Data(#"{"name": "pbx", "password": 12345678}"#.utf8)
        let error = #expect(throws: DecodingIssue.self) { try JSONCodec.decode(Trunk.self, from: json) }
        #expect(error?.pathText == "password")
        #expect(error.map { "\($0)".contains("12345678") } == false)
    }
}
