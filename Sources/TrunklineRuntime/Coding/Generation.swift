/// What code of the first generation needs to be compiled: a runtime that has this type.
///
/// Generated code names the type. A runtime that is older than the code does not have it, and the compiler says so.
public enum Generation1 {}
