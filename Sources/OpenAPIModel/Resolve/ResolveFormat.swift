import TrunklineJSON

extension Resolver {
    /// The format of a string; base64 is one, however it is said.
    func textFormat(_ schema: Schema) -> String? {
        let encoding = schema.applicators.contentEncoding?.lowercased()
        return schema.format ?? (encoding == "base64" ? "byte" : nil)
    }

    /// A number that can only be whole is an integer.
    mutating func numberShape(_ schema: Schema) -> Shape {
        guard schema.format == nil, let step = number(schema.limits.multipleOf), step.integer(Int.self) != nil
        else { return .number(format: schema.format) }
        return .integer(format: integerFormat(schema))
    }

    /// A format says what a value without `type` is.
    mutating func formatShape(_ schema: Schema) -> Shape {
        switch schema.format {
        case "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64":
            .integer(format: schema.format)
        case "float", "double": .number(format: schema.format)
        default: .string(format: schema.format)
        }
    }

    /// The format of an integer: its own or, where its bounds are beyond 64 bits with a sign, one that they fit.
    mutating func integerFormat(_ schema: Schema) -> String? {
        guard schema.format == nil else { return schema.format }
        let (least, most) = (number(schema.limits.minimum), number(schema.limits.maximum))
        guard isBeyond(least) || isBeyond(most) else { return nil }
        if let least = least?.double, least >= 0, most.map({ $0.integer(UInt64.self) != nil }) ?? true {
            return "uint64"
        }
        reportUnsupported(
            "an integer beyond 64 bits", at: schema.node, instead: "values of at most 64 bits are read and sent")
        return nil
    }

    private func number(_ node: Node?) -> JSONNumber? { node.flatMap(arena.number).flatMap(JSONNumber.init(text:)) }

    /// Whether a bound is beyond 64 bits with a sign; those are often written as the nearest double, 9223372036854776000.
    private func isBeyond(_ bound: JSONNumber?) -> Bool {
        guard let bound, bound.integer(Int64.self) == nil else { return false }
        return abs(bound.double ?? .infinity) > 0x1p63
    }
}
