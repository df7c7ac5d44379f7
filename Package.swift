// swift-tools-version: 6.1

import PackageDescription

/// Generated modules and the runtime are what users import; everything else belongs to the tool.
let package = Package(
    name: "trunkline",
    platforms: [.macOS(.v14), .iOS(.v17), .tvOS(.v17), .watchOS(.v10), .visionOS(.v1)],
    products: [
        .executable(name: "trunkline", targets: ["trunkline"]),
        .library(name: "TrunklineRuntime", targets: ["TrunklineRuntime"]),
        .library(name: "TrunklineURLSession", targets: ["TrunklineURLSession"]),
        .library(name: "TrunklineAsyncHTTPClient", targets: ["TrunklineAsyncHTTPClient"]),
        .library(name: "TrunklineLogging", targets: ["TrunklineLogging"]),
        .library(name: "TrunklineTesting", targets: ["TrunklineTesting"]),
        .library(name: "IdentityCall", targets: ["IdentityCall"]),
        .library(name: "IdentityCallExamples", targets: ["IdentityCallExamples"]),
        .library(name: "TopCalls", targets: ["TopCalls"]),
        .library(name: "TopCallsExamples", targets: ["TopCallsExamples"]),
        .library(name: "Vapi", targets: ["Vapi"]),
        .library(name: "VapiExamples", targets: ["VapiExamples"]),
        .plugin(name: "BuildAPICode", targets: ["BuildAPICode"]),
        .plugin(name: "GenerateAPICode", targets: ["GenerateAPICode"]),
        .plugin(name: "ValidateAPI", targets: ["ValidateAPI"]),
    ],
    traits: [
        .trait(
            name: "AsyncHTTPClient",
            description:
                "TrunklineAsyncHTTPClient. Packages without the trait do not fetch async-http-client and SwiftNIO.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.29.0"),
    ],
    targets: [
        // The tool.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: libyamlPkgConfig,
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "OpenAPIModel", dependencies: ["CLibYAML", "TrunklineJSON"]),
        .target(name: "SwiftEmitter", dependencies: ["OpenAPIModel", "TrunklineJSON"]),
        .target(name: "OpenAPIAnalysis", dependencies: ["OpenAPIModel", "SwiftEmitter", "TrunklineJSON"]),
        .executableTarget(
            name: "trunkline",
            dependencies: [
                "OpenAPIAnalysis", "OpenAPIModel", "SwiftEmitter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .plugin(name: "BuildAPICode", capability: .buildTool(), dependencies: ["trunkline"]),

        .plugin(
            name: "GenerateAPICode",
            capability: .command(
                intent: .custom(
                    verb: "generate-api-code", description: "Writes the modules of the package's specifications."),
                permissions: [
                    .writeToPackageDirectory(reason: "The generated Swift files are written into your targets.")
                ]),
            dependencies: ["trunkline"]),

        .plugin(
            name: "ValidateAPI",
            capability: .command(
                intent: .custom(verb: "validate-api", description: "Checks the package's specifications.")),
            dependencies: ["trunkline"]),

        // What generated code stands on.
        .target(name: "TrunklineJSON"),
        .target(
            name: "TrunklineRuntime",
            dependencies: ["TrunklineJSON", .product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(name: "TrunklineURLSession", dependencies: ["TrunklineRuntime"]),
        .target(
            name: "TrunklineAsyncHTTPClient",
            dependencies: [
                "TrunklineRuntime",
                .product(
                    name: "AsyncHTTPClient", package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
            ]),
        .target(
            name: "TrunklineLogging",
            dependencies: ["TrunklineRuntime", .product(name: "Logging", package: "swift-log")]),
        .target(name: "TrunklineTesting", dependencies: ["TrunklineRuntime"]),

        // Written by `make generate`.
        .target(name: "IdentityCall", dependencies: ["TrunklineRuntime"], path: "Generated/IdentityCall"),
        .target(
            name: "IdentityCallExamples", dependencies: ["IdentityCall", "TrunklineTesting"],
            path: "Generated/IdentityCallExamples"),
        .target(name: "TopCalls", dependencies: ["TrunklineRuntime"], path: "Generated/TopCalls"),
        .target(
            name: "TopCallsExamples", dependencies: ["TopCalls", "TrunklineTesting"], path: "Generated/TopCallsExamples"
        ),
        .target(name: "Vapi", dependencies: ["TrunklineRuntime"], path: "Generated/Vapi"),
        .target(
            name: "VapiExamples", dependencies: ["Vapi", "TrunklineTesting"], path: "Generated/VapiExamples"),

        .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
        // Expected Swift of goldens that is not only compiled but run.
        .target(
            name: "FormBodies", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/bodies-form",
            exclude: ["openapi.yaml", "diagnostics.txt"]),
        .target(
            name: "MultipartBodies", dependencies: ["TrunklineRuntime"],
            path: "Tests/Goldens/generate/bodies-multipart", exclude: ["openapi.yaml", "diagnostics.txt"]),
        .target(
            name: "EventStreams", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/event-streams",
            exclude: ["openapi.yaml"]),
        .target(
            name: "SuccessShapes", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/responses-shapes",
            exclude: ["openapi.yaml", "diagnostics.txt"]),
        .target(
            name: "ParameterStyles", dependencies: ["TrunklineRuntime"],
            path: "Tests/Goldens/generate/parameter-styles",
            exclude: ["openapi.yaml"]),
        .target(
            name: "OperationServers", dependencies: ["TrunklineRuntime"],
            path: "Tests/Goldens/generate/servers-operation", exclude: ["openapi.yaml"]),
        .target(
            name: "DocumentedPets", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/examples",
            exclude: ["openapi.yaml", "trunkline.yaml", "cat.json", "diagnostics.txt", "Examples"]),
        .target(
            name: "DocumentedPetsExamples", dependencies: ["DocumentedPets", "TrunklineTesting"],
            path: "Tests/Goldens/generate/examples/Examples"),
        .target(
            name: "PlainBodies", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/bodies-plain",
            exclude: ["openapi.yaml", "diagnostics.txt"]),
        .target(
            name: "PagedLists", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/pages",
            exclude: ["openapi.yaml", "trunkline.yaml", "diagnostics.txt"]),
        .target(
            name: "SecuritySchemes", dependencies: ["TrunklineRuntime"], path: "Tests/Goldens/generate/security",
            exclude: ["openapi.yaml", "diagnostics.txt"]),
        .testTarget(name: "TrunklineJSONTests", dependencies: ["TrunklineJSON"]),
        .testTarget(name: "OpenAPIModelTests", dependencies: ["OpenAPIModel"]),
        .target(name: "BuiltProducts", path: "Tests/BuiltProducts"),
        .testTarget(
            name: "OpenAPIAnalysisTests", dependencies: ["OpenAPIAnalysis", "OpenAPIModel", "SwiftEmitter"]),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SwiftEmitter", "TrunklineRuntime", "BuiltProducts"]),
        .testTarget(name: "CommandTests", dependencies: ["trunkline", "BuiltProducts", "LoopbackServer"]),
        .testTarget(
            name: "TrunklineRuntimeTests",
            dependencies: [
                "TrunklineRuntime", "TrunklineURLSession", "TrunklineLogging", "TrunklineTesting", "LoopbackServer",
                "FormBodies",
                "MultipartBodies", "EventStreams", "SuccessShapes", "ParameterStyles",
                "SecuritySchemes", "OperationServers", "PagedLists", "PlainBodies",
                "DocumentedPets", "DocumentedPetsExamples",
            ]),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "Vapi", "TrunklineURLSession", "TrunklineAsyncHTTPClient", "LoopbackServer", "EventStreams",
                "OperationServers",
                .product(
                    name: "AsyncHTTPClient", package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
            ]),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "IdentityCall", "TopCalls", "Vapi", "IdentityCallExamples", "TopCallsExamples", "VapiExamples",
                "TrunklineURLSession", "TrunklineTesting", "LoopbackServer", "OpenAPIModel",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzzer has its main function from libFuzzer, so it is only there when it is built with that (scripts/fuzz.sh).
if Context.environment["TRUNKLINE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz", dependencies: ["OpenAPIAnalysis", "OpenAPIModel", "SwiftEmitter", "TrunklineJSON"],
            path: "Tests/Fuzz",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// With the tool as a binary (`make artifact-bundle`), packages that use the plugins build none of it.
if let bundle = Context.environment["TRUNKLINE_ARTIFACT_BUNDLE"] {
    // The path of a binary target is relative to the package.
    let root = Context.packageDirectory.split(separator: "/").map { _ in "../" }.joined()
    let path = bundle.hasPrefix("/") ? root + bundle.dropFirst() : bundle
    package.products.removeAll { $0.name == "trunkline" }
    package.targets.removeAll { $0.name == "trunkline" }
    package.targets.append(.binaryTarget(name: "trunkline", path: path))
}

/// pkg-config finds Homebrew's libyaml; on Linux the header is in the default path, and asking pkg-config there makes
/// every build print install hints.
var libyamlPkgConfig: String? {
    #if os(macOS)
        "yaml-0.1"
    #else
        nil
    #endif
}
