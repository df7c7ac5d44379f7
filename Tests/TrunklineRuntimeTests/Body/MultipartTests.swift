import Foundation
import LoopbackServer
import Testing
import TrunklineURLSession

@testable import TrunklineRuntime

/// Written as the generator writes a multipart body.
private struct PictureForm: MultipartForm {
    var picture: FilePart
    var more: [FilePart]?
    var caption: String?
    var place: VirtualNumber?
    var tags: [String]?
    var places: [VirtualNumber]?
    var meta: VirtualNumber?
    var note: ValuePart<String>?

    func encode(into form: inout MultipartEncoder) {
        form.file("picture", picture, contentType: "image/png")
        form.files("more", more)
        form.part("caption", caption)
        form.part("place", place)
        form.part("tags", tags)
        form.part("places", places)
        form.part("meta", meta, style: .deepObject)
        form.part("note", note, contentType: "text/plain; charset=utf-8")
    }
}

@Suite struct MultipartTests {
    /// The body under a boundary that is known.
    private func text(_ write: (inout MultipartEncoder) -> Void) -> String {
        var encoder = MultipartEncoder()
        write(&encoder)
        return String(decoding: encoder.finish { "B" }.body.data ?? Data(), as: UTF8.self)
    }

    private func lines(_ parts: [[String]]) -> String {
        parts.map { (["--B"] + $0).joined(separator: "\r\n") + "\r\n" }.joined() + "--B--\r\n"
    }

