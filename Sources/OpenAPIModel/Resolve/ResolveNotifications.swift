extension Resolver {
    /// The requests that the API makes on its own account.
    mutating func resolveWebhooks() {
        for webhook in description.document.webhooks {
            guard let item = description.object(webhook.value) else { continue }
            resolve(item, label: webhook.name) { resolver, operation in
                resolver.isLeftOut(
                    [webhook.name] + [operation.operationId].compactMap(\.self), operation, at: nil)
            }
        }
    }

    /// The requests that the API makes because of an operation.
    mutating func resolveCallbacks(of operation: Operation, _ id: String, isLeftOut: Bool) {
        for named in operation.callbacks {
            guard let callback = description.object(named.value) else { continue }
            for (index, item) in callback.items.enumerated() {
                guard let path = description.object(item.value) else { continue }
                resolve(path, label: "\(id) \(named.name)" + (index == 0 ? "" : " \(index + 1)")) { _, _ in isLeftOut }
            }
        }
    }

    private mutating func resolve(
        _ item: PathItem, label: String, _ isLeftOut: (Resolver, Operation) -> Bool
    ) {
        for operation in item.operations {
            let suffix = item.operations.count == 1 ? "" : " \(operation.name.lowercased())"
            resolve(operation.value, label + suffix, isLeftOut: isLeftOut(self, operation.value))
        }
    }

    private mutating func resolve(_ operation: Operation, _ label: String, isLeftOut: Bool) {
        if !operation.parameters.isEmpty {
            let instead = "take them from the request"
            noteUnused("parameters of what the API sends are", at: operation.node, key: "parameters", instead: instead)
        }
        guard let body = operation.requestBody.flatMap({ description.object($0) }) else {
            let range = arena.range(of: operation.node)
            diagnostics.report(
                Diagnostic(.note, "empty-body", "`\(label)` has no body, so nothing reads it", at: range))
            return
        }
        let planned = plan(body.content, isSent: false, label)
        guard let json = planned.first(where: { $0.kind == .json }) else {
            let instead = "take the bytes of `\(label)` from the request"
            reportUnsupported("a webhook whose body is not JSON", at: body.node, instead: instead)
            return
        }
        for other in planned where other.range != json.range {
            noteDropped(other.names[0].text, at: other.range, "`\(label)` reads \(json.names[0].text)")
        }
        let identity = TypeIdentity.operation(label, [.requestBody])
        let content = resolveReceived(json, label: "json", isOpened: false, identity, label)
        api.notifications.append(
            .init(
                label: label, content: content, documentation: documentation(of: operation), origin: operation.node,
                isLeftOut: isLeftOut))
    }
}
