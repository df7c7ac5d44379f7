extension Bundler {
    /// Notes the names that the entry document's components have.
    mutating func takeNames() {
        for kind in ReferenceKind.allCases {
            taken[kind] = Set(section(kind).map { arena.entries(of: $0).map(\.key) } ?? [])
        }
    }

    /// Puts what components of the entry document lead to into their places, where it has their names.
    mutating func placeAliases() {
        for kind in ReferenceKind.allCases {
            guard let section = section(kind) else { continue }
            for entry in arena.entries(of: section) {
                guard let value = arena.value(in: entry.value, for: "$ref"), let target = target(of: value),
                    arena.file(of: target) != description.entry, places[target] == nil
                else { continue }
                let isOwn = kind != .schema || originalName(of: target) == entry.key
                if isOwn { places[target] = place(kind, entry.key) }
            }
        }
    }

    /// Gives a target a place among the components.
    mutating func move(_ target: Node, _ kind: ReferenceKind) {
        let name = freeName(preferredName(of: target, kind), kind)
        taken[kind, default: []].insert(name)
        moved.append((kind, name, target))
        places[target] = place(kind, name)
    }

    func place(_ kind: ReferenceKind, _ name: String) -> JSONPointer {
        JSONPointer(tokens: kind.path(description.version) + [name])
    }

    func section(_ kind: ReferenceKind) -> Node? {
        arena.node(at: JSONPointer(tokens: kind.path(description.version)), from: description.root)
    }

    private func preferredName(of target: Node, _ kind: ReferenceKind) -> String {
        let given = originalName(of: target, kind)
        let name = given.map(\.allowedInNames)
        return name.isEmpty ? kind.rawValue : String(name)
    }

    /// The name that types are made from.
    func originalName(of target: Node, _ kind: ReferenceKind = .schema) -> String {
        let schema =
            kind == .schema ? description.schemaID(at: target).flatMap { description.origin(of: $0).name } : nil
        return schema ?? description.objectName(of: target, kind)
    }

    private func freeName(_ name: String, _ kind: ReferenceKind) -> String {
        guard taken[kind]?.contains(name) == true else { return name }
        var number = 2
        while taken[kind]?.contains("\(name)\(number)") == true { number += 1 }
        return "\(name)\(number)"
    }

    /// Notes in components that got another name what they were called: types are named by that.
    mutating func addOriginalNames(to root: inout BundleValue) {
        for (kind, name, target) in moved {
            let original = originalName(of: target, kind)
            guard original != name, arena.kind(target) == .mapping else { continue }
            root.append([.init(key: Description.originalName, value: .text(original))], at: place(kind, name))
        }
    }
}

extension Character {
    /// Components have names of letters, digits, `.`, `-` and `_`.
    fileprivate var allowedInNames: Character {
        isASCII && (isLetter || isNumber || "._-".contains(self)) ? self : "_"
    }
}
