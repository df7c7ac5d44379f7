public import TrunklineJSON

/// The members of a JSON object that is being encoded, in the order they are written.
public struct ObjectEncoder: ~Copyable {
    private let writer: UnsafeMutablePointer<JSONWriter>
    private var isFirst = true
    private var kept = JSONMembers()
    /// Members that are kept as values of a type; an object has them or `kept`.
    var typed: [TypedMember] = []

    /// A member and how its value is written.
    struct TypedMember {
        let name: String
        let write: (inout JSONWriter) -> Void
    }

    init(_ writer: UnsafeMutablePointer<JSONWriter>) {
        self.writer = writer
        writer.pointee.byte(UInt8(ascii: "{"))
    }

    /// Members beyond the modelled ones, to be written behind them; one that is written by name is not written again.
    public mutating func rest(_ members: JSONMembers) { kept = members }

    /// Writes the members that a model has of its base, and the rest that this keeps: the first to be written.
    public mutating func base<Base: ObjectModel>(_ base: Boxed<Base>) { base.value.encode(into: &self) }

    /// Writes a member.
    public mutating func required<Value: JSONCodable>(_ name: StaticString, _ value: Value) {
        begin(name)
        guard writer.pointee.issue == nil else { return }
        value.encode(into: &writer.pointee)
        if writer.pointee.issue != nil { writer.pointee.issue?.path.append(.member(name.description)) }
    }

    /// Writes a member that has a value.
    public mutating func optional<Value: JSONCodable>(_ name: StaticString, _ value: Value?) {
        if let value { required(name, value) }
    }

    /// Writes a string; most members are strings, and calls without type parameters are smaller.
    public mutating func required(_ name: StaticString, _ value: String) {
        begin(name)
        writer.pointee.string(value)
    }

    /// Writes a string that is there.
    public mutating func optional(_ name: StaticString, _ value: String?) {
        if let value { required(name, value) }
    }

    /// Writes a member that has a value or is an explicit null.
    public mutating func nullable<Value: JSONCodable>(_ name: StaticString, _ value: Nullable<Value>?) {
        if let value { required(name, value) }
    }

    mutating func finish() {
        for member in writer.pointee.isCanonical ? kept.sorted(by: { $0.name < $1.name }) : Array(kept) {
            separate()
            writer.pointee.name(member.name)
            writer.pointee.value(member.value)
        }
        finishTyped()
        writer.pointee.byte(UInt8(ascii: "}"))
    }

    private mutating func finishTyped() {
        guard !typed.isEmpty else { return }
        let isCanonical = writer.pointee.isCanonical
        for member in isCanonical ? typed.sorted(by: { $0.name < $1.name }) : typed {
            separate()
            writer.pointee.name(member.name)
            guard writer.pointee.issue == nil else { return }
            member.write(&writer.pointee)
            if writer.pointee.issue != nil { writer.pointee.issue?.path.append(.member(member.name)) }
        }
    }

    private mutating func begin(_ name: StaticString) {
        if !kept.isEmpty { kept[name.description] = nil }
        if !typed.isEmpty { typed.removeAll { $0.name == name.description } }
        separate()
        writer.pointee.name(name)
    }

    private mutating func separate() {
        if !isFirst { writer.pointee.byte(UInt8(ascii: ",")) }
        isFirst = false
    }
}

@available(*, unavailable)
extension ObjectEncoder: Sendable {}
