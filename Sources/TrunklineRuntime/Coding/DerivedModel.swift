/// A model that has the members of another one, its base, beside its own (`allOf`), or a union whose variants all do.
///
/// Members of the base are reached as the model's own: `number.name` is `number.base.name`.
@dynamicMemberLookup
public protocol DerivedModel: Model {
    /// The model whose members this one has, too.
    associatedtype Base: Model

    /// The members that are the base's.
    var base: Base { get }
}

extension DerivedModel {
    /// A member of the base.
    public subscript<Value>(dynamicMember member: KeyPath<Base, Value>) -> Value { base[keyPath: member] }
}

/// A derived model whose members can be changed.
public protocol MutableDerivedModel: DerivedModel {
    /// The members that are the base's.
    var base: Base { get set }
}

extension MutableDerivedModel {
    /// A member of the base.
    public subscript<Value>(dynamicMember member: WritableKeyPath<Base, Value>) -> Value {
        get { base[keyPath: member] }
        set { base[keyPath: member] = newValue }
    }
}
