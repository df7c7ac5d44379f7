extension Resolver {
    /// The first of the alternatives that can be met: nothing at all, or a bearer token.
    mutating func resolveSecurity(_ operation: Operation) -> API.Security {
        let requirements = operation.security ?? description.document.security ?? []
        guard let first = requirements.first else { return .none }
        if requirements.contains(where: isBearer) { return .bearer }
        if !requirements.contains(where: { $0.schemes.isEmpty }) {
            let instead = "the caller has to add the credentials"
            reportUnsupported("this kind of security", at: first.node, instead: instead)
        }
        return .none
    }

    private func isBearer(_ requirement: SecurityRequirement) -> Bool {
        guard requirement.schemes.count == 1, let name = requirement.schemes.first?.name,
            let referenced = description.document.components?.securitySchemes[named: name],
            let scheme = description.object(referenced)
        else { return false }
        return scheme.type == .http && scheme.scheme?.lowercased() == "bearer"
    }
}
