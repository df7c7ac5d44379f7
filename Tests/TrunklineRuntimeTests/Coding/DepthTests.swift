import Foundation
import Testing
import TrunklineRuntime

/// The deepest text that is accepted has to fit the stack of any thread; the smallest in use has 512 KiB.
struct DepthTests {
    /// A type that contains itself, as a generated one does.
    struct Folder: ObjectModel, Hashable, Codable {
        var name: String?
        var parent: Boxed<Folder>?
        var children: [Folder]?
        var otherMembers = JSONMembers()

        init(from object: inout ObjectDecoder) throws(DecodingIssue) {
            name = object.optional("name")
            parent = object.optional("parent")
            children = object.optional("children")
            otherMembers = object.rest()
        }

        func encode(into object: inout ObjectEncoder) {
            object.rest(otherMembers)
            object.optional("name", name)
            object.optional("parent", parent)
            object.optional("children", children)
        }
    }

    @Test(arguments: [(#"{"parent":"#, "}"), (#"{"children":["#, "]}"), (#"{"other":"#, "}"), ("[", "]")])
    func theDeepestTextFitsASmallStack(opening: String, closing: String) throws {
        let levels = JSONLimits().depth / (opening.contains("[") && opening.count > 1 ? 2 : 1)
        let text = String(repeating: opening, count: levels - 1) + "{}" + String(repeating: closing, count: levels - 1)
        let isEqual = onSmallStack {
            let value = try JSONCodec.decode(JSONValue.self, from: Data(text.utf8))
            guard opening != "[" else { return try JSONCodec.encode(value) == Data(text.utf8) && value == value }
            let folder = try JSONCodec.decode(Folder.self, from: Data(text.utf8))
            return try JSONCodec.encode(folder) == Data(text.utf8) && folder == folder
        }
        #expect(try isEqual.get())
    }

    @Test func oneLevelMoreIsRefused() {
        let depth = JSONLimits().depth + 1
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(throws: DecodingIssue.self) { try JSONCodec.decode(JSONValue.self, from: Data(text.utf8)) }
    }

    private func onSmallStack(_ body: @escaping @Sendable () throws -> Bool) -> Result<Bool, any Error> {
        let result = Box()
        let thread = Thread { result.finish(Result { try body() }) }
        thread.stackSize = 512 << 10
        thread.start()
        return result.wait()
    }

    private final class Box: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var result: Result<Bool, any Error> = .success(false)

        func finish(_ result: Result<Bool, any Error>) {
            self.result = result
            done.signal()
        }

        func wait() -> Result<Bool, any Error> {
            done.wait()
            return result
        }
    }
}
