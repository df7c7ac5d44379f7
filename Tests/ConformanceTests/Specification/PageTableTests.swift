import Testing

/// Every member, enumeration value and nullability mark on the five pages is in the specification.
@Suite struct PageTableTests {
    @Test(arguments: PageName.allCases)
    func everythingOnThePageIsInTheSpecification(_ page: PageName) throws {
        let file = try SpecificationFile(page.api)
        for row in page.table {
            let expectations = row.expectations.isEmpty ? [nil] : row.expectations.map(Optional.some)
            for expectation in expectations {
                let fault = expectation.map { file.fault(at: row.pointer, $0) } ?? existence(row.pointer, file)
                #expect(fault == nil, "\(page.rawValue), \(row)")
            }
        }
    }

    private func existence(_ pointer: String, _ file: SpecificationFile) -> String? {
        file.node(pointer) == nil ? "there is nothing" : nil
    }

    @Test(arguments: PageName.allCases)
    func theTableQuotesThePage(_ name: PageName) throws {
        guard let text = SharedPages.text(name.rawValue).map(PageText.init) else { return }
        for row in name.table {
            #expect(text[row.line].contains(row.says), "\(name.rawValue), \(row), expected \(row.says)")
        }
    }

    @Test(arguments: PageName.allCases)
    func theTableOmitsNothingOnThePage(_ name: PageName) throws {
        guard let page = try SharedPages.page(name) else { return }
        let rows = Set(name.table.map { DocumentationPage.Statement(line: $0.line, name: $0.name) })
        #expect(page.statements.count > 10)
        for statement in page.statements where !rows.contains(statement) {
            Issue.record("\(name.rawValue), line \(statement.line): no row for \(statement.name)")
        }
    }

    @Test(arguments: PageName.allCases)
    func theHeadingIsAnOperation(_ name: PageName) throws {
        guard let page = try SharedPages.page(name) else { return }
        let file = try SpecificationFile(name.api)
        let server = try #require(file.node("/servers/0/url").flatMap(file.arena.scalarText))
        let path = page.url.replacing(server, with: "")
        let escaped = path.replacing("/", with: "~1")
        #expect(file.node("/paths/\(escaped)/\(page.method.lowercased())") != nil, "\(page.method) \(path)")
    }

    @Test func aTableThatClaimsTooMuchFails() throws {
        let file = try SpecificationFile("topcalls")
        let label = "/components/schemas/PhoneNumber/properties/label"
        #expect(file.fault(at: label, .nullable("string")) == nil)
        #expect(file.fault(at: label, .type("string")) != nil)
        #expect(file.fault(at: label, .required) == "it is optional")
        #expect(file.fault(at: label + "s", .optional) == "there is nothing")
        let values = "/components/schemas/PhoneNumberSource"
        #expect(file.fault(at: values, .values(["topcalls"])) != nil)
    }
}

extension PageName {
    /// What the page says, line by line.
    var table: [PageRow] {
        switch self {
        case .getVirtualNumber: getVirtualNumberTable
        case .listVirtualNumbers: listVirtualNumbersTable
        case .updateVirtualNumber: updateVirtualNumberTable
        case .getTopCallsNumber: getTopCallsNumberTable
        case .getVapiNumber: getVapiNumberTable
        }
    }
}
