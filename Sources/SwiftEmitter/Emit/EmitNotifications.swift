import OpenAPIModel

extension Emitter {
    /// What reads the requests that the API makes: a function for each webhook and callback.
    var notifications: [Declaration] {
        guard let name = names.notifications else { return [] }
        let functions = zip(api.notifications, names.notificationFunctions).map(reader)
        let documentation = ["Reads what the API sends of its own accord: webhooks and callbacks."]
        return [.type("public nonisolated enum \(name): Sendable", documentation: documentation, functions)]
    }

    private func reader(_ notification: API.Notification, _ name: Identifier) -> Declaration {
        let type = received(notification.content.format)
        return .function(
            "public static func \(name)", ["_ body: TrunklineRuntime.Data"],
            tail: " throws(TrunklineRuntime.DecodingIssue) -> \(type)",
            documentation: documentationLines(notification.documentation),
            ["try TrunklineRuntime.JSONCodec.decode(from: body)"])
    }
}
