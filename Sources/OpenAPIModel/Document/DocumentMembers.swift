/// A member of an object as its reader asks for it.
package struct DocumentMember: Hashable, Sendable {
    /// The object as it is called in messages, for example `the Info object`.
    package let object: String
    /// The key, or for objects with free keys what stands for it, such as `/{path}`.
    package let key: String
    /// What its value is, for example `text` or `list of Server`.
    package let value: String
    /// The versions of OpenAPI that have the member.
    package var versions: Set<OpenAPIVersion>
}

/// Every member of every object of OpenAPI, in the order in which the readers ask for them.
///
/// Nothing is listed by hand: the readers run over empty mappings, once per version, and what they ask for is noted.
package func documentMembers() -> [DocumentMember] {
    let recorder = MemberRecorder()
    for version in OpenAPIVersion.allCases {
        let reading = Reading(arena: NodeArena(), diagnostics: Diagnostics(), version: version)
        guard let node = reading.emptyMapping() else { continue }
        recorder.begin(version)
        reading.recorder = recorder
        recorder.discover(OpenAPI.self)
        while let (name, read) = recorder.next() {
            var reader = ObjectReader(node, name: name, reading: reading)
            read(&reader)
        }
    }
    return recorder.members
}

/// Notes what readers ask for, and which other objects they would read.
final class MemberRecorder {
    typealias Read = (inout ObjectReader) -> Void

    private var found: [(object: String, members: [DocumentMember])] = []
    private var version = OpenAPIVersion.v3_0
    private var discovered: Set<String> = []
    private var pending: [(name: String, read: Read)] = []

    /// The objects one after the other.
    var members: [DocumentMember] { found.flatMap(\.members) }

    /// Starts over with another version; what it has in common with the others is noted once.
    func begin(_ version: OpenAPIVersion) {
        self.version = version
        discovered = []
    }

    /// The next object that has to be read.
    func next() -> (name: String, read: Read)? { pending.isEmpty ? nil : pending.removeFirst() }

    func discover<Object: DocumentObject>(_ type: Object.Type) {
        discover(Object.objectName) { reader in _ = Object(from: &reader) }
    }

    func discover(_ name: String, _ read: @escaping Read) {
        if discovered.insert(name).inserted { pending.append((name, read)) }
    }

    func note(_ key: String, of object: String, value: String, _ versions: ClosedRange<OpenAPIVersion>) {
        guard versions.contains(version) else { return }
        let index = found.firstIndex { $0.object == object } ?? found.count
        if index == found.count { found.append((object, [])) }
        if let known = found[index].members.firstIndex(where: { $0.key == key }) {
            found[index].members[known].versions.insert(version)
        } else {
            let member = DocumentMember(object: object, key: key, value: value, versions: [version])
            found[index].members.append(member)
        }
    }
}

extension DocumentObject {
    /// The object's name without the words around it, for example `Server`.
    static var shortName: String { DocumentMember.shortName(objectName) }
}

extension DocumentMember {
    /// `Info` for `the Info object`.
    package static func shortName(_ object: String) -> String {
        object.split(separator: " ").filter { $0 != "the" && $0 != "object" }.joined(separator: " ")
    }
}

extension Reading {
    /// A mapping without members.
    fileprivate func emptyMapping() -> Node? {
        var files = SourceFiles()
        let file = files.add(SourceFile(path: "empty.json", bytes: Array("{}".utf8)))
        return parse(file: file, in: files, into: &arena, diagnostics: &diagnostics)
    }
}
