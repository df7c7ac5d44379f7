// The page of docs.vapi.ai, line by line. Its sample has 127 numbered lines, of which the first is line 117.

private let schemas = "/components/schemas"
private let own = "ByoPhoneNumber/allOf/1"
private let variants = ["byo-phone-number", "twilio", "vonage", "vapi", "telnyx"]
private let operation = "/paths/~1phone-number~1{id}"

let getVapiNumberTable: [PageRow] =
    rows + number + settings + ringingHook + server
    + destination(from: 9, in: "PhoneNumberSettings", as: "fallbackDestination")
    + destination(from: 61, in: "TransferAction", as: "destination")

private let rows: [PageRow] = [
    PageRow(110, "GET", "\(operation)/get/operationId", .text("getPhoneNumber")),
    PageRow(111, "https://api.vapi.ai/", "/servers/0/url", .text("https://api.vapi.ai")),
    PageRow(116, "200", "\(operation)/get/responses/200/content/application~1json/schema", .reference("PhoneNumber")),
    PageRow(254, "AuthorizationBearer", "/components/securitySchemes/bearer/scheme", .text("bearer")),
    PageRow(260, "id", says: "idstringRequired", "\(operation)/parameters/0/schema", .type("string")),
    PageRow(260, "id", says: "Required", "\(operation)/parameters/0/required", .text("true")),
    PageRow(264, variants[0], "\(schemas)/PhoneNumber/oneOf/0", .reference("ByoPhoneNumber")),
    PageRow(266, variants[1], "\(schemas)/PhoneNumber/oneOf/1", .reference("TwilioPhoneNumber")),
    PageRow(268, variants[2], "\(schemas)/PhoneNumber/oneOf/2", .reference("VonagePhoneNumber")),
    PageRow(270, variants[3], "\(schemas)/PhoneNumber/oneOf/3", .reference("VapiPhoneNumber")),
    PageRow(272, variants[4], "\(schemas)/PhoneNumber/oneOf/4", .reference("TelnyxPhoneNumber")),
    PageRow(272, variants[4], "\(schemas)/PhoneNumber/discriminator/mapping", .names(variants)),
    PageRow(
        118, "provider", says: "\"provider\":", "\(schemas)/PhoneNumber/discriminator/propertyName", .text("provider")),
]

private let number: [PageRow] = [
    line(2, "provider", own, .constant("byo-phone-number"), .required),
    line(3, "createdAt", "PhoneNumberBase", .format("date-time"), .required),
    line(4, "credentialId", own, .type("string"), .required),
    line(5, "id", "PhoneNumberBase", .type("string"), .required),
    line(6, "orgId", "PhoneNumberBase", .type("string"), .required),
    line(7, "updatedAt", "PhoneNumberBase", .format("date-time"), .required),
    line(101, "number", own, .type("string"), .optional),
    line(102, "numberE164CheckEnabled", own, .type("boolean"), .optional),
    line(125, "status", "PhoneNumberBase", .reference("PhoneNumberStatus"), .optional),
    PageRow(
        241, "status", says: "\"active\"", "\(schemas)/PhoneNumberStatus", .values(["active", "activating", "blocked"])),
]

private let settings: [PageRow] = [
    line(8, "assistantId", "PhoneNumberSettings", .type("string"), .optional),
    line(44, "hooks", "PhoneNumberSettings", .items("PhoneNumberHook"), .optional),
    line(100, "name", "PhoneNumberSettings", .type("string"), .optional),
    line(103, "server", "PhoneNumberSettings", .reference("Server"), .optional),
    line(124, "squadId", "PhoneNumberSettings", .type("string"), .optional),
    line(126, "workflowId", "PhoneNumberSettings", .type("string"), .optional),
]

private let ringingHook: [PageRow] = [
    line(46, "on", "CallRingingHook", .constant("call.ringing"), .required),
    line(47, "filters", "CallRingingHook", .items("CallRingingFilter"), .optional),
    line(49, "type", "CallRingingFilter", .constant("startsWith"), .required),
    line(50, "key", "CallRingingFilter", .constant("number"), .required),
    line(51, "startsWith", "CallRingingFilter", .type("array"), .required),
    line(58, "do", "CallRingingHook", .items("HookAction"), .required),
    line(60, "type", "TransferAction", .constant("transfer"), .required),
]

