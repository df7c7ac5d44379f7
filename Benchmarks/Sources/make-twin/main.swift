import Foundation
import Twins

// make-twin <output> <file>…: the twin of generated types, which the coding benchmark is linked with.
guard CommandLine.arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: make-twin <output> <file>…\n".utf8))
    exit(2)
}
let models = try CommandLine.arguments[2...].map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
try Data(writeTwin(of: readModels(models), .init(keepsEverything: false)).utf8).write(
    to: URL(filePath: CommandLine.arguments[1]))
