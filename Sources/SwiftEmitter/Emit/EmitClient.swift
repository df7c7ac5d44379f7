import OpenAPIModel

extension Emitter {
    /// The client, with a property for each resource.
    func client(errorMessage: [String]) -> Declaration {
        let resources = names.resources.compactMap { resource -> Declaration? in
            guard let property = resource.property else { return nil }
            return .computed(
                "public var \(property): \(resource.type)",
                documentation: documentationLines(.init(text: resource.tag?.documentation)),
                ["\(resource.type)(client: client)"])
        }
        let flat = names.resources.filter { $0.property == nil }.flatMap(\.operations)
            .concurrentFlatMap(besideServer.methods)
        var documentation = api.documentation
        documentation.title = documentation.title ?? api.title
        return .type(
            "public nonisolated struct \(names.client): TrunklineRuntime.GeneratedClient",
            documentation: documentationLines(documentation),
            [
                .line(
                    "public let client: TrunklineRuntime.APIClient",
                    documentation: ["What sends the operations; all copies share it."])
            ] + initializers(errorMessage) + [server] + resources + flat)
    }

    /// Another name for a type `Server`, for methods that stand beside the client's own.
    var serverAlias: [Declaration] {
        guard let alias = names.serverAlias else { return [] }
        return [
            .line("public typealias \(alias) = Server", documentation: ["`Server`, where a client's own hides it."])
        ]
    }

    /// The emitter of methods that stand beside the client's own `Server`.
    private var besideServer: Emitter {
        guard let alias = names.serverAlias else { return self }
        var emitter = self
        emitter.names.callServer(alias)
        return emitter
    }

    /// Leaves the code of a method to the modules that call it.
    ///
    /// A client has hundreds of methods and a program calls a few. Besides, a module with one asynchronous function of its own
    /// loses LLVM's fast instruction selection in debug builds, in all of its code.
    private static let emittedWhereCalled: Code = "@_alwaysEmitIntoClient"

    /// The operations of a resource.
    func resource(_ resource: Names.Resource) -> Declaration {
        .type(
            "public nonisolated struct \(resource.type): Sendable",
            documentation: documentationLines(.init(text: resource.tag?.documentation)),
            [.line("@usableFromInline let client: TrunklineRuntime.APIClient")] + resource.operations.flatMap(methods))
    }

    /// The methods of an operation: one that sends it and, where it has pages, one that gives the items of all.
    private func methods(_ index: Int) -> [Declaration] { [method(index)] + pagesMethod(index) }

    /// A method that sends an operation and returns what a success holds.
    private func method(_ index: Int) -> Declaration {
        let operation = api.operations[index]
        let arguments = self.arguments(index)
        var method = Declaration.function(
            "public func \(names.operations[index].method)",
            arguments.map(\.parameter) + ["options: TrunklineRuntime.RequestOptions = .init()"],
            tail: isVoid(index) ? " async throws" : " async throws -> \(output(index))",
            documentation: documentationLines(operation.documentation) + parameterDocumentation(arguments),
            sendStatements("\(names.operations[index].type)", arguments))
        method.attributes = [Self.emittedWhereCalled]
        if operation.documentation.isDeprecated { method.attributes.append("@available(*, deprecated)") }
        return method
    }

    /// A method that gives the items of all pages, as they are read.
    private func pagesMethod(_ index: Int) -> [Declaration] {
        guard let name = names.operations[index].pages else { return [] }
        let operation = api.operations[index]
        let arguments = self.arguments(index)
        let type: Code = "\(names.operations[index].type)"
        var method = Declaration.function(
            "public func \(name)",
            arguments.map(\.parameter) + ["options: TrunklineRuntime.RequestOptions = .init()"],
            tail: " -> TrunklineRuntime.PagedItems<\(type)>",
            documentation: documentationLines(operation.documentation, [Self.pagesSentence])
                + parameterDocumentation(arguments),
            call(".init(", type, arguments, ", client, options)", ",\n    client,\n    options\n)"))
        method.attributes = [Self.emittedWhereCalled]
        if operation.documentation.isDeprecated { method.attributes.append("@available(*, deprecated)") }
        return [method]
    }

    private static let pagesSentence =
        "Gives the items of this page and of all that follow; a page is asked for when the one before has been read."

    /// The call on one line or, where it is too long, with its arguments on lines of their own.
    private func sendStatements(_ type: Code, _ arguments: [Argument]) -> [Code] {
        call("try await client.send(", type, arguments, ", options).value", ",\n    options\n).value")
    }

    private func call(
        _ head: Code, _ type: Code, _ arguments: [Argument], _ tail: Code, _ longTail: Code
    ) -> [Code] {
        let passed = arguments.map(\.passed)
        let line: Code = "\(head)\(type)(\(passed.joined(separator: ", ")))\(tail)"
        guard line.text.count > 112 else { return [line] }
        return ["\(head)\n    \(type)(\n\(Code.filled(passed, level: 2)))\(longTail)"]
    }

    private func parameterDocumentation(_ arguments: [Argument]) -> [String] {
        guard arguments.contains(where: { !$0.documentation.isEmpty }) else { return [] }
        // DocC warns where some of a function's parameters are listed and the others are not.
        let lines = arguments.map { argument in
            (["  - \(argument.name.name):"] + argument.documentation.filter { !$0.isEmpty }).joined(separator: " ")
        }
        return ["", "- Parameters:"] + lines + ["  - options: What this call does differently."]
    }
}
