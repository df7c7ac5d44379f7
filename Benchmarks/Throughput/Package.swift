// swift-tools-version: 6.1

import PackageDescription

/// Calls a second over a real connection: `make throughput`. A package of its own, so that nothing else waits for a server
/// framework to be built.
let package = Package(
    name: "trunkline-throughput",
    platforms: [.macOS(.v14)],
    products: [.library(name: "MallocCounter", type: .dynamic, targets: ["MallocCounter"])],
    dependencies: [
        .package(name: "trunkline", path: "../..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.0.0"),
    ],
    targets: [
        .executableTarget(
            name: "throughput",
            dependencies: [
                .product(name: "Vapi", package: "trunkline"),
                .product(name: "TrunklineAsyncHTTPClient", package: "trunkline"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
            ]),
        .executableTarget(
            name: "ThroughputServer", dependencies: [.product(name: "Hummingbird", package: "hummingbird")]),
        // Counts what a process asks `malloc` for; it is not linked but loaded before all others.
        .target(name: "MallocCounter"),
    ],
    swiftLanguageModes: [.v6]
)
