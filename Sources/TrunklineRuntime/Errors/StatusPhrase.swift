extension HTTPResponse.Status {
    /// The code with its usual reason, for example `404 Not Found`, also where the server sent none (RFC 9110 §15).
    package var phrase: String {
        let reason = Self.usual.first { $0 == self }?.reasonPhrase ?? reasonPhrase
        return reason.isEmpty ? String(code) : "\(code) \(reason)"
    }

    private static let usual: [Self] = [
        .ok, .created, .accepted, .noContent,
        .movedPermanently, .found, .seeOther, .notModified, .temporaryRedirect, .permanentRedirect,
        .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .notAcceptable, .requestTimeout,
        .conflict, .gone, .preconditionFailed, .contentTooLarge, .unsupportedMediaType, .unprocessableContent,
        .preconditionRequired, .tooManyRequests,
        .internalServerError, .notImplemented, .badGateway, .serviceUnavailable, .gatewayTimeout,
    ]
}
