import Foundation
import Testing
import TrunklineRuntime

/// Every member of every answer, taken away, set to null or added, by the specification's own lists.
@Suite struct MechanicalTests {
    /// The members that the specification names in the objects of a fixture.
    private func sites(of fixture: ResponseFixture) throws -> [MemberSite] {
        let file = try SpecificationFile(fixture.api)
        var sites = MemberSites(file)
        sites.visit(try file.successSchema(of: fixture.operation), fixture.json)
        #expect(sites.list.count > 10, "the specification does not fit \(fixture)")
        return sites.list
    }

    private func isPresent(_ site: MemberSite, in fixture: ResponseFixture) throws -> Bool {
        var found = false
        _ = try fixture.json.changing(site.path + [.member(site.name)]) {
            found = $0 != nil
            return $0
        }
        return found
    }

    @Test(arguments: try ResponseFixture.all())
    func missingRequiredMemberIsAnErrorThatNamesIt(_ fixture: ResponseFixture) throws {
        for site in try sites(of: fixture) where site.isRequired && !site.isTag {
            let json = try fixture.json.removing(site.path + [.member(site.name)])
            let issue = #expect(throws: DecodingIssue.self, "\(site)") { try fixture.codec(json) }
            #expect(issue?.description == "\(site): the required member is missing")
            #expect(issue?.path == site.path + [.member(site.name)])
        }
    }

    @Test(arguments: try ResponseFixture.all())
    func missingRequiredMemberIsAnErrorOfFoundation(_ fixture: ResponseFixture) throws {
        for site in try sites(of: fixture) where site.isRequired && !site.isTag {
            let json = try fixture.json.removing(site.path + [.member(site.name)])
            let error = #expect(throws: DecodingError.self, "\(site)") { try fixture.foundation(json) }
            guard case .keyNotFound(let key, let context) = error else {
                Issue.record("\(site): \(String(describing: error))")
                continue
            }
            #expect(key.stringValue == site.name)
            #expect(context.codingPath.count == site.path.count, "\(site)")
        }
    }

    @Test(arguments: try ResponseFixture.all())
    func nullForARequiredMemberIsReadOnlyWhereTheSpecificationAllowsIt(_ fixture: ResponseFixture) throws {
        for site in try sites(of: fixture) where site.isRequired && !site.isTag {
            let json = try fixture.json.changing(site.path + [.member(site.name)]) { _ in .null }
            if site.isNullable || site.isUnion {
                #expect(try fixture.codec(json) == json, "\(site)")
                #expect(try fixture.foundation(json) == json, "\(site)")
            } else {
                let issue = #expect(throws: DecodingIssue.self, "\(site)") { try fixture.codec(json) }
                #expect(issue?.pathText == site.description)
                #expect(issue?.description.hasSuffix("found null") == true, "\(site)")
            }
        }
    }

    @Test(arguments: try ResponseFixture.all())
    func variantWithoutItsTagIsUnknownAndKept(_ fixture: ResponseFixture) throws {
        for site in try sites(of: fixture) where site.isTag {
            let json = try fixture.json.removing(site.path + [.member(site.name)])
            #expect(try fixture.codec(json) == json, "\(site)")
        }
    }

    @Test(arguments: try ResponseFixture.all())
    func optionalMemberMayBeMissing(_ fixture: ResponseFixture) throws {
        for site in try sites(of: fixture) where !site.isRequired {
            let json = try fixture.json.removing(site.path + [.member(site.name)])
            #expect(try fixture.codec(json) == json, "\(site)")
            #expect(try fixture.foundation(json) == json, "\(site)")
        }
    }

    @Test(arguments: try ResponseFixture.all())
    func explicitNullOfAnOptionalMemberIsKept(_ fixture: ResponseFixture) throws {
        for site in try sites(of: fixture) where !site.isRequired {
            let json = try fixture.json.changing(site.path + [.member(site.name)]) { _ in .null }
            #expect(try fixture.codec(json) == json, "\(site)")
            #expect(try fixture.foundation(json) == json, "\(site)")
        }
    }

    @Test(arguments: try ResponseFixture.all())
    func unknownMemberIsKept(_ fixture: ResponseFixture) throws {
        let isEnvelope = fixture.json["data"] != nil
        for path in Set(try sites(of: fixture).map(\.path)) where !path.isEmpty || !isEnvelope {
            let json = try fixture.json.changing(path + [.member("added_later")]) { _ in ["a": [1, 2.50, .null]] }
            #expect(try fixture.codec(json) == json, "\(path.text)")
            #expect(try fixture.foundation(json) == json, "\(path.text)")
        }
    }

    @Test(arguments: ["identitycall", "topcalls", "vapi"])
    func fixturesHaveEveryRequiredMember(_ api: String) throws {
        let file = try SpecificationFile(api)
        let needed = Set(file.successSchemas.flatMap { file.requiredMembers(below: $0.schema) })
        var met: Set<String> = []
        for fixture in try ResponseFixture.all() where fixture.api == api {
            let present = try sites(of: fixture).filter { try isPresent($0, in: fixture) }
            met.formUnion(present.map { "\($0.schema)#\($0.name)" })
        }
        #expect(needed.count >= 7)
        #expect(needed.subtracting(met).isEmpty, "no fixture has \(needed.subtracting(met).sorted())")
    }
}
