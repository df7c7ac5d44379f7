// The three pages of docs.identitycall.ai, line by line.

private let data = "\"data\":"
private let schemas = "/components/schemas"
private let detail = "/components/schemas/VirtualNumber/properties"
private let call = "/components/schemas/RecentCall/properties"
private let summary = "/components/schemas/VirtualNumberSummary/properties"
private let update = "/components/schemas/VirtualNumberUpdate/properties"
private let strategies = ["priority", "round_robin", "simultaneous"]
private let attached = ["id", "name", "phone_number", "initials", "priority"]
private let available = ["id", "name", "phone_number", "initials"]
private let stats = ["total_calls", "answered_calls", "missed_calls", "average_duration_seconds"]

/// The envelope of an operation's answer.
private func envelope(_ path: String) -> String {
    "/paths/\(path)/responses/200/content/application~1json/schema/properties/data"
}

let getVirtualNumberTable: [PageRow] = getVirtualNumberRows + getVirtualNumberSample

private let getVirtualNumberRows: [PageRow] = [
    PageRow(7, "GET", "/paths/~1virtual_numbers~1{id}/get/operationId", .text("getVirtualNumber")),
    PageRow(11, "read", "/paths/~1virtual_numbers~1{id}/get/x-required-permission", .text("read")),
    PageRow(24, "id", says: "idintegerYes", "/paths/~1virtual_numbers~1{id}/parameters/0/name", .text("id")),
    PageRow(24, "id", says: "Yes", "/paths/~1virtual_numbers~1{id}/parameters/0/required", .text("true")),
    PageRow(24, "id", says: "integer", "/paths/~1virtual_numbers~1{id}/parameters/0/schema", .type("integer")),
    PageRow(99, "id", says: "idinteger", "\(detail)/id", .type("integer"), .required),
    PageRow(100, "phone_number", says: "phone_numberstring", "\(detail)/phone_number", .type("string"), .required),
    PageRow(101, "name", says: "namestring", "\(detail)/name", .nullable("string"), .required),
    PageRow(102, "country_code", says: "country_codestring", "\(detail)/country_code", .type("string"), .required),
    PageRow(103, "active", says: "activeboolean", "\(detail)/active", .type("boolean"), .required),
    PageRow(104, "recording", says: "recordingboolean", "\(detail)/recording", .type("boolean"), .required),
    PageRow(
        105, "routing_strategy", says: "routing_strategystring", "\(detail)/routing_strategy",
        .reference("RoutingStrategy"), .required, .values(strategies)),
    PageRow(105, "routing_strategy", says: "(e.g. priority", "\(schemas)/RoutingStrategy/anyOf/1", .type("string")),
    PageRow(
        106, "ai_receptionist_enabled", says: "ai_receptionist_enabledboolean", "\(detail)/ai_receptionist_enabled",
        .type("boolean"), .required),
    PageRow(107, "stats", says: "statsobject", "\(detail)/stats", .reference("VirtualNumberStats"), .required),
    PageRow(
        108, "operators", says: "operatorsarray", "\(detail)/operators", .type("array"), .items("AttachedOperator"),
        .required),
    PageRow(
        109, "available_operators", says: "available_operatorsarray", "\(detail)/available_operators", .type("array"),
        .items("AvailableOperator"), .required),
    PageRow(
        110, "recent_calls", says: "recent_callsarray", "\(detail)/recent_calls", .type("array"), .items("RecentCall"),
        .required),
    PageRow(110, "recent_calls", says: "10 most recent", "\(detail)/recent_calls/maxItems", .text("10")),
    PageRow(115, "404", "/paths/~1virtual_numbers~1{id}/get/responses/404"),
    PageRow(
        115, "404", says: "Resource not found",
        "/components/responses/NotFound/content/application~1json/examples/notFound/value/error",
        .text("Resource not found")),
]

private let getVirtualNumberSample: [PageRow] =
    [PageRow(34, "data", says: data, envelope("~1virtual_numbers~1{id}/get"), .reference("VirtualNumber"), .required)]
    + .sample(
        [
            "id", "phone_number", "name", "country_code", "active", "recording", "routing_strategy",
            "ai_receptionist_enabled", "stats",
        ], from: 35, in: "VirtualNumber")
    + .sample(stats, from: 44, in: "VirtualNumberStats")
    + .sample(["operators"], from: 49, in: "VirtualNumber")
    + .sample(attached, from: 51, in: "AttachedOperator")
    + .sample(attached, from: 58, in: "AttachedOperator")
    + .sample(attached, from: 65, in: "AttachedOperator")
    + .sample(["available_operators"], from: 72, in: "VirtualNumber")
    + .sample(available, from: 74, in: "AvailableOperator")
    + .sample(["recent_calls"], from: 80, in: "VirtualNumber")
    + .sample(
        [
            "id", "phone_number", "caller_name", "call_status", "call_duration", "direction", "ai_handled",
            "transcript_summary", "created_at",
        ], from: 82, in: "RecentCall")
    + [
        PageRow(85, "call_status", says: "\"answered\"", "\(schemas)/CallStatus", .values(["answered"])),
        PageRow(87, "direction", says: "\"inbound\"", "\(schemas)/CallDirection", .values(["inbound"])),
        PageRow(89, "transcript_summary", says: "null", "\(call)/transcript_summary", .nullable("string")),
        PageRow(90, "created_at", says: "T16:22:05Z", "\(call)/created_at", .format("date-time")),
        // An operator who is not attached has no place in the order.
        PageRow(74, "id", says: "\"id\":", "\(schemas)/AvailableOperator/properties/priority", .nothing),
    ]

