// swift-tools-version: 6.1

import PackageDescription

/// Ratios, measured in one run: `swift run -c release --package-path Benchmarks bench`.
let package = Package(
    name: "trunkline-benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "trunkline", path: "..")],
    targets: [
        .executableTarget(
            name: "bench",
            dependencies: [
                "Twins", "VapiTwin",
                .product(name: "TrunklineRuntime", package: "trunkline"),
                .product(name: "Vapi", package: "trunkline"),
                // Not linked: it is started as a process of its own.
                .product(name: "trunkline", package: "trunkline"),
            ]),

        // The same models as plain `Codable` structures, made from the generated module when this package is built.
        .target(name: "Twins"),
        .executableTarget(name: "make-twin", dependencies: ["Twins"]),
        .plugin(name: "TwinPlugin", capability: .buildTool(), dependencies: ["make-twin"]),
        .target(
            name: "VapiTwin", dependencies: [.product(name: "TrunklineRuntime", package: "trunkline")],
            plugins: ["TwinPlugin"]),
    ],
    swiftLanguageModes: [.v6]
)
