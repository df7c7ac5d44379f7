import BuiltProducts
import Foundation
import Testing

/// A folder with specifications in which `trunkline` is run.
struct Workplace {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.pets, to: "pets/openapi.yaml")
        try folder.write(
            "specification: openapi.yaml\nmodule: Pets\noutput: ../Generated/Pets\n", to: "pets/trunkline.yaml")
    }

    static let names = ["Client.swift", "Models.swift", "Operations.swift", "Requests.swift"]

    static let pets = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        servers: [{ url: https://pets.example }]
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [pets]
              responses:
                "200":
                  description: The pets
                  content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }

        """

    /// A specification that says the same with one name changed.
    static func pets(_ name: String) -> String {
        pets.replacing("Pet:", with: "\(name):").replacing("/Pet\"", with: "/\(name)\"")
    }

    /// Runs the tool.
    func trunkline(
        _ arguments: String..., in path: String = "", input: String = "", environment: [String: String] = [:]
    ) throws -> Command.Result {
        let tool = try #require(BuiltProducts.executable("trunkline"))
        let place = path.isEmpty ? folder.url : folder.url.appendingPathComponent(path)
        return try Command(tool, arguments, in: place, environment: environment).run(input: input)
    }

    /// The texts of the files in a folder, by path.
    func texts(in path: String) throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in folder.files(in: path) { texts[name] = try folder.text(path + "/" + name) }
        return texts
    }

    /// Whether the file system lets this process write where permissions forbid it.
    static var isAllowedEverything: Bool { getuid() == 0 }

    func setPermissions(_ permissions: Int, of path: String) throws {
        let target = folder.url.appendingPathComponent(path).path
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: target)
    }
}
