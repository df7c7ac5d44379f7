import TrunklineJSON

/// What is sent and has bounds in the specification, where the configuration asks for checks (`validate: true`).
///
/// A server refuses what breaks a bound; `validate()` says so without asking it, and names every member at once.
///
///     do {
///         try NewPhoneNumber(name: name).validate()
///     } catch {
///         print(error)    // name: at most 40 characters, not 52
///     }
public protocol CheckedModel: Sendable {
    /// Checks every member, and what is in it.
    func check(with check: inout ModelCheck)
}

extension CheckedModel {
    /// Checks the value against the bounds of the specification: lengths, counts, numbers and members that need others.
    ///
    /// Patterns, and bounds of some alternatives only, are left to the server.
    ///
    /// - Throws: `InvalidModel` with every violation.
    public func validate() throws(InvalidModel) {
        var check = ModelCheck()
        self.check(with: &check)
        if !check.violations.isEmpty { throw InvalidModel(violations: check.violations) }
    }
}

/// What is to be sent breaks bounds of the specification.
public struct InvalidModel: Error, Sendable, Hashable, CustomStringConvertible {
    /// A bound that a value breaks.
    public struct Violation: Sendable, Hashable, CustomStringConvertible {
        /// The way to the value, for example `operators[2].name`; empty for the whole.
        public let path: String
        /// What the bound asks for and what there is, without the value itself, for example `at most 40 characters, not 52`.
        public let reason: String

        /// The path and the reason.
        public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
    }

    /// In the order of the members.
    public let violations: [Violation]

    /// The violations, a line each.
    public var description: String { violations.map(\.description).joined(separator: "\n") }
}

/// A bound of the specification (JSON Schema Validation, section 6): it concerns values of one kind and lets others be.
public indirect enum ModelRule: Sendable, Hashable {
    /// How many characters a string has at least, counted as Unicode scalars.
    case minLength(Int)
    /// How many characters a string has at most, counted as Unicode scalars.
    case maxLength(Int)
    /// How many elements an array has at least.
    case minItems(Int)
    /// How many elements an array has at most.
    case maxItems(Int)
    /// No element of an array is there twice.
    case uniqueItems
    /// How many members an object has at least.
    case minProperties(Int)
    /// How many members an object has at most.
    case maxProperties(Int)
    /// What a number is at least.
    case minimum(Double)
    /// What a number is at most.
    case maximum(Double)
    /// What a number is more than.
    case exclusiveMinimum(Double)
    /// What a number is less than.
    case exclusiveMaximum(Double)
    /// What a number is a multiple of.
    case multipleOf(Double)
    /// Where an object has the first member, it has the others.
    case dependentRequired(String, [String])
    /// What every element of an array and every value of an object without known members satisfies.
    case all([ModelRule])

    /// What every element of an array and every value of an object without known members satisfies.
    public static func each(_ rules: ModelRule...) -> ModelRule { .all(rules) }
}

/// Gathers what breaks the bounds of a value.
public struct ModelCheck: Sendable {
    var violations: [InvalidModel.Violation] = []
    private var path: [DecodingIssue.PathPart] = []

    init() {}

    /// Checks a member by rules.
    public mutating func member<Value: JSONCodable>(_ name: String, _ value: Value?, _ rules: ModelRule...) {
        inside(.member(name)) { $0.apply(rules, to: value) }
    }

    /// Checks a member by rules, and what is in it by its own.
    public mutating func member<Value: JSONCodable & CheckedModel>(
        _ name: String, _ value: Value?, _ rules: ModelRule...
    ) {
        inside(.member(name)) {
            $0.apply(rules, to: value)
            value?.check(with: &$0)
        }
    }

    /// Checks the body of a request.
    public mutating func body(_ value: (some CheckedModel)?) { value?.check(with: &self) }

    /// Checks an object as a whole.
    public mutating func object(_ value: some JSONCodable, _ rules: ModelRule...) { apply(rules, to: value) }

    mutating func inside(_ part: DecodingIssue.PathPart, _ check: (inout ModelCheck) -> Void) {
        path.append(part)
        check(&self)
        path.removeLast()
    }

    private mutating func apply(_ rules: [ModelRule], to value: (some JSONCodable)?) {
        // What cannot be written is said where it is sent.
        guard !rules.isEmpty, let value, let json = try? JSONCodec.convert(value, to: JSONValue.self) else { return }
        for rule in rules { apply(rule, to: json) }
    }

