package import TrunklineJSON

/// Why a JSON text is not the type it was to be: the path into the value, what was expected and what was found.
///
/// For example: `data.operators[2].priority: expected an integer, found the string "first"`.
public struct DecodingIssue: Error, Sendable, CustomStringConvertible {
    /// A step into a value.
    public enum PathPart: Sendable, Hashable {
        /// Into the member of an object.
        case member(String)
        /// Into an element of an array, counted from zero.
        case element(Int)
    }

    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The text is not JSON.
        case syntax(JSONSyntaxError)
        /// A required member is missing; the path ends with its name.
        case missing
        /// The value is something else than the type needs.
        case mismatch(expected: String, found: String)
    }

    /// One reference, so that a throwing call returns it in a register.
    private final class Storage: Sendable {
        let reason: Reason
        let reversedPath: [PathPart]

        init(_ reason: Reason, _ reversedPath: [PathPart]) {
            self.reason = reason
            self.reversedPath = reversedPath
        }
    }

    private let storage: Storage

    /// What went wrong.
    public var reason: Reason { storage.reason }

    /// The way to the value from the root of the text.
    public var path: [PathPart] { storage.reversedPath.reversed() }

    init(_ reason: Reason, reversedPath: [PathPart] = []) { storage = Storage(reason, reversedPath) }

    /// Creates the issue that a value is not what a type needs.
    public init(expected: String, found: String) { self.init(.mismatch(expected: expected, found: found)) }

    init(missing name: String) { self.init(.missing, reversedPath: [.member(name)]) }

    /// The same issue, seen from the object around it.
    func inside(_ name: String) -> DecodingIssue {
        DecodingIssue(reason, reversedPath: storage.reversedPath + [.member(name)])
    }

    /// The same issue, seen from the array around it.
    func inside(_ index: Int) -> DecodingIssue {
        DecodingIssue(reason, reversedPath: storage.reversedPath + [.element(index)])
    }

    /// The path as it is usually written, for example `data.operators[2].priority`.
    public var pathText: String { path.text }

    /// The path as a JSON Pointer (RFC 6901), for example `/data/operators/2/priority`.
    public var pointer: String {
        path.map { part in
            switch part {
            case .member(let name): "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
            case .element(let index): "/\(index)"
            }
        }.joined()
    }

    /// The path and the reason, for example `stats.total_calls: the required member is missing`.
    public var description: String {
        let place = pathText.isEmpty ? "" : pathText + ": "
        return switch reason {
        case .syntax(let error): "the text is not JSON: \(error)"
        case .missing: place + "the required member is missing"
        case .mismatch(let expected, let found): place + "expected \(expected), found \(found)"
        }
    }
}

/// Why a value cannot be written as JSON, and where it is: for example `plan.timeout: a number has to be finite, not nan`.
public struct EncodingIssue: Error, Sendable, CustomStringConvertible {
    /// The path into the value and the reason.
    public let description: String

    init(_ issue: JSONWriter.Issue) {
        let path = issue.path.reversed().map { part -> DecodingIssue.PathPart in
            switch part {
            case .member(let name): .member(name)
            case .element(let index): .element(index)
            }
        }
        description = (path.isEmpty ? "" : path.text + ": ") + issue.reason
    }
}

extension [DecodingIssue.PathPart] {
    var text: String {
        reduce(into: "") { text, part in
            switch part {
            case .member(let name): text += text.isEmpty ? name : "." + name
            case .element(let index): text += "[\(index)]"
            }
        }
    }
}
