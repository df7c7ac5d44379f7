import OpenAPIModel

/// Who may use generated code: `public`, `package` or `internal`, as the configuration's `access` says.
package enum Access: String, CaseIterable, Sendable {
    case `public`, package, `internal`

    /// What declarations begin with.
    private var modifier: String { self == .internal ? "" : rawValue + " " }

    /// An import of a module that declarations mention, in words that every way of compiling takes without a warning, also where
    /// other files of the module just say `import`: that bears neither `package import` nor `internal import` beside it, and a
    /// public import wants public declarations unless it is exported.
    func `import`(_ module: String, isExported: Bool = false) -> Code {
        switch self {
        case .public: "\(raw: isExported ? "@_exported " : "")public import \(raw: module)"
        case .package: "@_exported public import \(raw: module)"
        case .internal: "import \(raw: module)"
        }
    }

    /// A declaration, which is public as it was made, and what it holds.
    func limit(_ declaration: Declaration) -> Declaration {
        guard self != .public else { return declaration }
        var limited = declaration
        // Both make code visible to other modules.
        limited.attributes.removeAll { $0 == "@_alwaysEmitIntoClient" }
        limited.head = head(of: declaration)
        if case .members(let members) = declaration.body { limited.body = .members(members.map(limit)) }
        return limited
    }

    private func head(of declaration: Declaration) -> Code {
        for word in ["public ", "@usableFromInline "] where declaration.head.text.hasPrefix(word) {
            return Code(raw: (word == "public " ? modifier : "") + declaration.head.text.dropFirst(word.count))
        }
        return declaration.head
    }
}

extension Configuration {
    /// Who may use the generated code; everybody unless something is said.
    func access(_ diagnostics: inout Diagnostics) -> Access {
        guard let access else { return .public }
        if let known = Access(rawValue: access.value) { return known }
        diagnostics.error(
            "bad-access", "`\(access.value)` is no access level", at: access.range,
            help: "write `public`, `package` or `internal`")
        return .public
    }
}
