import Foundation
import Testing

extension ConsumerTests {
    /// The command plugins, in a package that uses them.
    @Suite struct CommandPluginTests {
        /// A package with two targets: the first has one specification, the second has two.
        private static func package() throws -> ConsumerPackage {
            let package = try ConsumerPackage()
            try package.write(targets: [ConsumerPackage.target("Zoo"), ConsumerPackage.target("Farm")])
            try package.write(Workplace.pets, to: "Sources/Zoo/openapi.yaml")
            try package.write("specification: openapi.yaml\nmodule: Zoo\n", to: "Sources/Zoo/trunkline.yaml")
            try package.write("public let zoo = ZooClient.self\n", to: "Sources/Zoo/Zoo.swift")
            for name in ["cows", "hens"] {
                try package.write(Workplace.pets, to: "Sources/Farm/\(name).yaml")
                try package.write(
                    "specification: \(name).yaml\nmodule: Farm\nnamespace: \(name.capitalized)\n",
                    to: "Sources/Farm/\(name).trunkline.yaml")
            }
            try package.write("public let farm = (Cows.Pet.self, Hens.Pet.self)\n", to: "Sources/Farm/Farm.swift")
            return package
        }

        private static let zoo = Workplace.names.map { "Zoo/Generated/" + $0 }
        private static let farm = ["Cows", "Hens"].flatMap { name in
            Workplace.names.map { "Farm/Generated/\(name)+\($0)" }
        }

        @Test func everyTargetIsGeneratedAndBuilds() throws {
            let package = try Self.package()
            let result = try package.swift("package", "--allow-writing-to-package-directory", "generate-api-code")
            #expect(result.status == 0, "\(result.log)")
            #expect(package.sources.filter { $0.contains("/Generated/") } == Self.farm + Self.zoo)
            let build = try package.swift("build")
            #expect(build.status == 0, "\(build.log)")

            let check = try package.swift(
                "package", "--allow-writing-to-package-directory", "generate-api-code", "--check")
            #expect(check.status == 0, "\(check.log)")
            try package.write(Workplace.pets("Animal"), to: "Sources/Zoo/openapi.yaml")
            let stale = try package.swift(
                "package", "--allow-writing-to-package-directory", "generate-api-code", "--check")
            #expect(stale.status != 0)
            #expect(stale.log.contains("Sources/Zoo/Generated/Models.swift"), "\(stale.log)")
        }

        @Test func targetsAreChosenByName() throws {
            let package = try Self.package()
            let result = try package.swift(
                "package", "--allow-writing-to-package-directory", "generate-api-code", "--target", "Farm")
            #expect(result.status == 0, "\(result.log)")
            #expect(package.sources.filter { $0.contains("/Generated/") } == Self.farm)
            let unknown = try package.swift(
                "package", "--allow-writing-to-package-directory", "generate-api-code", "--target", "Ark")
            #expect(unknown.status != 0)
        }

        @Test func whatCannotBeGeneratedFailsWithItsPlace() throws {
            let package = try Self.package()
            try package.write(
                "specification: openapi.yaml\nmodule: Zoo\nenvelop: data\n", to: "Sources/Zoo/trunkline.yaml")
            let result = try package.swift(
                "package", "--allow-writing-to-package-directory", "generate-api-code", "--target", "Zoo")
            #expect(result.status != 0)
            #expect(result.log.contains("Sources/Zoo/trunkline.yaml:3:1: error: "), "\(result.log)")
            #expect(package.sources.filter { $0.contains("/Generated/") } == [])
        }

        @Test func specificationsAreValidated() throws {
            let package = try Self.package()
            let good = try package.swift("package", "validate-api")
            #expect(good.status == 0, "\(good.log)")
            #expect(good.log.contains("3 specifications: 0 errors, 0 warnings"))

            try package.write(Workplace.pets.replacing("title:", with: "titel:"), to: "Sources/Farm/hens.yaml")
            let bad = try package.swift("package", "validate-api")
            #expect(bad.status != 0)
            #expect(bad.log.contains("Sources/Farm/hens.yaml:2:9: error: "), "\(bad.log)")
            #expect(try package.swift("package", "validate-api", "--target", "Zoo").status == 0)
            #expect(try package.swift("package", "validate-api", "Sources/Farm/cows.yaml").status == 0)
            #expect(try package.swift("package", "validate-api", "Sources/Farm/hens.yaml").status != 0)
        }
    }
}
