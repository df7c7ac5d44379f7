import AsyncHTTPClient
import Foundation
import TrunklineAsyncHTTPClient
import Vapi

/// A client under load: the generated one, or the one that is written by hand.
enum Side: String, CaseIterable, Sendable {
    case generated, handWritten

    /// A call over connections of its own.
    func call(_ server: String) -> @Sendable () async throws -> Void {
        switch self {
        case .generated:
            let client = VapiClient(
                token: "9f1c2d", server: .init(url: server),
                transport: AsyncHTTPClientTransport(eventLoopGroup: HTTPClient.defaultEventLoopGroup))
            return { keep(try await client.phoneNumbers.get(id: "pn_1")) }
        case .handWritten:
            let client = HandWrittenClient(
                client: HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup), server: server, token: "9f1c2d")
            return { keep(try await client.phoneNumber(id: "pn_1")) }
        }
    }
}

/// What a number of calls cost.
struct Cost {
    var wall = 0.0
    var processor = 0.0
    var allocations = 0.0
}

/// Makes calls from a number of tasks at once, each after the other.
///
/// - Returns: What one call cost.
func load(
    _ call: @escaping @Sendable () async throws -> Void, calls: Int, tasks: Int
) async throws -> Cost {
    let (start, processor, allocations) = (ContinuousClock.now, processorTime(), allocationCount())
    try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<tasks {
            group.addTask { for _ in 0..<calls / tasks { try await call() } }
        }
        try await group.waitForAll()
    }
    let number = Double(calls / tasks * tasks)
    return Cost(
        wall: (ContinuousClock.now - start) / .seconds(1) / number,
        processor: (processorTime() - processor) / number,
        allocations: Double(allocationCount() - allocations) / number)
}

/// Keeps the optimiser from dropping what nobody looks at.
@inline(never)
private func keep<Value>(_ value: consuming Value) {}
