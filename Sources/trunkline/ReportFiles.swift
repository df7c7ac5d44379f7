import ArgumentParser
import Foundation

extension ReportFile {
    /// Writes a report; the run ends where that is not possible.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Terminal.report("error: \(path) cannot be written: \(error.localizedDescription)\n")
            throw ExitCode.couldNotRun
        }
    }
}
