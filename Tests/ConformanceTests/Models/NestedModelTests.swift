import Foundation
import IdentityCall
import Testing
import TopCalls
import TrunklineRuntime
import Vapi

/// Models in a user's own `Codable` type, under Foundation's coders.
@Suite struct NestedModelTests {
    /// What a user may keep in a file.
    struct Cache: Codable, Hashable {
        var savedAt: Date
        var line: IdentityCall.VirtualNumber?
        var numbers: [String: Vapi.PhoneNumber]
        var statuses: [TopCalls.PhoneNumberStatus]
        var lastSeen: Timestamp
        var strategy: RoutingMode
        var extra: JSONValue
    }

    private func cache() throws -> Cache {
        let vapi = try Repository.example("vapi/examples/get-phone-number.response.json")
        let line = try Repository.example("identitycall/examples/get-virtual-number.response.json")
        return Cache(
            savedAt: Date(timeIntervalSince1970: 1_700_000_000),
            line: try JSONCodec.decode(from: line, at: "data"),
            numbers: ["main": try JSONCodec.decode(from: vapi)],
            statuses: [.active, .init(rawValue: "suspended")],
            lastSeen: try #require(Timestamp("2026-04-14T18:22:05.120+02:00")), strategy: .roundRobin,
            extra: ["a": [1, 2.5, .null, "x"]])
    }

    @Test func survivesJSON() throws {
        let cache = try cache()
        let data = try JSONEncoder().encode(cache)
        #expect(try JSONDecoder().decode(Cache.self, from: data) == cache)
        let json = try JSONValue(parsing: data)
        #expect(json["line"]?["phone_number"] == "+15551234567")
        let example = try Repository.exampleValue("vapi/examples/get-phone-number.response.json")
        #expect(json["numbers"]?["main"] == example)
        #expect(json["statuses"] == ["active", "suspended"])
        #expect(json["lastSeen"] == "2026-04-14T18:22:05.120+02:00")
        #expect(json["strategy"] == "round_robin")
    }

    @Test func dateStrategiesChangeTheUsersDatesOnly() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let cache = try cache()
        let data = try encoder.encode(cache)
        #expect(try JSONValue(parsing: data)["savedAt"] == "2023-11-14T22:13:20Z")
        #expect(try decoder.decode(Cache.self, from: data) == cache)
    }

    @Test func keyStrategiesChangeTheUsersKeysOnly() throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let cache = try cache()
        let json = try JSONValue(parsing: encoder.encode(cache))
        #expect(json["saved_at"] != nil)
        #expect(json["numbers"]?["main"]?["credentialId"] == "string")
        #expect(try decoder.decode(Cache.self, from: json.data) == cache)
    }

    @Test func faultNamesTheWholePath() throws {
        let data = try JSONValue(parsing: JSONEncoder().encode(cache()))
            .removing([.member("line"), .member("operators"), .element(1), .member("id")]).data
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode(Cache.self, from: data) }
        guard case .keyNotFound(let key, let context) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(key.stringValue == "id")
        #expect(context.codingPath.map(\.stringValue) == ["line", "operators", "1"])
    }

    @Test func closedEnumerationRefusesAnotherText() throws {
        let data = try JSONValue(parsing: JSONEncoder().encode(cache())).replacing("/strategy", with: "x").data
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode(Cache.self, from: data) }
        guard case .dataCorrupted(let context) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(context.codingPath.map(\.stringValue) == ["strategy"])
        #expect(context.debugDescription.contains("round_robin"))
    }

    @Test func survivesPropertyLists() throws {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        let preview = try JSONCodec.decode([OperatorPreview].self, from: Data(#"[{"id": 12, "name": "A"}]"#.utf8))
        let data = try encoder.encode(preview)
        #expect(try PropertyListDecoder().decode([OperatorPreview].self, from: data) == preview)
    }
}
