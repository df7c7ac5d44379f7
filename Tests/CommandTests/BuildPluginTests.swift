import Foundation
import Testing

extension ConsumerTests {
    /// The build-tool plugin, in a package that uses it.
    @Suite struct BuildPluginTests {
        private static let specification = """
            openapi: 3.1.0
            info: { title: Pets, version: "1" }
            servers: [{ url: https://pets.example }]
            paths:
              /items:
                get:
                  operationId: getItem
                  tags: [items]
                  responses:
                    "200":
                      description: An item
                      content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } }
            components:
              schemas:
                Item: { type: object, properties: { kind: { $ref: "parts/kind.yaml" } } }

            """

        /// A package whose only target has the specifications of pets and of shops, with equal type names.
        private static func package() throws -> ConsumerPackage {
            let package = try ConsumerPackage()
            try package.write(targets: [ConsumerPackage.target("App", kind: "executableTarget", plugin: "BuildAPICode")]
            )
            for (name, values) in [("pets", "cat, dog"), ("shops", "open, closed")] {
                try package.write(specification, to: "Sources/App/\(name)/\(name)-api.yaml")
                try package.write("{ type: string, enum: [\(values)] }\n", to: "Sources/App/\(name)/parts/kind.yaml")
                let namespace = name.capitalized
                try package.write(
                    "specification: \(name)-api.yaml\nmodule: App\nnamespace: \(namespace)  # shared target\nclient: Client\n",
                    to: "Sources/App/\(name)/trunkline.yaml")
            }
            try package.write(
                """
                print("pets:", Pets.Kind.knownValues.map(\\.rawValue), "shops:", Shops.Kind.knownValues.map(\\.rawValue))
                print(Pets.Item.self, Shops.Item.self)

                """, to: "Sources/App/main.swift")
            return package
        }

        @Test func specificationsShareATargetAndAChangeRebuilds() throws {
            let package = try Self.package()
            let sources = package.sources
            let first = try package.swift("run", "App")
            #expect(first.log.contains(#"pets: ["cat", "dog"] shops: ["open", "closed"]"#), "\(first.log)")
            #expect(package.sources == sources)
            #expect(!first.log.contains("unhandled"))
            #expect(package.builtModules.contains("TrunklineRuntime"))
            #expect(
                package.builtModules.isDisjoint(with: ["OpenAPIModel", "SwiftEmitter", "ArgumentParser", "trunkline"]))

            try package.write("{ type: string, enum: [cat, cow] }\n", to: "Sources/App/pets/parts/kind.yaml")
            let changed = try package.swift("run", "App")
            #expect(changed.log.contains(#"pets: ["cat", "cow"] shops: ["open", "closed"]"#), "\(changed.log)")
            #expect(changed.log.contains("Generating Pets from pets-api.yaml"))
            #expect(!changed.log.contains("Generating Shops"))
        }

        @Test func whatIsNoYAMLOrJSONGeneratesNothing() throws {
            let package = try Self.package()
            try package.write("Notes.\n", to: "Sources/App/pets/notes.txt")
            #expect(try package.swift("build").status == 0)
            try package.write("Other notes.\n", to: "Sources/App/pets/notes.txt")
            try package.write("elsewhere: true\n", to: "Sources/elsewhere.yaml")
            let again = try package.swift("build")
            #expect(!again.log.contains("Generating"), "\(again.log)")
        }

        @Test func aMistakeIsNamedWithItsPlaceInTheBuildLog() throws {
            let package = try Self.package()
            let path = "Sources/App/pets/pets-api.yaml"
            try package.write(Self.specification.replacing("[items]", with: "[items"), to: path)
            let broken = try package.swift("build")
            #expect(broken.status != 0)
            let place = package.url.appendingPathComponent(path).path
            #expect(broken.log.contains("\(place):9:16: error: "), "\(broken.log)")
            try package.write(Self.specification, to: path)
            #expect(try package.swift("build").status == 0)
        }

        @Test func severalSpecificationsNeedNamespaces() throws {
            let package = try Self.package()
            let path = "Sources/App/shops/trunkline.yaml"
            let place = package.url.appendingPathComponent(path).path
            try package.write("specification: shops-api.yaml\nmodule: Shops\n", to: path)
            let missing = try package.swift("build")
            #expect(missing.status != 0)
            #expect(missing.log.contains("error: \(place):1: target App has several specifications"), "\(missing.log)")
            #expect(missing.log.contains("so each needs a `namespace`, for example `namespace: Shops`"))

            try package.write("specification: shops-api.yaml\nmodule: Shops\nnamespace: Pets\n", to: path)
            let equal = try package.swift("build")
            #expect(equal.status != 0)
            #expect(equal.log.contains("another specification of target App has the namespace Pets"), "\(equal.log)")
        }

        @Test func whatThePluginLooksAtHasItsOwnLine() throws {
            let package = try Self.package()
            let path = "Sources/App/shops/trunkline.yaml"
            try package.write("{ specification: shops-api.yaml, module: Shops, namespace: Shops }\n", to: path)
            let result = try package.swift("build")
            #expect(result.status != 0)
            #expect(
                result.log.contains("\(path):1: `specification` is missing, or has no line of its own"), "\(result.log)"
            )
        }

        @Test func aTargetWithoutASpecificationIsAMistake() throws {
            let package = try Self.package()
            try FileManager.default.removeItem(at: package.url.appendingPathComponent("Sources/App/pets"))
            try FileManager.default.removeItem(at: package.url.appendingPathComponent("Sources/App/shops"))
            let result = try package.swift("build")
            #expect(result.status != 0)
            #expect(result.log.contains("target App has no trunkline.yaml"), "\(result.log)")
        }
    }
}
