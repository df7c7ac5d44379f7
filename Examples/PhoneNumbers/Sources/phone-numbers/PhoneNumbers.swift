import ArgumentParser
import Foundation

/// The phone numbers of three providers, on one command line.
@main
struct PhoneNumbers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phone-numbers",
        abstract: "Lists, shows and updates the phone numbers of IdentityCall, TopCalls and Vapi.",
        discussion: """
            The keys are read from IDENTITYCALL_API_KEY, TOPCALLS_API_KEY and VAPI_API_KEY.
            """,
        subcommands: [List.self, Show.self, Update.self])
}

/// Where the numbers are, and how they are printed.
struct Options: ParsableArguments {
    @Option(help: "Another address of the API, for a proxy or a test.")
    var server: URL?

    @Flag(help: "Print JSON.")
    var json = false

    /// The numbers as the options say.
    func text(_ numbers: [PhoneNumber]) throws -> String {
        guard json else { return table(numbers, isAligned: isatty(STDOUT_FILENO) == 1) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(numbers), as: UTF8.self)
    }
}

extension PhoneNumbers {
    /// `phone-numbers list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the numbers of one provider, or of all that list theirs.")

        @Option(help: "\(Provider.allCases.map(\.rawValue).joined(separator: ", ")).")
        var provider: Provider?

        @OptionGroup var options: Options

        func run() async throws { print(try await output()) }

        func output() async throws -> String {
            var numbers: [PhoneNumber] = []
            for provider in provider.map({ [$0] }) ?? [.identitycall, .vapi] {
                numbers += try await provider.directory(at: options.server).list()
            }
            return try options.text(numbers)
        }
    }

    /// `phone-numbers show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one number.")

        @Option(help: "\(Provider.allCases.map(\.rawValue).joined(separator: ", ")).")
        var provider: Provider

        @Argument(help: "The number's id at its provider.")
        var id: String

        @OptionGroup var options: Options

        func run() async throws { print(try await output()) }

        func output() async throws -> String {
            try options.text([try await provider.directory(at: options.server).show(id)])
        }
    }

    /// `phone-numbers update`.
    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Gives a number another name.")

        @Option(help: "\(Provider.allCases.map(\.rawValue).joined(separator: ", ")).")
        var provider: Provider

        @Argument(help: "The number's id at its provider.")
        var id: String

        @Option(help: "The new name.")
        var name: String

        @OptionGroup var options: Options

        func run() async throws { print(try await output()) }

        func output() async throws -> String {
            try options.text([try await provider.directory(at: options.server).rename(id, to: name)])
        }
    }
}

extension URL: @retroactive ExpressibleByArgument {
    /// A URL that is written as an argument.
    public init?(argument: String) { self.init(string: argument) }
}
