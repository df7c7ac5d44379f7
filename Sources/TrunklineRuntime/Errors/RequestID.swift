/// Finds a server's own name for an exchange.
package enum RequestID {
    /// The first of the header fields that servers and gateways use for it.
    package static func find(in headers: HTTPFields) -> String? {
        names.lazy.compactMap { headers[$0] }.first { !$0.isEmpty }
    }

    private static let names = ["X-Request-ID", "Request-ID", "X-Correlation-ID", "X-Amzn-RequestId", "CF-Ray"]
        .compactMap { HTTPField.Name($0) }
}
