/// A value of a document that is being put together from several files.
package indirect enum BundleValue: Sendable {
    /// A scalar as it is written.
    case scalar(Node)
    case text(String)
    /// The text of a reference to what stands at a node, once the place of that is known; and where it was written.
    case reference(Node, from: Node)
    case list([BundleValue])
    case mapping([Member])

    /// A key with its value.
    package struct Member: Sendable {
        package let key: String
        package var value: BundleValue
    }
}

extension BundleValue {
    /// The value under a key.
    subscript(key: String) -> BundleValue? {
        get { members.first { $0.key.isExactly(key) }?.value }
        set {
            var members = members
            guard let newValue else { return }
            if let index = members.firstIndex(where: { $0.key.isExactly(key) }) {
                members[index].value = newValue
            } else {
                members.append(Member(key: key, value: newValue))
            }
            self = .mapping(members)
        }
    }

    /// The members of a mapping; none for everything else.
    var members: [Member] {
        if case .mapping(let members) = self { return members }
        return []
    }

    /// The same value with references as texts.
    func resolved(_ text: (_ target: Node, _ origin: Node) -> String) -> BundleValue {
        switch self {
        case .scalar, .text: self
        case .reference(let target, let origin): .text(text(target, origin))
        case .list(let elements): .list(elements.map { $0.resolved(text) })
        case .mapping(let members):
            .mapping(members.map { Member(key: $0.key, value: $0.value.resolved(text)) })
        }
    }
}
