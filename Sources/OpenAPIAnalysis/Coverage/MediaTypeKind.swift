/// The kind of a media type, as far as code differs by it.
func mediaTypeKind(_ name: String) -> String {
    let essence = name.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    if essence == "application/json" || essence.hasSuffix("+json") { return "JSON" }
    if essence.hasSuffix("/xml") || essence.hasSuffix("+xml") { return "XML" }
    if ["application/jsonl", "application/x-ndjson", "application/json-seq"].contains(essence) { return "JSON Lines" }
    switch essence {
    case "application/x-www-form-urlencoded": return "form"
    case "text/event-stream": return "event stream"
    case "*/*": return "any"
    default: break
    }
    if essence.hasPrefix("multipart/") { return "multipart" }
    if essence.hasSuffix("/*") { return "range" }
    return essence.hasPrefix("text/") ? "text" : "binary"
}
