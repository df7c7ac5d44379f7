import TrunklineJSON

extension Resolver {
    /// What the configuration says about the pages of an operation or, where it says nothing, the operation itself.
    mutating func pagesConfiguration(_ operation: Operation, _ id: String) -> PagesConfiguration? {
        if let pages = configuration.operations[named: id]?.pages { return pages }
        guard let node = arena.value(in: operation.node, for: PagesConfiguration.extensionName) else { return nil }
        let reading = Reading(arena: arena, diagnostics: diagnostics)
        let pages = reading.read(node, as: PagesConfiguration.self)
        diagnostics = reading.diagnostics
        return pages
    }

    /// Follows what is said about pages into the types of answers, which have to be known.
    mutating func resolvePages() {
        for index in api.operations.indices {
            guard let pages = pages[index] else { continue }
            api.operations[index].pages = resolve(pages, api.operations[index])
        }
    }

    private mutating func resolve(_ pages: PagesConfiguration, _ operation: API.Operation) -> API.Pages? {
        guard let (root, envelope) = answer(of: operation, at: pages.range) else { return nil }
        let page = Page(root: settled(root), envelope: envelope, id: operation.id)
        guard let (items, list) = path(pages.items, in: page, at: pages.range), let item = element(list, pages),
            let step = step(pages, operation, page, item)
        else { return nil }
        let hasMore = path(pages.hasMore, in: page, "a boolean") { if case .boolean = $0 { true } else { false } }
        return API.Pages(
            step: step, items: items, item: item, hasMore: hasMore,
            totalPages: path(pages.totalPages, in: page, "a number", Self.isNumber),
            totalItems: path(pages.totalItems, in: page, "a number", Self.isNumber), method: pages.method)
    }

    /// What paths lead into: the answer, or what is in its envelope.
    private struct Page {
        let root: TypeUse
        let envelope: String?
        let id: String
    }

    /// The type of the only thing that a call returns.
    private mutating func answer(
        of operation: API.Operation, at range: SourceRange
    ) -> (root: TypeUse, envelope: String?)? {
        if operation.hasOneShape,
            case .json(let root, let envelope)? = operation.successes.first?.contents.first?.format
        {
            return (root, envelope)
        }
        diagnostics.error(
            "bad-pages", "`\(operation.id)` does not always return one type of JSON, so it has no pages", at: range)
        return nil
    }

    private mutating func element(_ list: TypeUse, _ pages: PagesConfiguration) -> TypeUse? {
        if case .array(let element) = shape(of: list) { return settled(element) }
        let help = pages.items == nil ? "say with `items` where a page has its items, for example `/data`" : nil
        diagnostics.error(
            "bad-pages", "the items of a page have to be an array", at: pages.items?.range ?? pages.range, help: help)
        return nil
    }

    // MARK: Steps

    private mutating func step(
        _ pages: PagesConfiguration, _ operation: API.Operation, _ page: Page, _ item: TypeUse
    ) -> API.Pages.Step? {
        let ways = [pages.page, pages.offset, pages.cursor, pages.link].compactMap { $0 }
        guard ways.count == 1 else {
            diagnostics.error(
                "bad-pages", "pages need one of `page`, `offset`, `cursor` and `link`",
                at: ways.last?.range ?? pages.range)
            return nil
        }
        reportUseless(pages)
        if let name = pages.page {
            return parameter(name, of: operation).map {
                .page(name.value, first: pages.first ?? $0.defaultValue?.wholeNumber ?? 1)
            }
        }
        if let name = pages.offset { return parameter(name, of: operation).map { _ in .offset(name.value) } }
        if let name = pages.cursor { return cursor(name, pages, operation, page, item) }
        return pages.link.flatMap { link($0, operation, page) }
    }

    private mutating func cursor(
        _ name: Located<String>, _ pages: PagesConfiguration, _ operation: API.Operation, _ page: Page, _ item: TypeUse
    ) -> API.Pages.Step? {
        guard (pages.next == nil) != (pages.lastItem == nil) else {
            diagnostics.error(
                "bad-pages", "a cursor needs `next` or `lastItem`, which say where the next page begins", at: name.range
            )
            return nil
        }
        guard parameter(name, of: operation) != nil else { return nil }
        if pages.next != nil {
            return path(pages.next, in: page, "text or a number", Self.isCursor).map { .cursor(name.value, $0) }
        }
        let last = Page(root: item, envelope: nil, id: operation.id)
        return path(pages.lastItem, in: last, "text or a number", Self.isCursor).map { .lastItem(name.value, $0) }
    }

