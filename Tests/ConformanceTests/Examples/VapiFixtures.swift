/// Answers of Vapi with what its page's sample does not show.
enum VapiFixtures {
    /// A number of each provider; among them every kind of hook, action, filter, destination, plan and message.
    static let everyProvider = """
        [
          {
            "provider": "twilio", "id": "pn_1", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05.120Z",
            "updatedAt": "2026-04-14T18:22:05+02:00", "number": "+15551234567", "smsEnabled": false,
            "twilioAccountSid": "AC1", "twilioAuthToken": "secret", "twilioApiKey": "SK1", "twilioApiSecret": "secret",
            "status": "activating", "hooks": [\(endingHook), \(sayingHook)]
          },
          {
            "provider": "vonage", "id": "pn_2", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
            "updatedAt": "2026-04-14T16:22:05Z", "number": "+15551234568", "credentialId": "cr_1",
            "fallbackDestination": \(sipDestination)
          },
          {
            "provider": "vapi", "id": "pn_3", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
            "updatedAt": "2026-04-14T16:22:05Z", "sipUri": "sip:support@example.com", "numberDesiredAreaCode": "415",
            "authentication": {
              "username": "support-desk-of-example", "password": "correct-horse-battery", "realm": "example.com"
            }
          },
          {
            "provider": "telnyx", "id": "pn_4", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
            "updatedAt": "2026-04-14T16:22:05Z", "number": "+15551234569", "credentialId": "cr_2", "status": "blocked",
            "server": { "url": "https://example.com", "headers": { "X-Team": "sales", "X-Level": 3 } },
            "fallbackDestination": \(numberDestination)
          },
          {
            "provider": "byo-phone-number", "id": "pn_5", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
            "updatedAt": "2026-04-14T16:22:05Z", "credentialId": "cr_3"
          }
        ]
        """

    /// A page of them.
    static let page = """
        {
          "results": \(everyProvider),
          "metadata": {
            "itemsPerPage": 100, "totalItems": 5, "currentPage": 1, "totalPages": 1, "hasNextPage": false,
            "nextCursor": "c2", "sortOrder": "DESC", "itemsBeyondRetention": false,
            "createdAtLe": "2026-04-30T00:00:00Z", "createdAtGe": "2026-04-01T00:00:00-07:00"
          }
        }
        """

    private static let endingHook = """
        {
          "on": "call.ending",
          "filters": [
            { "type": "oneOf", "key": "call.endedReason", "oneOf": ["assistant-request-failed"] }
          ],
          "do": { "type": "transfer", "destination": \(sipDestination) }
        }
        """

    private static let sayingHook = """
        { "on": "call.ringing", "do": [{ "type": "say", "exact": "We are closed." }] }
        """

    private static let sipDestination = """
        {
          "type": "sip", "sipUri": "sip:night@example.com", "callerId": "+15551234567",
          "message": {
            "type": "custom-message", "content": "One moment.",
            "contents": [{ "type": "text", "text": "Un instant.", "language": "fr" }]
          },
          "transferPlan": { "mode": "warm-transfer-experimental", "contextEngineeringPlan": { "type": "none" } },
          "sipHeaders": { "X-Queue": "night" }, "description": "The night shift"
        }
        """

    private static let numberDestination = """
        {
          "type": "number", "number": "+15551234570",
          "transferPlan": {
            "mode": "warm-transfer-say-summary", "contextEngineeringPlan": { "type": "all" },
            "fallbackPlan": { "message": "Nobody is there." }
          }
        }
        """
}
