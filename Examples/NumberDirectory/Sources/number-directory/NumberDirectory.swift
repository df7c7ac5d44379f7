import Foundation
import Hummingbird
import Logging
import TrunklineLogging

/// Serves the numbers of every provider whose key is in the environment.
@main
struct NumberDirectory {
    static func main() async throws {
        let logger = Logger(label: "number-directory")
        let environment = ProcessInfo.processInfo.environment
        let directory = Directory(sources(environment, logger: logger), logger: logger)
        let port = environment["PORT"].flatMap(Int.init) ?? 8080
        try await application(directory, every: .seconds(60), address: .hostname("127.0.0.1", port: port)).runService()
    }

    private static func sources(_ environment: [String: String], logger: Logger) -> [Source] {
        let configuration = ClientConfiguration(
            timeout: .seconds(10), deadline: .seconds(30), middleware: [.logging(logger)])
        var sources: [Source] = []
        if environment["IDENTITYCALL_API_KEY"] != nil {
            sources.append(.identityCall(token: .environment("IDENTITYCALL_API_KEY"), configuration: configuration))
        }
        if environment["TOPCALLS_API_KEY"] != nil {
            let ids = environment["TOPCALLS_NUMBER_IDS"]?.split(separator: ",").map(String.init) ?? []
            sources.append(
                .topCalls(token: .environment("TOPCALLS_API_KEY"), ids: ids, configuration: configuration))
        }
        if environment["VAPI_API_KEY"] != nil {
            sources.append(.vapi(token: .environment("VAPI_API_KEY"), configuration: configuration))
        }
        return sources
    }
}
