import Foundation
import TrunklineURLSession

/// `bakery URL [LOAF COUNT]`: lists what there is, or orders.
@main
struct BakeryCommand {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let url = arguments.first.flatMap({ URL(string: $0) }) else {
            return print("usage: bakery URL [LOAF COUNT]")
        }
        let client = Bakery.Client(server: .custom(url), transport: .urlSession())
        let order = Array(arguments.dropFirst())
        print(
            try await order.isEmpty
                ? list(client) : place(client, loaf: order[0], count: order.last.flatMap { Int($0) } ?? 1))
    }

    /// The loaves, a line each.
    static func list(_ client: Bakery.Client) async throws -> String {
        try await client.loaves.list().map { "\($0.id)\t\($0.name)\t\($0.grain.rawValue)" }.joined(separator: "\n")
    }

    /// Orders loaves: each call has an idempotency key, so that it may be sent again and is placed once.
    static func place(_ client: Bakery.Client, loaf: String, count: Int) async throws -> String {
        let order = try await client.orders.create(
            .init(loaf: loaf, count: count))
        return "ordered \(order.count) of \(order.loaf)"
    }
}