private let server: [PageRow] = [
    line(104, "timeoutSeconds", "Server", .type("number"), .optional),
    line(105, "credentialId", "Server", .type("string"), .optional),
    line(106, "staticIpAddressesEnabled", "Server", .type("boolean"), .optional),
    line(107, "encryptedPaths", "Server", .type("array"), .optional),
    line(110, "url", "Server", .type("string"), .optional),
    line(111, "headers", "Server", .type("object"), .optional),
    line(112, "backoffPlan", "Server", .reference("BackoffPlan"), .optional),
    line(113, "type", "BackoffPlan", .values(["fixed", "exponential"]), .required),
    line(114, "maxRetries", "BackoffPlan", .type("number"), .required),
    line(115, "baseDelaySeconds", "BackoffPlan", .type("number"), .required),
    line(116, "excludedStatusCodes", "BackoffPlan", .type("array"), .optional),
]

/// The destination of a transfer, which the sample has twice.
private func destination(from first: Int, in schema: String, as name: String) -> [PageRow] {
    let plan = first + 7
    return [
        line(first, name, schema, .reference("FallbackDestination"), .optional),
        line(first + 1, "message", "NumberDestination", .reference("Message"), .optional),
        line(first + 2, "type", "NumberDestination", .constant("number"), .required),
        line(first + 3, "numberE164CheckEnabled", "NumberDestination", .type("boolean"), .optional),
        line(first + 4, "number", "NumberDestination", .type("string"), .required),
        line(first + 5, "extension", "NumberDestination", .type("string"), .optional),
        line(first + 6, "callerId", "NumberDestination", .type("string"), .optional),
        line(plan, "transferPlan", "NumberDestination", .reference("TransferPlan"), .optional),
        line(plan + 1, "mode", "TransferPlan", .reference("TransferMode"), .required),
        line(plan + 2, "message", "TransferPlan", .reference("Message"), .optional),
        line(plan + 3, "timeout", "TransferPlan", .type("number"), .optional),
        line(plan + 4, "sipVerb", "TransferPlan", .values(["refer", "bye", "dial"]), .optional),
        line(plan + 5, "dialTimeout", "TransferPlan", .type("number"), .optional),
        line(plan + 6, "holdAudioUrl", "TransferPlan", .type("string"), .optional),
        line(plan + 7, "transferCompleteAudioUrl", "TransferPlan", .type("string"), .optional),
        line(plan + 8, "contextEngineeringPlan", "TransferPlan", .reference("ContextEngineeringPlan"), .optional),
        line(plan + 9, "type", "LastMessagesContextPlan", .constant("lastNMessages"), .required),
        line(plan + 10, "maxMessages", "LastMessagesContextPlan", .type("number"), .required),
        line(plan + 12, "twiml", "TransferPlan", .type("string"), .optional),
        line(plan + 13, "summaryPlan", "TransferPlan", .reference("SummaryPlan"), .optional),
        line(plan + 14, "messages", "SummaryPlan", .type("array"), .optional),
        line(plan + 17, "enabled", "SummaryPlan", .type("boolean"), .optional),
        line(plan + 18, "timeoutSeconds", "SummaryPlan", .type("number"), .optional),
        line(plan + 20, "sipHeadersInReferToEnabled", "TransferPlan", .type("boolean"), .optional),
        line(plan + 21, "fallbackPlan", "TransferPlan", .reference("TransferFallbackPlan"), .optional),
        line(plan + 22, "message", "TransferFallbackPlan", .reference("Message"), .required),
        line(plan + 23, "endCallEnabled", "TransferFallbackPlan", .type("boolean"), .optional),
        line(plan + 26, "description", "NumberDestination", .type("string"), .optional),
    ]
}

/// A member on a numbered line of the sample.
private func line(_ number: Int, _ name: String, _ schema: String, _ expectations: Expectation...) -> PageRow {
    PageRow(
        116 + number, name, says: "\(number) \"\(name)\":", "\(schemas)/\(schema)/properties/\(name)", expectations)
}
