// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "lending",
    platforms: [.macOS(.v14)],
    products: [.library(name: "Lending", targets: ["Lending"])],
    dependencies: [
        .package(name: "trunkline", path: "../.."),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .target(
            name: "Lending",
            dependencies: [.product(name: "TrunklineRuntime", package: "trunkline")],
            exclude: ["lending-api.yaml", "trunkline.yaml"]),
        .testTarget(
            name: "LendingTests",
            dependencies: [
                "Lending",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "TrunklineURLSession", package: "trunkline"),
            ]),
    ]
)