    private mutating func apply(_ rule: ModelRule, to json: JSONValue) {
        switch (rule, json) {
        case (.all(let rules), .array(let elements)):
            for (index, element) in elements.enumerated() {
                inside(.element(index)) { check in for rule in rules { check.apply(rule, to: element) } }
            }
        case (.all(let rules), .object(let members)):
            for member in members {
                inside(.member(member.name)) { check in for rule in rules { check.apply(rule, to: member.value) } }
            }
        default:
            if let reason = rule.complaint(about: json) { violations.append(.init(path: path.text, reason: reason)) }
        }
    }
}

extension ModelRule {
    /// Why a value breaks the rule; nil where it does not.
    fileprivate func complaint(about json: JSONValue) -> String? {
        switch json {
        case .string(let text): complaint(aboutLength: text.unicodeScalars.count)
        case .array(let elements): complaint(about: elements)
        case .object(let members): complaint(about: members)
        case .number(let number): number.double.flatMap(complaint)
        case .null, .bool: nil
        }
    }

    private func complaint(aboutLength count: Int) -> String? {
        switch self {
        case .minLength(let least) where count < least: "at least \(least.of("character")), not \(count)"
        case .maxLength(let most) where count > most: "at most \(most.of("character")), not \(count)"
        default: nil
        }
    }

    private func complaint(about elements: [JSONValue]) -> String? {
        switch self {
        case .minItems(let least) where elements.count < least: "at least \(least.of("element")), not \(elements.count)"
        case .maxItems(let most) where elements.count > most: "at most \(most.of("element")), not \(elements.count)"
        case .uniqueItems where Set(elements).count < elements.count: "no element twice"
        default: nil
        }
    }

    private func complaint(about members: JSONMembers) -> String? {
        switch self {
        case .minProperties(let least) where members.count < least:
            "at least \(least.of("member")), not \(members.count)"
        case .maxProperties(let most) where members.count > most: "at most \(most.of("member")), not \(members.count)"
        case .dependentRequired(let name, let others) where members[name] != nil:
            others.first { members[$0] == nil }.map { "`\(name)` only with `\($0)`" }
        default: nil
        }
    }

    private func complaint(about number: Double) -> String? {
        switch self {
        case .minimum(let least) where number < least: "at least \(JSONNumber.text(least))"
        case .maximum(let most) where number > most: "at most \(JSONNumber.text(most))"
        case .exclusiveMinimum(let least) where number <= least: "more than \(JSONNumber.text(least))"
        case .exclusiveMaximum(let most) where number >= most: "less than \(JSONNumber.text(most))"
        case .multipleOf(let divisor) where !number.isMultiple(of: divisor): "a multiple of \(JSONNumber.text(divisor))"
        default: nil
        }
    }
}

extension Int {
    /// A number of things, for example `1 element`.
    fileprivate func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension JSONNumber {
    fileprivate static func text(_ value: Double) -> String { JSONNumber(value)?.text ?? "\(value)" }
}

extension Double {
    /// Whether the quotient is whole, but for what doubles cannot hold: 19.99 is a multiple of 0.01.
    fileprivate func isMultiple(of divisor: Double) -> Bool {
        let quotient = self / divisor
        guard quotient.isFinite else { return true }
        return (quotient - quotient.rounded()).magnitude <= Swift.max(1, quotient.magnitude) * 1e-12
    }
}

// MARK: What holds models

extension Array: CheckedModel where Element: CheckedModel {
    /// Checks every element.
    public func check(with check: inout ModelCheck) {
        for (index, element) in enumerated() { check.inside(.element(index)) { element.check(with: &$0) } }
    }
}

extension Dictionary: CheckedModel where Key == String, Value: CheckedModel {
    /// Checks every value, in the order of the keys.
    public func check(with check: inout ModelCheck) {
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            check.inside(.member(key)) { value.check(with: &$0) }
        }
    }
}

extension Optional: CheckedModel where Wrapped: CheckedModel {
    /// Checks the value, if there is one.
    public func check(with check: inout ModelCheck) { self?.check(with: &check) }
}

extension Nullable: CheckedModel where Value: CheckedModel {
    /// Checks the value, if there is one.
    public func check(with check: inout ModelCheck) { value?.check(with: &check) }
}

extension StringOr: CheckedModel where Value: CheckedModel {
    /// Checks the value that is no string.
    public func check(with check: inout ModelCheck) { value?.check(with: &check) }
}
