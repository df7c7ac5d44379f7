import Foundation
import Twins

// make-twin <Models.swift> <output>: the twin that the coding benchmark is linked with.
guard CommandLine.arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: make-twin <Models.swift> <output>\n".utf8))
    exit(2)
}
let models = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
try Data(writeTwin(of: readModels(models), .init(keepsEverything: false)).utf8).write(
    to: URL(filePath: CommandLine.arguments[2]))
