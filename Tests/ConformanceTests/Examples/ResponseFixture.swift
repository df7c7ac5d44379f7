import Foundation
import IdentityCall
import TopCalls
import TrunklineRuntime
import Vapi

/// An answer, and how the generated module reads and writes it.
struct ResponseFixture: Sendable, CustomStringConvertible {
    let description: String
    /// The folder of the API below `specs`.
    let api: String
    /// The operation that answers so.
    let operation: String
    let json: JSONValue
    /// Reads and writes by `JSONCodec`.
    let codec: @Sendable (JSONValue) throws -> JSONValue
    /// Reads and writes by `JSONDecoder` and `JSONEncoder`.
    let foundation: @Sendable (JSONValue) throws -> JSONValue

    /// An answer that is the value.
    init<Value: JSONCodable & Codable>(
        _ description: String, _ api: String, _ operation: String, as type: Value.Type, _ json: JSONValue
    ) {
        self.description = description
        self.api = api
        self.operation = operation
        self.json = json
        codec = { try JSONValue(parsing: JSONCodec.encode(JSONCodec.decode(type, from: $0.data))) }
        foundation = { try JSONValue(parsing: JSONEncoder().encode(JSONDecoder().decode(type, from: $0.data))) }
    }

    /// An answer that holds the value in `data`.
    init<Value: JSONCodable & Codable>(
        _ description: String, _ api: String, _ operation: String, inData type: Value.Type, _ json: JSONValue
    ) {
        self.description = description
        self.api = api
        self.operation = operation
        self.json = json
        codec = { json in
            let value = try JSONCodec.decode(type, from: json.data, at: "data")
            return try ["data": JSONValue(parsing: JSONCodec.encode(value))]
        }
        foundation = { json in
            let envelope = try JSONDecoder().decode(Envelope<Value>.self, from: json.data)
            return try JSONValue(parsing: JSONEncoder().encode(envelope))
        }
    }
}

/// An object with `data`, as a user would declare it.
struct Envelope<Value: Codable>: Codable {
    let data: Value
}

extension JSONValue {
    /// The value as a text in UTF-8.
    var data: Data { Data(description.utf8) }
}

extension ResponseFixture {
    /// The documented answers, from the committed examples.
    static func documented() throws -> [ResponseFixture] {
        [
            ResponseFixture(
                "Get Virtual Number", "identitycall", "getVirtualNumber", inData: IdentityCall.VirtualNumber.self,
                try Repository.exampleValue("identitycall/examples/get-virtual-number.response.json")),
            ResponseFixture(
                "List Virtual Numbers", "identitycall", "listVirtualNumbers",
                inData: [IdentityCall.VirtualNumberSummary].self,
                try Repository.exampleValue("identitycall/examples/list-virtual-numbers.response.json")),
            ResponseFixture(
                "Update Virtual Number", "identitycall", "updateVirtualNumber", inData: IdentityCall.VirtualNumber.self,
                try Repository.exampleValue("identitycall/examples/update-virtual-number.response.json")),
            ResponseFixture(
                "Get phone number details", "topcalls", "getPhoneNumber", as: TopCalls.PhoneNumber.self,
                try Repository.exampleValue("topcalls/examples/get-phone-number.response.json")),
            ResponseFixture(
                "Get Phone Number", "vapi", "getPhoneNumber", as: Vapi.PhoneNumber.self,
                try Repository.exampleValue("vapi/examples/get-phone-number.response.json")),
        ]
    }

    /// The documented answers and answers with everything else that the specifications know.
    static func all() throws -> [ResponseFixture] {
        try documented() + [
            ResponseFixture(
                "every provider", "vapi", "listPhoneNumbers", as: [Vapi.PhoneNumber].self,
                JSONValue(parsing: VapiFixtures.everyProvider)),
            ResponseFixture(
                "a page", "vapi", "listPhoneNumbersPaginated", as: Vapi.PhoneNumberPage.self,
                JSONValue(parsing: VapiFixtures.page)),
        ]
    }
}
