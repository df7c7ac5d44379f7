// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "phone-numbers",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "trunkline", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .executableTarget(
            name: "phone-numbers",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "IdentityCall", package: "trunkline"),
                .product(name: "TopCalls", package: "trunkline"),
                .product(name: "Vapi", package: "trunkline"),
                .product(name: "TrunklineURLSession", package: "trunkline"),
            ]),
        .testTarget(
            name: "PhoneNumbersTests",
            dependencies: ["phone-numbers", .product(name: "FlyingFox", package: "FlyingFox")],
            resources: [.copy("Answers")]),
    ]
)
