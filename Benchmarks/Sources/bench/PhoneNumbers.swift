/// Writes a list of phone numbers of all providers, the same one each time, until it is as long as asked.
func phoneNumberList(bytes: Int) -> String {
    var random = LinearGenerator()
    var numbers: [String] = []
    var size = 2
    while size < bytes {
        numbers.append(phoneNumber(numbers.count, &random))
        size += numbers[numbers.count - 1].utf8.count + 1
    }
    return "[" + numbers.joined(separator: ",") + "]"
}

/// Knuth's 64-bit linear congruential generator (MMIX): enough to make texts differ.
private struct LinearGenerator {
    var state: UInt64 = 20_240_115

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: state >> 33) % bound
    }

    mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(next(10)) }.joined() }

    /// A text of the form of a UUID.
    mutating func identifier() -> String {
        let groups = [8, 4, 4, 4, 12].map { count in
            (0..<count).map { _ in String(next(16), radix: 16) }.joined()
        }
        return groups.joined(separator: "-")
    }
}

private func phoneNumber(_ index: Int, _ random: inout LinearGenerator) -> String {
    var members = [
        #""id":"\#(random.identifier())","orgId":"\#(random.identifier())""#,
        #""createdAt":"2024-0\#(1 + index % 9)-1\#(random.next(10))T09:3\#(random.next(10)):00.\#(random.digits(3))Z""#,
        #""updatedAt":"2025-0\#(1 + index % 9)-1\#(random.next(10))T10:2\#(random.next(10)):30.\#(random.digits(3))Z""#,
        #""status":"\#(["active", "activating", "blocked"][random.next(3)])""#,
        #""name":"Sales \#(random.digits(3)), second floor""#,
    ]
    if random.next(2) == 0 { members.append(#""assistantId":"\#(random.identifier())""#) }
    if random.next(4) == 0 { members.append(#""squadId":"\#(random.identifier())""#) }
    if random.next(2) == 0 { members.append(server(&random)) }
    if random.next(3) == 0 { members.append(#""fallbackDestination":\#(destination(&random))"#) }
    if random.next(4) == 0 { members.append(hook(&random)) }
    members.append(provider(index, &random))
    return "{" + members.joined(separator: ",") + "}"
}

private func provider(_ index: Int, _ random: inout LinearGenerator) -> String {
    let number = #""number":"+49\#(random.digits(10))""#
    let credential = #""credentialId":"\#(random.identifier())""#
    return switch index % 5 {
    case 0: #""provider":"byo-phone-number",\#(number),"numberE164CheckEnabled":true,\#(credential)"#
    case 1:
        #""provider":"twilio",\#(number),"smsEnabled":true,"twilioAccountSid":"AC\#(random.digits(32))","#
            + #""twilioAuthToken":"\#(random.digits(32))""#
    case 2: #""provider":"vonage",\#(number),\#(credential)"#
    case 3: #""provider":"vapi",\#(number),"numberDesiredAreaCode":"\#(random.digits(3))""#
    default: #""provider":"telnyx",\#(number),\#(credential)"#
    }
}

private func server(_ random: inout LinearGenerator) -> String {
    let plan =
        #"{"type":"fixed","maxRetries":\#(random.next(9)),"baseDelaySeconds":1,"excludedStatusCodes":[400,401,403,404]}"#
    return #""server":{"timeoutSeconds":20,"credentialId":"\#(random.identifier())","staticIpAddressesEnabled":false,"#
        + #""encryptedPaths":["message.call"],"url":"https://example.com/hooks/\#(random.digits(6))","#
        + #""headers":{"X-Team":"sales"},"backoffPlan":\#(plan)}"#
}

private func destination(_ random: inout LinearGenerator) -> String {
    let plan =
        #"{"mode":"blind-transfer","message":"One moment, please.","timeout":60,"sipVerb":"refer","dialTimeout":60}"#
    return #"{"message":"I put you through.","type":"number","numberE164CheckEnabled":true,"#
        + #""number":"+44\#(random.digits(10))","extension":"\#(random.digits(3))","callerId":"+49\#(random.digits(10))","transferPlan":\#(plan),"#
        + #""description":"The night shift"}"#
}

private func hook(_ random: inout LinearGenerator) -> String {
    let filter = #"{"type":"startsWith","key":"number","startsWith":["91","86","7"]}"#
    return #""hooks":[{"on":"call.ringing","filters":[\#(filter)],"#
        + #""do":[{"type":"transfer","destination":\#(destination(&random))}]}]"#
}
