import TrunklineJSON

/// What a value has to satisfy beside its type (JSON Schema Validation, section 6).
package enum ValueRule: Hashable, Sendable {
    case minLength(Int)
    case maxLength(Int)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case minProperties(Int)
    case maxProperties(Int)
    case minimum(JSONNumber)
    case maximum(JSONNumber)
    case exclusiveMinimum(JSONNumber)
    case exclusiveMaximum(JSONNumber)
    case multipleOf(JSONNumber)
    /// Where a member is there, others have to be.
    case dependentRequired(String, [String])
    /// What each element of an array, or each value of a map, has to satisfy.
    indirect case each([ValueRule])
}
