import OpenAPIModel

extension Emitter {
    /// The answers that are a success of one shape.
    struct Success {
        let statuses: [API.Response.Status]
        let use: TypeUse?
        let envelope: String?
    }

    /// The first shape of a success and all statuses that have it; any success where none is documented.
    func successes(of operation: API.Operation) -> Success {
        let responses = operation.responses.filter(\.status.isSuccess)
        guard let first = responses.first else {
            let rest = operation.responses.first { $0.status == .default }
            return Success(statuses: [.range(2)], use: rest?.use, envelope: nil)
        }
        let same = responses.filter { $0.hasShape(of: first) }
        return Success(statuses: same.map(\.status), use: first.use, envelope: first.envelope)
    }

    /// The Swift type of a success.
    func output(_ success: Success) -> Code { success.use.map { spelling($0, sent: false) } ?? "Void" }

    func decode(_ success: Success) -> Declaration {
        let statuses = self.statuses(success.statuses)
        let envelope = success.envelope.map { ["at: \(literal: $0)" as Code] } ?? []
        let call: Code = success.use == nil ? "empty" : "json"
        return .function(
            "public static func decode", ["_ response: TrunklineRuntime.ResponseDecoder"],
            tail: " throws -> \(output(success))",
            ["try response.\(call)(\((statuses + envelope).joined(separator: ", ")))"])
    }

    /// The codes or, where a range is among them, the range, which includes them.
    private func statuses(_ statuses: [API.Response.Status]) -> [Code] {
        let codes = statuses.compactMap { status -> Code? in
            if case .code(let code) = status { "\(code)" } else { nil }
        }
        return codes.count == statuses.count ? codes : ["200...299"]
    }
}
