import Foundation
import TrunklineRuntime
import Vapi
import VapiTwin

/// Decoding and encoding through `JSONCodec`, beside `JSONDecoder` and `JSONEncoder` with structures whose `Codable` is
/// synthesised.
func measureCoding(_ workspace: Workspace, runs: Int) throws -> [Row] {
    let sample = Data(try workspace.text("specs/vapi/examples/get-phone-number.response.json").utf8)
    let list = Data(phoneNumberList(bytes: 1_000_000).utf8)
    return try compare("documented sample", sample, Vapi.PhoneNumber.self, VapiTwin.PhoneNumber.self, "µs", runs)
        + compare("list of 1 MB", list, [Vapi.PhoneNumber].self, [VapiTwin.PhoneNumber].self, "ms", runs)
}

private func compare<Ours: JSONCodable & Equatable, Twin: Codable & Equatable>(
    _ name: String, _ data: Data, _ ours: Ours.Type, _ twin: Twin.Type, _ unit: String, _ runs: Int
) throws -> [Row] {
    let model = try JSONCodec.decode(ours, from: data)
    let other = try JSONDecoder().decode(twin, from: data)
    try check(name, data, model, other)
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    let seconds = try alternate(["decode", "twin decodes", "encode", "twin encodes"], runs: runs) { side in
        let seconds =
            switch side {
            case "decode": try secondsPerCall { keep(try JSONCodec.decode(ours, from: data)) }
            case "twin decodes": try secondsPerCall { keep(try decoder.decode(twin, from: data)) }
            case "encode": try secondsPerCall { keep(try JSONCodec.encode(model)) }
            default: try secondsPerCall { keep(try encoder.encode(other)) }
            }
        return [seconds * (unit == "µs" ? 1e6 : 1e3)]
    }
    func figure(_ side: String) -> Double { seconds[side]?.first ?? .nan }
    return [
        Row(
            name: "decoding, \(name)", ours: figure("decode"), other: figure("twin decodes"), unit: unit,
            target: .faster(5)),
        Row(
            name: "encoding, \(name)", ours: figure("encode"), other: figure("twin encodes"), unit: unit,
            target: .faster(4)),
    ]
}

/// A figure counts only where both sides have read everything: what each writes means what was read.
private func check(_ name: String, _ data: Data, _ model: some JSONCodable, _ twin: some Encodable) throws {
    let value = try JSONValue(parsing: data)
    guard try JSONValue(parsing: JSONCodec.encode(model)) == value else {
        throw BenchFailure("\(name): the generated model does not write what it has read")
    }
    guard try JSONValue(parsing: JSONEncoder().encode(twin)) == value else {
        throw BenchFailure("\(name): the twin does not write what it has read")
    }
}

/// Keeps the optimiser from dropping what nobody looks at.
@inline(never)
private func keep<Value>(_ value: consuming Value) {}
