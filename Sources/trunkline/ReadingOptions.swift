import ArgumentParser
import OpenAPIModel

/// What every command that reads specifications can be told.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            "Change how much is read before it is refused: depth, nodes, expansions (of aliases) or bytes (of a file).",
            discussion: "For example, --limit nodes=50000000. Can be repeated.", valueName: "name=value"))
    var limits: [LimitArgument] = []

    @Flag(help: "Follow references that lead out of the folder of the entry document.")
    var allowOutside = false

    @Flag(
        help: ArgumentHelp(
            "Follow http and https references, never to private networks.",
            discussion: """
                What is read is noted in trunkline.lock beside the configuration and kept in .trunkline/, so that a later run \
                needs no network; a file that changes is an error.
                """))
    var allowRemote = false

    @Flag(help: "With --allow-remote: read every remote file anew and note what it is now.")
    var updateLock = false

    @Flag(
        help: ArgumentHelp(
            "Print how long each stage took and the peak memory, as JSON on standard output, and nothing else there.",
            discussion: """
                For example, {"stages": [{"name": "parse", "milliseconds": 91.302}], "milliseconds": 120.417, \
                "peakMemoryBytes": 61865984}. A stage that several specifications go through is the sum of them.
                """))
    var timings = false

    /// The limits with what the command line changes.
    var reading: Limits {
        var limits = Limits()
        for limit in self.limits { _ = limits.set(limit.name, to: limit.value) }
        return limits
    }
}

/// A limit and its new value, such as `depth=2000`.
struct LimitArgument: ExpressibleByArgument {
    let name: String
    let value: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        var limits = Limits()
        guard parts.count == 2, let value = Int(parts[1]), limits.set(parts[0], to: value) else { return nil }
        name = parts[0]
        self.value = value
    }
}
