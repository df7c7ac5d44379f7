#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What credentials add to one request.
struct Authorization: Sendable {
    private(set) var headers: [HTTPField] = []
    private(set) var query: [String] = []
    private(set) var cookies: [String] = []
    private(set) var secrets = Secrets()
    /// The tokens that were fetched, and can be fetched again.
    private var fetched: [(store: TokenStore, token: String)] = []

    /// Adds a value in its place.
    ///
    /// - Throws: ``RequestIssue`` if it cannot be sent there; it is not printed.
    mutating func add(_ text: String, for scheme: Credentials.Scheme) throws(RequestIssue) {
        guard !text.isEmpty else { throw RequestIssue("the credentials for `\(scheme.name)` are empty") }
        switch scheme.place {
        case .authorization(let kind): try addHeader("Authorization", "\(kind) \(text)", text, scheme)
        case .header(let field): try addHeader(field, text, text, scheme)
        case .query(let parameter):
            let pair = PercentEncoding.component(parameter) + "=" + PercentEncoding.component(text)
            query.append(pair)
            secrets.insert(pair, isAlone: false)
        case .cookie(let cookie):
            guard text.utf8.allSatisfy(RequestEncoder.isCookieByte), HTTPField.Name(cookie) != nil else {
                throw Self.unsendable(scheme)
            }
            cookies.append("\(cookie)=\(text)")
        }
        secrets.insert(text)
    }

    private mutating func addHeader(
        _ field: String, _ value: String, _ text: String, _ scheme: Credentials.Scheme
    ) throws(RequestIssue) {
        guard let name = HTTPField.Name(field), Self.isFieldValue(text, mayHaveSpaces: !scheme.isToken) else {
            throw Self.unsendable(scheme)
        }
        var header = HTTPField(name: name, value: value)
        header.indexingStrategy = .disallow
        headers.append(header)
    }

    /// Visible ASCII, and spaces inside where a value has several words.
    private static func isFieldValue(_ text: String, mayHaveSpaces: Bool) -> Bool {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) || (mayHaveSpaces && $0 == 0x20) }
            && text.first != " " && text.last != " "
    }

    private static func unsendable(_ scheme: Credentials.Scheme) -> RequestIssue {
        RequestIssue("the credentials for `\(scheme.name)` have a character that cannot be sent, perhaps a line break")
    }

    /// Adds a token, which may have to be fetched.
    ///
    /// - Throws: ``RequestIssue`` if it cannot be sent or is nowhere; what its provider throws.
    mutating func add(_ token: Credentials.Token, for scheme: Credentials.Scheme) async throws {
        let text = try await token.text()
        try add(text, for: scheme)
        if let store = token.store { fetched.append((store, text)) }
    }

    /// Drops the tokens, which the server did not accept, so that the next request fetches others.
    ///
    /// - Returns: Whether there are tokens that can be fetched again.
    func renew() -> Bool {
        for (store, token) in fetched { store.drop(token) }
        return !fetched.isEmpty
    }

    /// The request with the credentials, but for header fields that the caller sets for this call.
    func applied(to request: TransportRequest, except given: HTTPFields) -> TransportRequest {
        var request = request
        var head = request.request
        for header in headers where given[header.name] == nil { head.headerFields[fields: header.name] = [header] }
        if !cookies.isEmpty, given[.cookie] == nil {
            let all = [head.headerFields[.cookie]].compactMap { $0 } + cookies
            head.headerFields[.cookie] = all.joined(separator: "; ")
        }
        if !query.isEmpty, let path = head.path {
            // The link to another page may have them already.
            let present = path.split(separator: "?", maxSplits: 1).dropFirst().first?.split(separator: "&") ?? []
            let missing = query.filter { !present.contains(Substring($0)) }
            if !missing.isEmpty { head.path = path + (path.contains("?") ? "&" : "?") + missing.joined(separator: "&") }
        }
        request.request = head
        return request
    }
}

extension Credentials {
    /// The first alternative of an operation for which all credentials are there; none at all only where that is allowed.
    ///
    /// - Parameter given: Header fields that the caller sets for this call, credentials perhaps.
    /// - Throws: ``RequestIssue`` if no alternative can be met or a value cannot be sent; what a token's provider throws.
    func authorization(
        for security: [OperationMetadata.Security], given: HTTPFields
    ) async throws -> Authorization {
        var authorization = Authorization()
        for scheme in try choose(security, given) {
            switch scheme.value {
            case .text(let text): try authorization.add(text, for: scheme)
            case .token(let token): try await authorization.add(token, for: scheme)
            case .basic(let basic): try authorization.add(basic.encoded(), for: scheme)
            case nil: break
            }
        }
        return authorization
    }

    private func choose(
        _ security: [OperationMetadata.Security], _ given: HTTPFields
    ) throws(RequestIssue) -> [Scheme] {
        for alternative in security where !alternative.schemes.isEmpty {
            let met = alternative.schemes.compactMap { name in
                schemes.first { $0.name == name && ($0.value != nil || $0.isGiven(in: given)) }
            }
            if met.count == alternative.schemes.count { return met }
        }
        if security.isEmpty || security.contains(where: \.schemes.isEmpty) { return [] }
        let names = security.map { $0.schemes.map { "`\($0)`" }.joined(separator: " with ") }
        throw RequestIssue(
            "the client has no credentials for this operation, which takes " + names.joined(separator: " or "))
    }

    /// The secrets that are known before a request is made.
    var secrets: Secrets {
        var secrets = Secrets()
        for scheme in schemes {
            switch scheme.value {
            case .text(let text): secrets.insert(text)
            case .token(let token): if let text = token.known { secrets.insert(text) }
            case .basic(let basic): secrets.insert(basic)
            case nil: break
            }
        }
        return secrets
    }
}

extension Credentials.Scheme {
    /// Whether the caller sets the header field that the value goes to.
    fileprivate func isGiven(in headers: HTTPFields) -> Bool {
        switch place {
        case .authorization: headers[.authorization] != nil
        case .header(let field): HTTPField.Name(field).map { headers[$0] != nil } ?? false
        case .cookie: headers[.cookie] != nil
        case .query: false
        }
    }

    /// Whether the value is one word (RFC 6750 §2.1).
    fileprivate var isToken: Bool {
        switch value {
        case .token: true
        case .text, .basic, nil: false
        }
    }
}

extension Credentials.Basic {
    /// Name and password in Base64 (RFC 7617 §2).
    ///
    /// - Throws: ``RequestIssue`` if the name has a colon or either has a control character.
    func encoded() throws(RequestIssue) -> String {
        guard !username.utf8.contains(UInt8(ascii: ":")) else {
            throw RequestIssue("the user's name must not contain a colon")
        }
        guard (username + password).utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw RequestIssue("neither name nor password may contain a control character such as a line break")
        }
        return pair
    }

    /// Name and password as they are sent.
    var pair: String { Data("\(username):\(password)".utf8).base64EncodedString() }
}
