// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "bakery",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "trunkline", path: "../.."),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .executableTarget(
            name: "bakery",
            dependencies: [
                .product(name: "TrunklineRuntime", package: "trunkline"),
                .product(name: "TrunklineURLSession", package: "trunkline"),
            ],
            plugins: [.plugin(name: "BuildAPICode", package: "trunkline")]),
        .testTarget(
            name: "BakeryTests",
            dependencies: ["bakery", .product(name: "FlyingFox", package: "FlyingFox")]),
    ]
)
