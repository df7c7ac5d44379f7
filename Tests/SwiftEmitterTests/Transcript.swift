import BuiltProducts
import Foundation
import Testing

/// A golden's `transcript.txt`: what its generated code is asked at run time, and what it answers.
///
/// A line `> Type JSON` decodes the JSON and encodes it again; a line `$ expression` evaluates Swift. The lines below are
/// the answer. For example:
///
///     > Pet {"kind":"cat","lives":9}
///     cat, as it came
///     $ Cat(lives: 9)
///     {"kind":"cat","lives":9}
struct Transcript {
    static let fileName = "transcript.txt"

    let golden: Golden

    /// The lines that ask something.
    var questions: [String] {
        (golden.expected(Self.fileName) ?? "").split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("> ") || $0.hasPrefix("$ ") }
    }

    /// A function in the namespace of the golden that prints the transcript.
    var swift: String {
        let body = questions.map { question -> String in
            let text = question.dropFirst(2)
            guard question.hasPrefix("> ") else {
                return "        print(###\"\(question)\"###)\n        print(answer { \(text) })"
            }
            let parts = text.split(separator: " ", maxSplits: 1)
            return
                "        print(###\"\(question)\"###)\n        print(coded(\(parts[0]).self, ###\"\(parts.last ?? "")\"###))"
        }
        return """
            extension \(golden.namespace) {
                static func transcribe() {
            \(body.joined(separator: "\n"))
                }
            }
            """
    }

    /// What every transcript needs: the program's entry and the two kinds of questions.
    static func main(_ goldens: [Golden]) -> String {
        let calls = goldens.map { "        print(\"= \($0.name)\")\n        \($0.namespace).transcribe()" }
        return """
            import Foundation
            import TrunklineRuntime

            /// Decodes and encodes again.
            func coded<Value: JSONCodable>(_ type: Value.Type, _ text: String) -> String {
                do {
                    let value = try JSONCodec.decode(type, from: Data(text.utf8))
                    let written = String(decoding: try JSONCodec.encode(value), as: UTF8.self)
                    let label = Mirror(reflecting: value).displayStyle == .enum
                        ? Mirror(reflecting: value).children.first?.label ?? "\\(value)" : "\\(type)"
                    return written == text ? "\\(label), as it came" : "\\(label), \\(written)"
                } catch {
                    return "\\(error)"
                }
            }

            /// A value as JSON or in words, or why there is none.
            func answer(_ value: () throws -> Any) -> String {
                do {
                    let value = try value()
                    guard let coded = value as? any JSONCodable else { return "\\(value)" }
                    return String(decoding: try JSONCodec.encode(coded), as: UTF8.self)
                } catch {
                    return "\\(error)"
                }
            }

            @main enum Transcripts {
                static func main() {
            \(calls.joined(separator: "\n"))
                }
            }
            """
    }
}

/// What generated code does, not only how it reads.
@Suite struct TranscriptTests {
    @Test func goldensAnswerAsTheirTranscriptsSay() throws {
        let goldens = Golden.all(.generate).filter { $0.expected(Transcript.fileName) != nil }
        try #require(!goldens.isEmpty)
        let transcripts = try answers(of: goldens)
        let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
        for golden in goldens {
            let answer = transcripts[golden.name] ?? ""
            if isRecording { try Data(answer.utf8).write(to: golden.url.appendingPathComponent(Transcript.fileName)) }
            #expect(answer == golden.expected(Transcript.fileName), "\(golden.testDescription)")
        }
        #expect(!isRecording, "the transcripts were recorded: read them, then run again without UPDATE_GOLDENS")
    }

    /// Builds one program of all goldens, each under a namespace of its own, and runs it.
    private func answers(of goldens: [Golden]) throws -> [String: String] {
        let folder = try TemporaryFolder()
        var names = ["Transcripts.swift"]
        try folder.write(Transcript.main(goldens), to: names[0])
        for golden in goldens {
            let files = golden.namespacedSwift + [("\(golden.name)-Transcript.swift", transcriptFile(golden))]
            for file in files { try folder.write(file.1, to: file.0) }
            names += files.map(\.0)
        }
        let program = folder.url.appendingPathComponent("transcripts")
        try Compiler.link(names.map { folder.url.appendingPathComponent($0) }, into: program)
        let result = try Command(program, []).run()
        #expect(result.status == 0, "\(result.errors)")
        return sections(result.output)
    }

    private func transcriptFile(_ golden: Golden) -> String {
        "import Foundation\nimport TrunklineRuntime\n\n" + Transcript(golden: golden).swift + "\n"
    }

    /// The parts of the output, which begin with `= name`.
    private func sections(_ output: String) -> [String: String] {
        var sections: [String: String] = [:]
        var name = ""
        for line in output.split(separator: "\n") {
            if line.hasPrefix("= ") {
                name = String(line.dropFirst(2))
            } else {
                sections[name, default: ""] += line + "\n"
            }
        }
        return sections
    }
}
