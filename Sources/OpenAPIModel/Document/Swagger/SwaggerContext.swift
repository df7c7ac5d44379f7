/// What Swagger 2.0 says once for many operations, kept while they are read.
struct SwaggerContext {
    /// A word with its place.
    typealias Word = Located<String>

    /// The media types of bodies and of answers.
    var consumes: [Word] = []
    var produces: [Word] = []
    /// Whether `produces` is the one of the operation that is being read.
    var hasOwnProduces = false
    var host: String?
    var basePath: String?
    /// The parts of the body that all operations of a path share.
    var shared: [Parameter] = []

    /// The addresses of the API for some schemes.
    ///
    /// For example, `https` and the host `example.com` with the base path `/v1` are `https://example.com/v1`.
    func addresses(_ schemes: [String]) -> [String] {
        var path = basePath ?? ""
        while path.hasSuffix("/") { path.removeLast() }
        guard let host else { return path.isEmpty ? [] : [path] }
        return (schemes.isEmpty ? ["https"] : schemes).map { "\($0)://\(host)\(path)" }
    }
}

extension ObjectReader {
    /// A list of words with their places; nil where there is none.
    mutating func words(_ key: String, until: OpenAPIVersion) -> [Located<String>]? {
        list(key, until: until, of: "text")?.compactMap { node in
            reading.string(of: node).map { Located($0, reading.arena.range(of: node)) }
        }
    }

    /// The schemes that HTTP has among those that are listed.
    mutating func schemes() -> [String]? {
        words("schemes", until: .v2_0)?.filter { scheme in
            if ["http", "https"].contains(scheme.value) { return true }
            let isKnown = ["ws", "wss"].contains(scheme.value)
            let message =
                isKnown ? "WebSockets are not supported" : "`\(scheme.value)` is none of `http`, `https`, `ws`, `wss`"
            reading.diagnostics.report(
                .init(isKnown ? .warning : .error, isKnown ? "unsupported" : "unknown-value", message, at: scheme.range)
            )
            return false
        }
        .map(\.value)
    }

    /// The member that unions are decided by, which Swagger 2.0 names without more.
    ///
    /// For example, `discriminator: kind`.
    mutating func swaggerDiscriminator() -> Discriminator? {
        guard let node = value("discriminator", as: "text") else { return nil }
        return reading.string(of: node).map { Discriminator(node: node, propertyName: $0) }
    }
}

extension Discriminator {
    fileprivate init(node: Node, propertyName: String) {
        self.node = node
        self.propertyName = propertyName
        (mapping, defaultMapping) = ([], nil)
    }
}
