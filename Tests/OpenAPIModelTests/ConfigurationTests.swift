import Testing

@testable import OpenAPIModel

@Suite struct ConfigurationTests {
    private func configuration(_ text: String) -> (Configuration?, [String]) {
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(SourceFile(path: "trunkline.yaml", bytes: Array(text.utf8)))
        let configuration = readConfiguration(file: file, in: files, diagnostics: &diagnostics)
        return (configuration, diagnostics.reports(in: files))
    }

    @Test func everyMemberIsRead() {
        let (read, reports) = configuration(
            """
            specification: openapi.yaml
            module: Vapi
            namespace: Voice
            client: VapiClient
            output: ../../Generated/Vapi
            servers:
              https://api.vapi.ai: unitedStates
            resources:
              Phone Numbers: phoneNumbers
            operations:
              getPhoneNumber:
                name: GetPhoneNumber
                resource: phoneNumbers
                method: get
                arguments: { phone_number_id: id }
            envelope: data
            errorMessage: [/error, /message]
            imports: [MoneyKit]
            formats:
              uuid: String
              number/decimal: Decimal
            names:
              '#/components/schemas/Foo': Bar
            members:
              '#/components/schemas/Foo/properties/bar': baz
            """)
        #expect(reports == [])
        #expect(read?.module?.value == "Vapi")
        #expect(read?.imports.map(\.value) == ["MoneyKit"])
        #expect(read?.formats.map(\.name) == ["uuid", "number/decimal"])
        #expect(read?.servers.first?.name == "https://api.vapi.ai")
        #expect(read?.resources[named: "Phone Numbers"]?.value == "phoneNumbers")
        #expect(read?.operations.first?.value.arguments.first?.value.value == "id")
        #expect(read?.errorMessage.map(\.value.description) == ["/error", "/message"])
        #expect(read?.names.first?.pointer.value.tokens == ["components", "schemas", "Foo"])
        #expect(read?.names.first?.name.value == "Bar")
        #expect(read?.members.first?.name.value == "baz")
    }

    @Test func mistakesAreReportedWithTheirPlace() {
        let (_, reports) = configuration(
            """
            specification: openapi.yaml
            modul: Vapi
            errorMessage: error
            operations: { a: { methode: get } }
            names: { Foo: Bar }
            client: ''
            """)
        #expect(reports.map { String($0.prefix { $0 != ":" }) }.count == reports.count)
        #expect(
            reports == [
                "1:1 missing-member: the configuration needs a member `module`",
                "2:1 unknown-member: the configuration has no member `modul`",
                "3:15 bad-pointer: `error` is no JSON pointer",
                "4:20 unknown-member: the configuration of an operation has no member `methode`",
                "5:10 bad-pointer: `Foo` is no place in the specification",
                "6:9 empty-value: a value is needed here",
            ])
    }
}
