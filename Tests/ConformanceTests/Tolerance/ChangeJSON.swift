import TrunklineRuntime

extension JSONValue {
    /// The value with another at a JSON Pointer, or with a new last member.
    func replacing(_ pointer: String, with value: JSONValue) throws -> JSONValue {
        let parts = pointer.split(separator: "/").map(String.init)
        return try changing(parts.map { Int($0).map(DecodingIssue.PathPart.element) ?? .member($0) }) { _ in value }
    }

    /// The value without the member that a path leads to.
    func removing(_ path: [DecodingIssue.PathPart]) throws -> JSONValue {
        try changing(path) { _ in nil }
    }

    /// The value after a change of what a path leads to; nil removes a member.
    func changing(
        _ path: some Collection<DecodingIssue.PathPart>, _ change: (JSONValue?) throws -> JSONValue?
    ) throws -> JSONValue {
        guard let part = path.first else { return try change(self) ?? .null }
        switch (self, part) {
        case (.object(var members), .member(let name)):
            if path.count == 1 {
                members[name] = try change(members[name])
            } else {
                members[name] = try members[name]?.changing(path.dropFirst(), change)
            }
            return .object(members)
        case (.array(var elements), .element(let index)) where elements.indices.contains(index):
            elements[index] = try elements[index].changing(path.dropFirst(), change)
            return .array(elements)
        default: throw PageFault("the path leads nowhere")
        }
    }
}