    @Test func partsAreWrittenByTheirTypes() {
        let form = PictureForm(
            picture: FilePart(Data("png".utf8), fileName: "a.png"), more: [FilePart(Data(), contentType: "x/y")],
            caption: "Ein Bär", place: VirtualNumber(id: 1), tags: ["a", "b"],
            places: [VirtualNumber(id: 2), VirtualNumber(id: 3)], meta: VirtualNumber(id: 4, name: "n"),
            note: ValuePart("n", headers: [.contentLanguage: "de"]))
        #expect(
            text(form.encode)
                == lines([
                    [
                        "Content-Disposition: form-data; name=\"picture\"; filename=\"a.png\"",
                        "Content-Type: image/png", "", "png",
                    ],
                    [
                        "Content-Disposition: form-data; name=\"more\"; filename=\"more\"", "Content-Type: x/y", "",
                        "",
                    ],
                    ["Content-Disposition: form-data; name=\"caption\"", "", "Ein Bär"],
                    [
                        "Content-Disposition: form-data; name=\"place\"", "Content-Type: application/json", "",
                        #"{"id":1}"#,
                    ],
                    ["Content-Disposition: form-data; name=\"tags\"", "", "a"],
                    ["Content-Disposition: form-data; name=\"tags\"", "", "b"],
                    [
                        "Content-Disposition: form-data; name=\"places\"", "Content-Type: application/json", "",
                        #"{"id":2}"#,
                    ],
                    [
                        "Content-Disposition: form-data; name=\"places\"", "Content-Type: application/json", "",
                        #"{"id":3}"#,
                    ],
                    ["Content-Disposition: form-data; name=\"meta[id]\"", "", "4"],
                    ["Content-Disposition: form-data; name=\"meta[name]\"", "", "n"],
                    [
                        "Content-Disposition: form-data; name=\"note\"", "Content-Type: text/plain; charset=utf-8",
                        "Content-Language: de", "", "n",
                    ],
                ]))
    }

    @Test func whatIsNotThereIsNoPart() {
        #expect(text(PictureForm(picture: FilePart(Data())).encode).components(separatedBy: "--B\r\n").count == 2)
        #expect(text { _ in } == "--B--\r\n")
    }

    @Test func scalarsAreTheirTexts() {
        let body = text {
            $0.part("a", 1)
            $0.part("b", true)
            $0.part("c", 0.5)
            $0.part("d", "x", style: .json)
            $0.part("e", ["x", "y"], style: .commaSeparated)
            $0.part("f", Nullable<String>.null)
        }
        for part in [
            "\"a\"\r\n\r\n1\r\n", "\r\n\r\ntrue\r\n", "\r\n\r\n0.5\r\n", "json\r\n\r\n\"x\"\r\n", "\r\n\r\nx,y\r\n",
        ] {
            #expect(body.contains(part), "\(part)")
        }
        #expect(body.contains("name=\"f\"\r\n\r\n\r\n"))
    }

    @Test func partsOfAnyKind() {
        let parts = [
            MultipartPart("a", text: "é", contentType: "text/plain; charset=utf-8"),
            MultipartPart("b", text: "x", headers: [.contentLanguage: "de"]), MultipartPart("c", FilePart(Data())),
        ]
        #expect(
            text { for part in parts { $0.part(part) } }
                == lines([
                    ["Content-Disposition: form-data; name=\"a\"", "Content-Type: text/plain; charset=utf-8", "", "é"],
                    ["Content-Disposition: form-data; name=\"b\"", "Content-Language: de", "", "x"],
                    [
                        "Content-Disposition: form-data; name=\"c\"; filename=\"c\"",
                        "Content-Type: application/octet-stream", "", "",
                    ],
                ]))
    }

    /// As browsers write them: WHATWG HTML, multipart form data.
    @Test(arguments: [
        ("a\"b", "a%22b"), ("a\r\nX-Evil: 1\r\n\r\nb", "a%0D%0AX-Evil: 1%0D%0A%0D%0Ab"), ("a\nb", "a%0Ab"),
        ("a\\b", "a\\b"),
        ("é/日", "é/日"), ("../a", "../a"), ("\"; filename=\"x", "%22; filename=%22x"), ("a%22", "a%22"), ("", ""),
    ])
    func namesCannotEndTheirLine(_ name: String, _ expected: String) {
        let body = text {
            $0.part(name, "v")
            $0.file("f", FilePart(Data(), fileName: name))
        }
        let heads = body.components(separatedBy: "\r\n").filter { $0.hasPrefix("Content-Disposition") }
        #expect(
            heads == [
                "Content-Disposition: form-data; name=\"\(expected)\"",
                "Content-Disposition: form-data; name=\"f\"; filename=\"\(expected)\"",
            ])
        #expect(!body.contains("\r\nX-Evil"))
    }

    @Test(arguments: ["text/plain\r\nX-Evil: 1", "text/plain\n", "text/\u{E9}", "a\0b"])
    func mediaTypesCannotEndTheirLine(_ type: String) async throws {
        let probe = BodyProbe { $0.multipart(parts: [MultipartPart("a", FilePart(Data(), contentType: type))]) }
        let error = await #expect(throws: APIError.self) { try await probe.received() }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func headerFieldsCannotEndTheirLine() {
        let body = text {
            $0.file("a", FilePart(Data(), headers: [.contentLanguage: "de\r\nX-Evil: 1"]))
        }
        #expect(!body.contains("\r\nX-Evil"))
    }

    /// A boundary that is in a part is not taken, whatever is around it.
    @Test(arguments: ["--first", "\r\n--first\r\n", "----first--", "a--firstb"])
    func boundariesAreNotInTheContent(_ content: String) throws {
        var encoder = MultipartEncoder()
        encoder.part("a", content)
        var candidates = ["first", "second"]
        let (body, boundary) = encoder.finish { candidates.removeFirst() }
        #expect(boundary == "second")
        #expect(String(decoding: body.data ?? Data(), as: UTF8.self).components(separatedBy: "--second").count == 3)
    }

    @Test func theBoundaryIsInTheMediaType() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        let bytes = Data((0...255).map { UInt8($0) } + Data("\r\n--\r\n".utf8))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("Ein \"Bär\".bin")
        try bytes.write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try FilePart(contentsOf: folder)
        _ = try await client.send(BodyProbe { $0.multipart(PictureForm(picture: file)) })
        _ = try await client.send(
            BodyProbe { $0.multipart(value: ["a": "b"] as JSONValue, contentType: "multipart/mixed") })
        let request = try #require(server.requests.first)
        let type = try #require(request.header("Content-Type"))
        let boundary = try #require(type.split(separator: "=").last.map(String.init))
        #expect(type == "multipart/form-data; boundary=\(boundary)")
        #expect(boundary.count <= 70 && boundary.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        let head = [
            "--\(boundary)",
            "Content-Disposition: form-data; name=\"picture\"; filename=\"Ein %22Bär%22.bin\"",
            "Content-Type: image/png", "", "",
        ].joined(separator: "\r\n")
        #expect(request.body == Data(head.utf8) + bytes + Data("\r\n--\(boundary)--\r\n".utf8))
        #expect(server.requests.last?.header("Content-Type")?.hasPrefix("multipart/mixed; boundary=") == true)
    }

    @Test func boundariesDiffer() {
        #expect(MultipartEncoder().finish().boundary != MultipartEncoder().finish().boundary)
    }

    @Test func aValueWithoutJSONIsRefused() async throws {
        let error = await #expect(throws: APIError.self) {
            try await BodyProbe { $0.multipart(value: ["a": Double.nan]) }.received()
        }
        #expect(error?.kind == .invalidRequest)
    }
}