let listVirtualNumbersTable: [PageRow] = listVirtualNumbersRows + listVirtualNumbersSample

private let listVirtualNumbersRows: [PageRow] = [
    PageRow(8, "GET", "/paths/~1virtual_numbers/get/operationId", .text("listVirtualNumbers")),
    PageRow(12, "read", "/paths/~1virtual_numbers/get/x-required-permission", .text("read")),
    PageRow(22, "no query parameters", "/paths/~1virtual_numbers/get/parameters", .nothing),
    PageRow(65, "id", says: "idinteger", "\(summary)/id", .type("integer"), .required),
    PageRow(66, "phone_number", says: "phone_numberstring", "\(summary)/phone_number", .type("string"), .required),
    PageRow(67, "name", says: "(nullable)", "\(summary)/name", .nullable("string"), .required),
    PageRow(68, "country_code", says: "country_codestring", "\(summary)/country_code", .type("string"), .required),
    PageRow(69, "active", says: "activeboolean", "\(summary)/active", .type("boolean"), .required),
    PageRow(
        70, "ai_receptionist_enabled", says: "ai_receptionist_enabledboolean", "\(summary)/ai_receptionist_enabled",
        .type("boolean"), .required),
    PageRow(
        71, "operators", says: "operatorsarray", "\(summary)/operators", .type("array"), .items("OperatorPreview"),
        .required),
    PageRow(71, "operators", says: "first 3", "\(summary)/operators/maxItems", .text("3")),
    PageRow(
        71, "operators", says: "(id, name, initials)", "\(schemas)/OperatorPreview/properties",
        .names(["id", "name", "initials"])),
    PageRow(
        72, "operators_count", says: "operators_countinteger", "\(summary)/operators_count", .type("integer"),
        .required),
    PageRow(77, "401", "/paths/~1virtual_numbers/get/responses/401"),
    PageRow(
        77, "401", says: "Unauthorized",
        "/components/responses/Unauthorized/content/application~1json/examples/unauthorized/value/error",
        .text("Unauthorized")),
    PageRow(78, "403", "/paths/~1virtual_numbers/get/responses/403"),
    PageRow(
        78, "403", says: "Forbidden",
        "/components/responses/Forbidden/content/application~1json/examples/forbidden/value/error",
        .text("Forbidden")),
]

private let listVirtualNumbersSample: [PageRow] =
    [PageRow(32, "data", says: data, envelope("~1virtual_numbers/get"), .items("VirtualNumberSummary"), .required)]
    + [34, 48].flatMap { line in
        [PageRow].sample(
            ["id", "phone_number", "name", "country_code", "active", "ai_receptionist_enabled", "operators"],
            from: line, in: "VirtualNumberSummary")
    }
    + [41, 42, 43, 55].flatMap { line in
        [PageRow].sample(["id", "name", "initials"], on: line, in: "OperatorPreview")
    }
    + [45, 57].flatMap { line in [PageRow].sample(["operators_count"], from: line, in: "VirtualNumberSummary") }

let updateVirtualNumberTable: [PageRow] = updateVirtualNumberRows + updateVirtualNumberSample

private let updateVirtualNumberRows: [PageRow] = [
    PageRow(8, "PATCH", "/paths/~1virtual_numbers~1{id}/patch/operationId", .text("updateVirtualNumber")),
    PageRow(12, "write", "/paths/~1virtual_numbers~1{id}/patch/x-required-permission", .text("write")),
    PageRow(25, "id", says: "idintegerYes", "/paths/~1virtual_numbers~1{id}/parameters/0/schema", .type("integer")),
    PageRow(25, "id", says: "Yes", "/paths/~1virtual_numbers~1{id}/parameters/0/required", .text("true")),
    PageRow(
        29, "application/json", "/paths/~1virtual_numbers~1{id}/patch/requestBody/content/application~1json/schema",
        .reference("VirtualNumberUpdate")),
    PageRow(32, "name", says: "namestringNo", "\(update)/name", .type("string"), .optional),
    PageRow(33, "active", says: "activebooleanNo", "\(update)/active", .type("boolean"), .optional),
    PageRow(34, "recording", says: "recordingbooleanNo", "\(update)/recording", .type("boolean"), .optional),
    PageRow(
        35, "routing_strategy", says: "routing_strategystringNo", "\(update)/routing_strategy",
        .reference("RoutingMode"), .optional, .values(strategies)),
    PageRow(
        35, "routing_strategy", says: "priority, round_robin, or simultaneous", "\(schemas)/RoutingMode/x-enumeration",
        .text("closed")),
    PageRow(70, "404", "/paths/~1virtual_numbers~1{id}/patch/responses/404"),
    PageRow(71, "422", "/paths/~1virtual_numbers~1{id}/patch/responses/422"),
]

private let updateVirtualNumberSample: [PageRow] =
    [PageRow(49, "data", says: data, envelope("~1virtual_numbers~1{id}/patch"), .reference("VirtualNumber"), .required)]
    + .sample(
        [
            "id", "phone_number", "name", "country_code", "active", "recording", "routing_strategy",
            "ai_receptionist_enabled", "stats", "operators",
        ], from: 50, in: "VirtualNumber")
    + .sample(stats, on: 58, in: "VirtualNumberStats")
    + .sample(attached, on: 60, in: "AttachedOperator")
    + .sample(["available_operators", "recent_calls"], from: 62, in: "VirtualNumber")
