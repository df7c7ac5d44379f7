import Foundation
public import TrunklineRuntime

extension TransportResponse {
    /// An answer with JSON.
    ///
    /// - Parameters:
    ///   - status: The status, for example `200`.
    ///   - text: The body.
    ///   - headers: More header fields.
    public static func json(_ status: HTTPResponse.Status, _ text: String, headers: HTTPFields = [:]) -> Self {
        var fields: HTTPFields = [.contentType: "application/json"]
        fields.append(contentsOf: headers)
        return Self(HTTPResponse(status: status, headerFields: fields), body: Data(text.utf8))
    }

    /// An answer with a value as JSON, for example `.json(200, ErrorBody(error: "no"))`.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - value: The body. One without JSON (a number that is not finite) is an empty body.
    ///   - headers: More header fields.
    public static func json(
        _ status: HTTPResponse.Status, _ value: some ObjectModel, headers: HTTPFields = [:]
    ) -> Self {
        let text = (try? JSONCodec.encode(value)).map { String(decoding: $0, as: UTF8.self) }
        return .json(status, text ?? "", headers: headers)
    }

    /// An answer without a body.
    ///
    /// - Parameters:
    ///   - status: The status, for example `204`.
    ///   - headers: Header fields.
    public static func empty(_ status: HTTPResponse.Status, headers: HTTPFields = [:]) -> Self {
        Self(HTTPResponse(status: status, headerFields: headers))
    }
}
