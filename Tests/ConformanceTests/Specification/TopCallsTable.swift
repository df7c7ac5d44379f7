// The page of docs.topcalls.ai, line by line.

private let members = "/components/schemas/PhoneNumber/properties"
private let operation = "/paths/~1v1~1phone-numbers~1{phone_number_id}/get"
private let sources = ["topcalls", "byoc", "manual", "import", "twilio"]
private let statuses = ["active", "inactive", "pending", "failed", "deleted"]

let getTopCallsNumberTable: [PageRow] = rows + options + sample

private let rows: [PageRow] = [
    PageRow(2, "GET", "\(operation)/operationId", .text("getPhoneNumber")),
    PageRow(31, "Authorization", "/components/securitySchemes/bearer/scheme", .text("bearer")),
    PageRow(34, "required", "/security/0/bearer"),
    PageRow(40, "phone_number_id", "\(operation)/parameters/0/name", .text("phone_number_id")),
    PageRow(41, "string<uuid>", "\(operation)/parameters/0/schema", .type("string"), .format("uuid")),
    PageRow(42, "required", "\(operation)/parameters/0/required", .text("true")),
    PageRow(50, "id", "\(members)/id", .required),
    PageRow(51, "string<uuid>", "\(members)/id", .type("string"), .format("uuid")),
    PageRow(55, "account_id", "\(members)/account_id", .required),
    PageRow(56, "string<uuid>", "\(members)/account_id", .type("string"), .format("uuid")),
    PageRow(60, "number", "\(members)/number", .required),
    PageRow(61, "string", "\(members)/number", .type("string")),
    PageRow(67, "+18005551234", "\(members)/number/examples/0", .text("+18005551234")),
    PageRow(69, "source", "\(members)/source", .reference("PhoneNumberSource"), .required),
    PageRow(70, "enum<string>", "/components/schemas/PhoneNumberSource", .type("string"), .values(sources)),
    PageRow(84, "status", "\(members)/status", .reference("PhoneNumberStatus"), .required),
    PageRow(85, "enum<string>", "/components/schemas/PhoneNumberStatus", .type("string"), .values(statuses)),
    PageRow(100, "phone_number_sid", "\(members)/phone_number_sid", .optional),
    PageRow(101, "string<uuid> | null", "\(members)/phone_number_sid", .nullable("string"), .format("uuid")),
    PageRow(105, "voip_carrier_sid", "\(members)/voip_carrier_sid", .optional),
    PageRow(106, "string<uuid> | null", "\(members)/voip_carrier_sid", .nullable("string"), .format("uuid")),
    PageRow(110, "carrier_name", "\(members)/carrier_name", .optional),
    PageRow(111, "string | null", "\(members)/carrier_name", .nullable("string")),
    PageRow(115, "label", "\(members)/label", .optional),
    PageRow(116, "string | null", "\(members)/label", .nullable("string")),
    PageRow(120, "error_message", "\(members)/error_message", .optional),
    PageRow(121, "string | null", "\(members)/error_message", .nullable("string")),
    PageRow(125, "created_by_user_id", "\(members)/created_by_user_id", .optional),
    PageRow(126, "string<uuid> | null", "\(members)/created_by_user_id", .nullable("string"), .format("uuid")),
    PageRow(130, "created_at", "\(members)/created_at", .required),
    PageRow(131, "string<date-time>", "\(members)/created_at", .type("string"), .format("date-time")),
    PageRow(132, "updated_at", "\(members)/updated_at", .required),
    PageRow(133, "string<date-time>", "\(members)/updated_at", .type("string"), .format("date-time")),
]

private let options: [PageRow] =
    sources.enumerated().map { index, value in
        PageRow(79 + index, value, "/components/schemas/PhoneNumberSource/enum/\(index)", .text(value))
    }
    + statuses.enumerated().map { index, value in
        PageRow(95 + index, value, "/components/schemas/PhoneNumberStatus/enum/\(index)", .text(value))
    }

private let sample: [PageRow] =
    .sample(
        [
            "id", "account_id", "number", "source", "status", "phone_number_sid", "voip_carrier_sid", "carrier_name",
            "label", "error_message", "created_by_user_id", "created_at", "updated_at",
        ], from: 14, in: "PhoneNumber")
