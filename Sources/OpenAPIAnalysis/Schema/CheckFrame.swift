import OpenAPIModel

/// One schema that is being applied to one value, with how far that is.
struct CheckFrame {
    /// A schema that a keyword applies.
    struct Part {
        let schema: Int
        let instance: Instance
        /// Which member or element counts as looked at when it fits; -1 where the value is the same.
        var place = -1
    }

    /// When a keyword that applies schemas is satisfied.
    enum Combination {
        case all, any, one, none
        case condition(then: Int?, otherwise: Int?)
        case contains(least: Int, most: Int?)
    }

    let schema: Int
    let instance: Instance
    /// How many schemas around this one are applied to the same value.
    let depthInPlace: Int
    /// Whether nobody wants to know why the value does not fit.
    let isQuiet: Bool
    /// Whether somebody wants to know what was looked at.
    let isTracking: Bool

    var rule = -1
    var isApplying = false
    var parts: [Part] = []
    var nextPart = 0
    var passed = 0
    var combination = Combination.all
    /// How many mismatches there were before the keyword, and before each part of it.
    var ruleMismatch = 0
    var partMismatches: [Int] = []
    var isValid = true
    var evaluated = Evaluated()
}

/// A value that does not fit a keyword, before there are words for it.
struct Mismatch {
    let schema: Int
    let rule: Int
    let instance: Instance
    var detail = MismatchDetail.none
    var causes: [Mismatch] = []
}

/// What the words about a mismatch need to know besides the keyword.
enum MismatchDetail {
    case none
    case names([String])
    /// How many schemas fit, or how many members, elements or characters there are.
    case count(Int)
    case duplicate(Int, of: Int)
    /// The name of a member that may not be there, and the keyword that says so.
    case member(Instance, keyword: String)
}
