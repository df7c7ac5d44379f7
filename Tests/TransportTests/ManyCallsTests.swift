import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import Vapi

#if canImport(Glibc)
    import Glibc
#endif

#if compiler(>=6.2) && !os(iOS) && !os(tvOS) && !os(watchOS) && !os(visionOS)
    /// A thousand calls at once over one client, ten times: in a process of their own, so that what it holds is the client's.
    @Suite(.serialized, .timeLimit(.minutes(10))) struct ManyCallsTests {
        @Test func thousandConcurrentCallsWithURLSession() async {
            await #expect(processExitsWith: .success) { try await ManyCalls.make(.urlSession) }
        }

        #if AsyncHTTPClient
            @Test func thousandConcurrentCallsWithAsyncHTTPClient() async {
                await #expect(processExitsWith: .success) { try await ManyCalls.make(.asyncHTTPClient) }
            }

            @Test(.enabled(if: Carrier.asyncHTTPClientOverTLS != nil))
            func thousandConcurrentCallsWithAsyncHTTPClientOverTLS() async {
                await #expect(processExitsWith: .success) {
                    try await ManyCalls.make(try #require(Carrier.asyncHTTPClientOverTLS))
                }
            }
        #endif
    }
#endif

/// Calls at once over one client, and what they leave behind.
private enum ManyCalls {
    static func make(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { request in .json(404, #"{"message": "\#(request.target)"}"#) }
        // By its number: a name makes SwiftNIO throw errors, and the testing library keeps where they came from.
        let line = try carrier.line(to: server)
        let client = VapiClient(
            token: "s3cr3t", server: .init(url: line.url.replacing("localhost", with: "127.0.0.1")),
            transport: line.transport, configuration: .quick)
        var descriptors: [Int] = []
        var memory: [Int] = []
        for _ in 1...10 {
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<1_000 { group.addTask { try await isAnswered(index, client) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(answers == 1_000)
            #expect(server.forgetRequests() == 1_000)
            descriptors.append(openDescriptors)
            memory.append(allocatedBytes)
        }
        // The first rounds open connections and fill caches.
        #expect(descriptors[9] <= descriptors[2] + 10, "\(descriptors)")
        let growth = (memory[9] - memory[2]) / 7_000
        // Where memory is lost, this says when it is no more. A sanitizer counts for itself.
        if carrier.losesMemory, memory[9] > 0 { #expect(growth > 64, "bytes of a call, \(memory)") }
        #expect(growth < (carrier.losesMemory ? 1_024 : 64), "bytes of a call, \(memory)")
    }

    /// Whether a call gets its own answer, and not another's.
    private static func isAnswered(_ index: Int, _ client: VapiClient) async throws -> Bool {
        do {
            _ = try await client.phoneNumbers.get(id: "pn_\(index)")
            return false
        } catch let error as APIError {
            return error.message == "/phone-number/pn_\(index)"
        }
    }

    /// How many files and sockets the process has open; 0 where the system does not say.
    private static var openDescriptors: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }

    /// How many bytes the process has asked for and not given back, as the GNU C library counts them; 0 elsewhere.
    private static var allocatedBytes: Int {
        #if canImport(Glibc)
            typealias MallocInfo = @convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32
            guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "malloc_info") else { return 0 }
            var text: UnsafeMutablePointer<CChar>?
            var count = 0
            guard let stream = open_memstream(&text, &count) else { return 0 }
            _ = unsafeBitCast(symbol, to: MallocInfo.self)(0, stream)
            fclose(stream)
            defer { free(text) }
            let xml = text.map { String(cString: $0) } ?? ""
            func total(_ kind: String) -> Int {
                let rest = xml.ranges(of: "type=\"\(kind)\"").last.map { xml[$0.upperBound...] } ?? ""
                return rest.firstMatch(of: /size="([0-9]+)"/).flatMap { Int($0.1) } ?? 0
            }
            return total("current") + total("mmap") - total("fast") - total("rest")
        #else
            0
        #endif
    }
}
