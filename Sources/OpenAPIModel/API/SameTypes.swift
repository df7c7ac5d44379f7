extension API {
    /// Whether two uses mean the same values: one type, or scalars and collections that are written alike.
    func isSame(_ first: TypeUse, _ second: TypeUse) -> Bool {
        first.isNullable == second.isNullable && isSame(first.type, second.type, depth: 0)
    }

    private func isSame(_ first: TypeID, _ second: TypeID, depth: Int) -> Bool {
        if first == second { return true }
        guard depth < 8 else { return false }
        switch (self[first].shape, self[second].shape) {
        case (.string(let format), .string(let other)), (.integer(let format), .integer(let other)),
            (.number(let format), .number(let other)):
            return format == other
        case (.boolean, .boolean), (.binary, .binary), (.null, .null), (.any, .any): return true
        case (.enumeration(let enumeration), .enumeration(let other)):
            return enumeration.isClosed == other.isClosed && enumeration.values.map(\.json) == other.values.map(\.json)
        case (.array(let element), .array(let other)), (.map(let element), .map(let other)):
            return element.isNullable == other.isNullable && isSame(element.type, other.type, depth: depth + 1)
        default: return false
        }
    }
}
