import BuiltProducts
import Foundation
import Testing

extension ConsumerTests {
    /// `docs/GettingStarted.md`, done word by word in an empty folder.
    @Suite struct GettingStartedTests {
        /// What a page has between lines of three back-ticks.
        private struct Block {
            /// What stands behind the back-ticks, for example `swift Package.swift`.
            let head: Substring
            let text: String
        }

        @Test func everyCommandWorks() throws {
            let package = try ConsumerPackage()
            let page = try String(
                contentsOf: ConsumerPackage.repository.appendingPathComponent("docs/GettingStarted.md"), encoding: .utf8
            )
            var log = ""
            for block in blocks(of: page) {
                if block.head == "sh" {
                    // The folder is there, and keeps what was built for the next run.
                    let commands = block.text.replacing("mkdir hello && cd hello\n", with: "")
                    let result = try package.run(URL(fileURLWithPath: "/bin/sh"), ["-ec", commands])
                    #expect(result.status == 0, "\(block.text)\n\(result.log)")
                    log += result.log
                } else if let path = block.head.split(separator: " ").dropFirst().first {
                    let dependency = #".package(name: "trunkline", path: "\#(ConsumerPackage.repository.path)")"#
                    let published = #".package(url: "<the URL of this repository>", branch: "main")"#
                    try package.write(block.text.replacing(published, with: dependency), to: String(path))
                }
            }
            let sentence =
                "listVirtualNumbers: the environment variable IDENTITYCALL_API_KEY, which has the token, is not set"
            #expect(log.contains(sentence), "\(log)")
            #expect(page.replacing("\n", with: " ").contains(sentence))
            #expect(log.contains("1 specification: 0 errors"), "\(log)")
        }

        private func blocks(of page: String) -> [Block] {
            page.split(separator: "\n```", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
                guard index % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
                return Block(head: part[..<end], text: String(part[end...].dropFirst()) + "\n")
            }
        }
    }
}
