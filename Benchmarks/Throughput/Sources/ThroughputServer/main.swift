import Foundation
import Hummingbird
import Logging

// ThroughputServer <file>: answers `GET /phone-number/{id}` with the JSON of a file, and prints its port on a line.
guard CommandLine.arguments.count == 2, let body = FileManager.default.contents(atPath: CommandLine.arguments[1]) else {
    FileHandle.standardError.write(Data("usage: ThroughputServer <file>\n".utf8))
    exit(2)
}
let answer = ByteBuffer(bytes: body)

let router = Router()
router.get("/phone-number/:id") { _, _ in
    Response(
        status: .ok, headers: [.contentType: "application/json; charset=utf-8"], body: .init(byteBuffer: answer))
}
var logger = Logger(label: "server")
logger.logLevel = .error
let application = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
    onServerRunning: { channel in
        FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
    }, logger: logger)
try await application.run()
