import Hummingbird
import ServiceLifecycle

/// The service: `GET /numbers`, with `?provider=` for one of them.
func application(_ directory: Directory, every interval: Duration, address: BindAddress) -> some ApplicationProtocol {
    let router = Router()
    router.get("numbers") { request, _ in
        await directory.snapshot(of: request.uri.queryParameters["provider"].map(String.init))
    }
    var application = Application(router: router, configuration: .init(address: address))
    application.addServices(Refresher(directory: directory, interval: interval))
    return application
}

extension Directory.Snapshot: ResponseEncodable {}

/// Reads the numbers anew from time to time, until the service shuts down.
struct Refresher: Service {
    let directory: Directory
    let interval: Duration

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await directory.refresh()
                try await Task.sleep(for: interval)
            }
        }
    }
}
