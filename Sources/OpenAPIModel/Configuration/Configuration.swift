/// A value of the configuration with its place.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let range: SourceRange

    package init(_ value: Value, _ range: SourceRange) {
        self.value = value
        self.range = range
    }
}

/// What `trunkline.yaml` says: which specification becomes which module, and the names that are pinned.
///
/// For example:
///
///     specification: openapi.yaml
///     module: Vapi
///     resources: { Phone Numbers: phoneNumbers }
///     envelope: data
package struct Configuration: DocumentObject {
    package static let objectName = "the configuration"

    package let node: Node
    /// The entry document, relative to the configuration's file.
    package let specification: Located<String>?
    package private(set) var module: Located<String>?
    package let namespace: Located<String>?
    package let client: Located<String>?
    /// Who may use the generated code: `public`, `package` or `internal`.
    package let access: Located<String>?
    /// The folder that is written, relative to the configuration's file.
    package let output: Located<String>?
    /// The folder of a module with the specification's examples, relative to the configuration's file; nil for none.
    package let examples: Located<String>?
    /// Swift names of servers by their address.
    package let servers: [Named<Located<String>>]
    /// Argument labels of credentials by the name of their security scheme.
    package let securitySchemes: [Named<Located<String>>]
    /// Swift names of resources by tag.
    package let resources: [Named<Located<String>>]
    /// What is pinned for an operation, by `operationId`.
    package let operations: [Named<OperationConfiguration>]
    /// What alone is generated, with what it reaches; nil for everything.
    package let include: SelectionConfiguration?
    /// What is not generated.
    package let exclude: SelectionConfiguration?
    /// The member of success bodies that is opened.
    package let envelope: Located<String>?
    /// Where error bodies have their message; the first place that has one is used.
    package let errorMessage: [Located<JSONPointer>]
    /// Modules of types that formats become.
    package let imports: [Located<String>]
    /// Swift types by `format`, or by type and format, for example `number/decimal`.
    package let formats: [Named<Located<String>>]
    /// Swift names of types and of the values of enumerations by their place.
    package let names: [PinnedName]
    /// Whether what is sent has a method that checks it against the bounds of the specification.
    package let validates: Bool
    /// The rules that the specification is checked by.
    package let lint: LintConfiguration?
    /// Swift names of members by the place of their schema.
    package let members: [PinnedName]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        reader.requireMember("specification")
        specification = reader.located("specification")
        reader.requireMember("module")
        module = reader.located("module")
        namespace = reader.located("namespace")
        client = reader.located("client")
        access = reader.located("access")
        output = reader.located("output")
        examples = reader.located("examples")
        servers = reader.locatedMap("servers")
        securitySchemes = reader.locatedMap("securitySchemes")
        resources = reader.locatedMap("resources")
        operations = reader.objectMap("operations", as: OperationConfiguration.self)
        include = reader.object("include", as: SelectionConfiguration.self)
        exclude = reader.object("exclude", as: SelectionConfiguration.self)
        envelope = reader.located("envelope")
        errorMessage = Configuration.errorMessage(from: &reader)
        imports = reader.locatedList("imports")
        formats = reader.locatedMap("formats")
        names = reader.pinnedNames("names")
        members = reader.pinnedNames("members")
        validates = reader.boolean("validate") ?? false
        lint = reader.object("lint", as: LintConfiguration.self)
    }

    /// What a specification without a configuration is generated with: everything by default.
    package init() {
        node = Node(index: 0)
        (specification, module, namespace, client, access, output, envelope) = (nil, nil, nil, nil, nil, nil, nil)
        examples = nil
        (servers, securitySchemes, resources, operations) = ([], [], [], [])
        (include, exclude) = (nil, nil)
        (errorMessage, imports, formats, names, members) = ([], [], [], [], [])
        (validates, lint) = (false, nil)
    }

    /// The same configuration for a module of another name.
    package func renamed(_ module: Located<String>) -> Configuration {
        var configuration = self
        configuration.module = module
        return configuration
    }

    private static func errorMessage(from reader: inout ObjectReader) -> [Located<JSONPointer>] {
        guard let value = reader.value("errorMessage") else { return [] }
        let reading = reader.reading
        let nodes = reading.arena.kind(value) == .sequence ? Array(reading.arena.elements(of: value)) : [value]
        return nodes.compactMap { node in
            guard let text = reading.located(node) else { return nil }
            return reading.pointer(text.value, at: text.range)
        }
    }
}

/// What is pinned for one operation.
///
/// For example:
///
///     getPhoneNumber: { method: get, arguments: { phone_number_id: id } }
package struct OperationConfiguration: DocumentObject {
    package static let objectName = "the configuration of an operation"

    package let node: Node
    package let name: Located<String>?
    package let resource: Located<String>?
    package let method: Located<String>?
    /// Argument labels by the name of the parameter.
    package let arguments: [Named<Located<String>>]
    /// How its pages follow each other, where it returns a page of a longer list.
    package let pages: PagesConfiguration?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        name = reader.located("name")
        resource = reader.located("resource")
        method = reader.located("method")
        arguments = reader.locatedMap("arguments")
        pages = reader.object("pages", as: PagesConfiguration.self)
    }
}

/// A Swift name for a place in the entry document.
///
/// For example, `'#/components/schemas/Foo': Bar`.
package struct PinnedName: Sendable {
    package let pointer: Located<JSONPointer>
    package let name: Located<String>
}
