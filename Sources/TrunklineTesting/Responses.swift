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

    /// An answer without a body.
    ///
    /// - Parameters:
    ///   - status: The status, for example `204`.
    ///   - headers: Header fields.
    public static func empty(_ status: HTTPResponse.Status, headers: HTTPFields = [:]) -> Self {
        Self(HTTPResponse(status: status, headerFields: headers))
    }
}
