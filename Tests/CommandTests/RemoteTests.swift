import BuiltProducts
import Foundation
import LoopbackServer
import Testing

@testable import trunkline

/// Files of the web: which are asked for, what is kept, and what is noticed.
@Suite struct RemoteTests {
    private static let pet = "type: object\nproperties: { name: { type: string } }\n"

    /// A download that may ask this machine.
    private func download() -> Download {
        var download = Download()
        download.objection = { _ in nil }
        download.silence = 5
        return download
    }

    private func failure(_ body: () throws -> some Any) -> String {
        do {
            _ = try body()
            return ""
        } catch {
            return "\(error)"
        }
    }

    // MARK: Addresses

    @Test(arguments: [
        ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false), ("172.31.255.255", false),
        ("172.32.0.1", true), ("192.168.1.1", false), ("169.254.169.254", false), ("100.64.0.1", false),
        ("0.0.0.0", false), ("224.0.0.1", false), ("255.255.255.255", false), ("93.184.215.14", true),
        ("8.8.8.8", true), ("198.18.0.1", false), ("192.0.2.1", false), ("::1", false), ("::", false),
        ("fe80::1", false), ("fc00::1", false), ("fd12::1", false), ("ff02::1", false), ("::ffff:127.0.0.1", false),
        ("::ffff:8.8.8.8", true), ("64:ff9b::a00:1", false), ("2002:7f00:1::", false), ("2001:db8::1", false),
        ("2001:0:4136::1", false), ("2606:4700::1111", true),
    ])
    func onlyPublicAddressesAreAsked(address: String, isPublic: Bool) {
        #expect((PublicAddress.objection(to: address) == nil) == isPublic)
    }

    @Test func namesAreLookedUp() {
        #expect(PublicAddress.objection(to: "localhost") != nil)
        #expect(PublicAddress.objection(to: "2130706433") != nil)
        #expect(PublicAddress.objection(to: "no-such-host.invalid") == "there is no host `no-such-host.invalid`")
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://example.com/a", "http://user:password@example.com/a", "http://127.0.0.1:1/a",
        "http://[::1]/a", "https://localhost/a",
    ])
    func otherAddressesAreNotFollowed(address: String) {
        #expect(failure { try Download().bytes(at: address) } != "")
    }

    // MARK: Answers

    @Test func redirectionsAreCheckedEachTime() throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/a": .empty(302, headers: ["Location: /b"])
            case "/b": .json(200, "{}")
            case "/local": .empty(301, headers: ["Location: http://localhost:1/secret"])
            case "/file": .empty(301, headers: ["Location: file:///etc/passwd"])
            default: .empty(302, headers: ["Location: \(request.target)x"])
            }
        }
        #expect(try download().bytes(at: server.url + "/a") == Array("{}".utf8))
        var strict = download()
        strict.objection = { $0 == "127.0.0.1" ? nil : "`\($0)` is private" }
        #expect(failure { try strict.bytes(at: server.url + "/local") } == "`localhost` is private")
        #expect(failure { try strict.bytes(at: server.url + "/file") }.contains("no address of the web"))
        #expect(failure { try download().bytes(at: server.url + "/loop") } == "it leads on more than 5 times")
    }

    @Test func answersAreBounded() throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/gone": .empty(404)
            case "/silent": .hold
            default: .json(200, String(repeating: "a", count: 1000))
            }
        }
        var small = download()
        small.sizeLimit = 999
        #expect(failure { try small.bytes(at: server.url + "/large") } == "it is larger than 999 bytes")
        #expect(failure { try small.bytes(at: server.url + "/gone") } == "the server answered with status 404")
        small.time = 0.3
        #expect(failure { try small.bytes(at: server.url + "/silent") } != "")
    }

    // MARK: The lock file

    @Test func filesAreGotOnceAndChangesAreNoticed() throws {
        let folder = try TemporaryFolder()
        let text = Mutable("one")
        let server = try LoopbackServer { _ in .json(200, text.value) }
        let address = server.url + "/pet.yaml"
        let lock = folder.url.appendingPathComponent("trunkline.lock").path
        let remote = { (updates: Bool) in
            try RemoteFiles(lock: lock, updates: updates, download: self.download())
        }
        let first = try remote(false)
        #expect(try first.bytes(at: address) == Array("one".utf8))
        try first.save()
        let digest = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
        #expect(try folder.text("trunkline.lock").hasSuffix("this file.\n\(digest) \(address)\n"))
        #expect(try folder.text(".trunkline/\(digest)") == "one")

        text.value = "two"
        #expect(try remote(false).bytes(at: address) == Array("one".utf8))
        #expect(server.requests.count == 1)
        try folder.write("spoilt", to: ".trunkline/\(digest)")
        #expect(failure { try remote(false).bytes(at: address) }.contains("use --update-lock"))
        let update = try remote(true)
        #expect(try update.bytes(at: address) == Array("two".utf8))
        try update.save()
        #expect(try remote(false).bytes(at: address) == Array("two".utf8))
        #expect(server.requests.count == 3)
        #expect(failure { try remote(false).bytes(at: address + "\n0 http://x") }.contains("no spaces"))
    }

    @Test func aSpoiltLockFileIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("# head\nnonsense\n", to: "trunkline.lock")
        let path = folder.url.appendingPathComponent("trunkline.lock").path
        #expect(failure { try LockFile(path: path) } == "line 2 of \(path) is no digest with an address")
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 119),
            "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"
        ),
    ])
    func digestsAreThoseOfTheStandard(text: String, digest: String) {
        #expect(SHA256.digest(of: Array(text.utf8)) == digest)
    }

    // MARK: The command

    @Test func remoteReferencesNeedTheOptionAndAPublicAddress() throws {
        let server = try LoopbackServer { _ in .json(200, RemoteTests.pet) }
        let place = try Workplace()
        try place.folder.write(
            Workplace.pets + "    Remote: { $ref: '\(server.url)/pet.yaml' }\n", to: "pets/openapi.yaml")
        let plain = try place.trunkline("validate", "pets")
        #expect(plain.errors.contains("use --allow-remote"))
        let asked = try place.trunkline("validate", "pets", "--allow-remote")
        #expect(asked.status == 1)
        #expect(asked.errors.contains("is on a private network or this machine"))
        #expect(server.requests.isEmpty)
    }

    @Test func aLockedCopyNeedsNoNetwork() throws {
        let place = try Workplace()
        let address = "https://no-such-host.invalid/pet.yaml"
        try place.folder.write(Workplace.pets + "    Remote: { $ref: '\(address)' }\n", to: "pets/openapi.yaml")
        let digest = SHA256.digest(of: Array(Self.pet.utf8))
        try place.folder.write("\(digest) \(address)\n", to: "pets/trunkline.lock")
        try place.folder.write(Self.pet, to: "pets/.trunkline/\(digest)")
        #expect(try place.trunkline("generate", "pets", "--allow-remote").errors == "")
        let bundle = try place.trunkline("bundle", "pets", "--allow-remote")
        #expect(bundle.output.contains("    Remote:\n      type: object\n"))
        #expect(try place.folder.text("pets/trunkline.lock") == "\(digest) \(address)\n")
        try place.folder.write("changed", to: "pets/.trunkline/\(digest)")
        #expect(try place.trunkline("validate", "pets", "--allow-remote").errors.contains("there is no host"))
    }
}

/// A value that a server reads while a test changes it.
private final class Mutable: @unchecked Sendable {
    private let lock = NSLock()
    private var text: String

    init(_ text: String) {
        self.text = text
    }

    var value: String {
        get { lock.withLock { text } }
        set { lock.withLock { text = newValue } }
    }
}