    private mutating func link(
        _ link: Located<String>, _ operation: API.Operation, _ page: Page
    ) -> API.Pages.Step? {
        guard operation.method == "GET" else {
            diagnostics.error("bad-pages", "only a GET can follow a link", at: link.range)
            return nil
        }
        if link.value == PagesConfiguration.header { return .linkHeader }
        guard let pointer = JSONPointer(link.value) else {
            diagnostics.error(
                "bad-pointer", "`\(link.value)` is neither `header` nor a JSON pointer", at: link.range,
                help: "write it like `/next`")
            return nil
        }
        let located = Located(pointer, link.range)
        return path(located, in: page, "text", Self.isCursor).map { .link($0) }
    }

    /// A query parameter that is one value.
    private mutating func parameter(_ name: Located<String>, of operation: API.Operation) -> API.Parameter? {
        let parameters = operation.parameters.filter { $0.location == .query }
        guard let parameter = parameters.first(where: { $0.name == name.value }) else {
            diagnostics.error(
                "unknown-parameter", "`\(operation.id)` has no query parameter `\(name.value)`", at: name.range,
                help: suggestion(for: name.value, among: parameters.map(\.name)).map { "did you mean `\($0)`?" })
            return nil
        }
        guard Self.isCursor(shape(of: parameter.use)), case .style = parameter.form else {
            diagnostics.error(
                "bad-pages", "the parameter `\(name.value)` has to be text or a number", at: name.range,
                related: [.init("it is this", arena.range(of: parameter.origin))])
            return nil
        }
        return parameter
    }

    /// What the way from page to page does not look at.
    private mutating func reportUseless(_ pages: PagesConfiguration) {
        let isCounted = pages.page != nil || pages.offset != nil
        let useless = [
            ("next", pages.cursor == nil ? pages.next : nil), ("lastItem", pages.cursor == nil ? pages.lastItem : nil),
            ("totalPages", pages.page == nil ? pages.totalPages : nil),
            ("totalItems", isCounted ? nil : pages.totalItems),
            ("hasMore", pages.link?.value == PagesConfiguration.header ? pages.hasMore : nil),
        ]
        for case (let name, let pointer?) in useless {
            diagnostics.warning("bad-pages", "`\(name)` has no effect on pages of this kind", at: pointer.range)
        }
    }

    // MARK: Paths

    /// The way into a page and the type at its end; where it leads nowhere, that is reported.
    private mutating func path(
        _ pointer: Located<JSONPointer>?, in page: Page, at range: SourceRange
    ) -> (API.MemberPath, TypeUse)? {
        var tokens = (pointer?.value.tokens ?? [])[...]
        if let envelope = page.envelope, tokens.first == envelope { tokens = tokens.dropFirst() }
        var use = page.root
        var members: [API.MemberPath.Member] = []
        for token in tokens {
            guard case .object(let object) = shape(of: use), let property = object.received(token) else {
                reportMissing(token, of: use, page, at: pointer?.range ?? range)
                return nil
            }
            let isOptional = !property.isRequired || property.use.isNullable
            members.append(.init(owner: use.type, name: token, isOptional: isOptional))
            use = settled(property.use)
        }
        return (API.MemberPath(isOptional: page.root.isNullable, members: members), use)
    }

    /// The way to a value of a kind; nil where there is none, or where it is of another kind, which is reported.
    private mutating func path(
        _ pointer: Located<JSONPointer>?, in page: Page, _ kind: String, _ isExpected: (Shape) -> Bool
    ) -> API.MemberPath? {
        guard let pointer, let (path, use) = path(pointer, in: page, at: pointer.range) else { return nil }
        if isExpected(shape(of: use)) { return path }
        diagnostics.error(
            "bad-pages", "`\(pointer.value)` has to be \(kind)", at: pointer.range,
            related: [.init("it is this", arena.range(of: api[use.type].origin))])
        return nil
    }

    private mutating func reportMissing(_ token: String, of use: TypeUse, _ page: Page, at range: SourceRange) {
        var names: [String] = []
        if case .object(let object) = shape(of: use) { names = object.properties.map(\.name) }
        diagnostics.error(
            "unknown-place", "what `\(page.id)` returns has no member `\(token)` here", at: range,
            help: suggestion(for: token, among: names).map { "did you mean `\($0)`?" },
            related: [.init("this is what it returns", arena.range(of: api[use.type].origin))])
    }

    private static func isNumber(_ shape: Shape) -> Bool {
        switch shape {
        case .integer, .number: true
        case .object, .array, .tuple, .map, .string, .binary, .boolean, .null, .enumeration, .union, .any, .never: false
        }
    }

    private static func isCursor(_ shape: Shape) -> Bool {
        switch shape {
        case .string, .integer, .number, .enumeration, .any: true
        case .object, .array, .tuple, .map, .binary, .boolean, .null, .union, .never: false
        }
    }
}

extension ObjectShape {
    /// The member of a name, where it is received.
    fileprivate func received(_ name: String) -> Property? {
        properties.first { $0.name == name && $0.directions.contains(.received) }
    }
}

extension JSONValue {
    fileprivate var wholeNumber: Int? { if case .number(let number) = self { number.integer() } else { nil } }
}
