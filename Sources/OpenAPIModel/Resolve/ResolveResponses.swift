extension Resolver {
    /// An answer before its schemas become types.
    private struct PlannedResponse {
        let name: String
        let status: API.Response.Status
        let response: Response
        let contents: [PlannedContent]
    }

    /// The answers of an operation, in the order of the text.
    ///
    /// - Parameter keepsEnvelope: Whether what stands beside the opened member of a success is needed.
    mutating func resolveResponses(
        _ operation: Operation, _ id: String, method: String, keepsEnvelope: Bool
    ) -> [API.Response] {
        let planned = (operation.responses?.items ?? []).compactMap { item -> PlannedResponse? in
            guard let response = description.object(item.value), let status = Self.status(item.name) else { return nil }
            let contents = hasBody(response, status, method) ? plan(response.content, isSent: false, id) : []
            return PlannedResponse(name: item.name, status: status, response: response, contents: contents)
        }
        let digits = Self.successDigits(planned.map(\.status))
        let successes = planned.filter { digits.contains($0.status.firstDigit) }
        let shapes = Set(successes.map { $0.contents.map(\.signature) })
        let hasSeveralShapes = shapes.count > 1 || shapes.contains { $0.count > 1 }
        return planned.map { response in
            let isSuccess = digits.contains(response.status.firstDigit)
            let hasSeveral = isSuccess && hasSeveralShapes
            let named = hasSeveral && successes.count > 1
            let isOpened = isSuccess && response.status.firstDigit == 2 && !keepsEnvelope
            return resolve(
                response, isSuccess: isSuccess, isOpened: isOpened, inSeveral: hasSeveral, byStatus: named, id)
        }
    }

    /// The classes of status that a call returns: see `API.Operation.successes`.
    private static func successDigits(_ statuses: [API.Response.Status]) -> [Int?] {
        let classes: [[Int?]] = [[2], [1, 3], [nil]]
        return classes.first { digits in statuses.contains { digits.contains($0.firstDigit) } } ?? []
    }

    static func status(_ text: String) -> API.Response.Status? {
        if text == "default" { return .default }
        if text.hasSuffix("XX") { return text.first?.wholeNumberValue.map(API.Response.Status.range) }
        return Int(text).map(API.Response.Status.code)
    }

    /// Whether HTTP lets an answer have a body (RFC 9110, sections 9.3.2, 15.2, 15.3.5 and 15.4.5).
    private mutating func hasBody(_ response: Response, _ status: API.Response.Status, _ method: String) -> Bool {
        let isBodiless = status.firstDigit == 1 || status == .code(204) || status == .code(304) || method == "HEAD"
        if isBodiless, !response.content.isEmpty {
            let what = method == "HEAD" ? "an answer to HEAD" : "an answer with this status"
            diagnostics.warning(
                "bodiless-content", "\(what) has no body; its content is not read",
                at: arena.keyRange(in: response.node, for: "content"))
        }
        return !isBodiless
    }

    private mutating func resolve(
        _ planned: PlannedResponse, isSuccess: Bool, isOpened: Bool, inSeveral: Bool, byStatus: Bool, _ id: String
    ) -> API.Response {
        let response = planned.response
        if !response.links.isEmpty {
            noteUnused("links are", at: response.node, key: "links", instead: "follow them by hand")
        }
        let base = TypeIdentity.operation(id, [.response(planned.name)])
        let read = isSuccess ? planned.contents : errorContents(planned.contents, id)
        let contents = read.map { content in
            let word = label(of: content, among: read)
            let label = byStatus ? planned.status.label + (read.count > 1 ? " " + word : "") : word
            let identity = inSeveral ? base.part(.variant(label)) : base
            return resolveReceived(content, label: label, isOpened: isOpened, identity, id)
        }
        let headers = isSuccess ? resolveHeaders(response, planned.name, id) : []
        if !isSuccess, !response.headers.isEmpty {
            let instead = "they are read by name from the error's `headers`"
            noteUnused("typed headers of errors are", at: response.node, key: "headers", instead: instead)
        }
        return .init(
            status: planned.status, contents: contents, headers: headers,
            documentation: response.description, origin: response.node)
    }

    /// An error has one type: that of its JSON or, where it has none, of its text.
    private mutating func errorContents(_ contents: [PlannedContent], _ id: String) -> [PlannedContent] {
        let read = contents.first { $0.kind == .json } ?? contents.first { $0.kind == .text }
        for other in contents where other.range != read?.range {
            noteDropped(other.names[0].text, at: other.range, "an error keeps its bytes in `rawBody`")
        }
        return read.map { [$0] } ?? []
    }
}
