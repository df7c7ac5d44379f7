// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "number-directory",
    platforms: [.macOS(.v15)],
    dependencies: [
        // The trait brings the transport for servers, and SwiftNIO with it.
        .package(name: "trunkline", path: "../..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "number-directory",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "IdentityCall", package: "trunkline"),
                .product(name: "TopCalls", package: "trunkline"),
                .product(name: "Vapi", package: "trunkline"),
                .product(name: "TrunklineAsyncHTTPClient", package: "trunkline"),
                .product(name: "TrunklineLogging", package: "trunkline"),
            ]),
        .testTarget(
            name: "NumberDirectoryTests",
            dependencies: [
                "number-directory",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            resources: [.copy("Answers")]),
    ]
)
