import ArgumentParser
import Foundation

/// The command line: thin, everything else is in the libraries.
@main
struct Trunkline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trunkline",
        abstract: "Turns OpenAPI specifications into Swift SDKs, and checks them.",
        discussion: """
            Exit status: 0 when all is well, 1 when there are findings of severity error or stale files, \
            2 when a command could not run.
            """,
        version: "0.1.0",
        subcommands: [
            GenerateCommand.self, ValidateCommand.self, BundleCommand.self, CoverageCommand.self, RulesCommand.self,
            ExplainCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(reporting: error)
        }
    }

    /// Help and version end with 0, a command's own status with that, everything else means that it could not run.
    private static func exit(reporting error: any Error) -> Never {
        if let status = error as? ExitCode { status.end() }
        let message = fullMessage(for: error)
        let isHelp = exitCode(for: error).isSuccess
        if !message.isEmpty { isHelp ? print(message) : Terminal.report(message + "\n") }
        (isHelp ? ExitCode.success : .couldNotRun).end()
    }
}

extension ExitCode {
    /// There are findings of severity error, or files are not what they should be.
    static let findings = ExitCode(1)
    /// A command could not run: bad arguments, a file that is not there.
    static let couldNotRun = ExitCode(2)
}
