import OpenAPIModel

extension Survey {
    /// Walks over everything that a description has, in one pass.
    init(of description: Description) {
        var walk = DescriptionWalk(description: description)
        walk.run()
        self = walk.survey
    }
}

/// The one walk over a description. What may nest without end waits in a list, so that any stack will do.
private struct DescriptionWalk {
    let description: Description
    var survey = Survey()
    private var seen: Set<Node> = []
    private var pending: [Step] = []
    private var next = 0

    private enum Step {
        case pathItem(PathItemSite)
        case mediaType(MediaTypeSite)
        case encoding(EncodingSite)
    }

    init(description: Description) { self.description = description }

    mutating func run() {
        let document = description.document
        survey.servers += document.servers ?? []
        survey.requirements += document.security ?? []
        add(document.paths?.items ?? [], .path)
        add(document.webhooks, .webhook)
        takeSteps()
        if let components = document.components { add(components) }
        takeSteps()
        for (index, site) in survey.operations.enumerated() {
            survey.operationNodes[site.operation.node] = index
            if let id = site.operation.operationId { survey.operationsByID[id, default: []].append(site) }
        }
    }

    private mutating func takeSteps() {
        while next < pending.count {
            let step = pending[next]
            next += 1
            switch step {
            case .pathItem(let site): add(site)
            case .mediaType(let site): add(site)
            case .encoding(let site): add(site)
            }
        }
        pending = []
        next = 0
    }

    private mutating func isFirst(_ node: Node) -> Bool { seen.insert(node).inserted }

    private mutating func add(_ components: Components) {
        for entry in components.responses { if let it = description.object(entry.value) { add(it, of: nil) } }
        for entry in components.parameters { if let it = description.object(entry.value) { add(it) } }
        add(components.examples)
        for entry in components.requestBodies { if let it = description.object(entry.value) { add(it) } }
        add(components.headers, .component)
        for entry in components.securitySchemes {
            guard let it = description.object(entry.value), isFirst(it.node) else { continue }
            survey.securitySchemes.append(Named(name: entry.name, nameRange: entry.nameRange, value: it))
        }
        add(components.links, of: nil)
        add(components.callbacks)
        add(components.pathItems, .component)
        add(components.mediaTypes, .component)
    }

    // MARK: Paths

    private mutating func add(_ items: [Named<Referenced<PathItem>>], _ place: PathItemSite.Place) {
        for entry in items {
            guard let item = description.object(entry.value) else { continue }
            let isRepeated = !isFirst(item.node)
            // A component that a path has is looked at there.
            if isRepeated, place == .component { continue }
            let site = PathItemSite(
                place: place, name: entry.name, nameRange: entry.nameRange, item: item, isRepeated: isRepeated,
                parameters: isRepeated ? [] : parameters(item.parameters))
            pending.append(.pathItem(site))
        }
    }

    private mutating func add(_ site: PathItemSite) {
        survey.pathItems.append(site)
        guard !site.isRepeated else { return }
        survey.servers += site.item.servers ?? []
        for named in site.item.operations { add(named, site) }
    }

    private mutating func add(_ named: Named<Operation>, _ site: PathItemSite) {
        let operation = named.value
        guard isFirst(operation.node) else { return }
        let added = OperationSite(
            operation: operation, method: named.name, methodRange: named.nameRange, site: site,
            parameters: parameters(operation.parameters))
        survey.operations.append(added)
        survey.servers += operation.servers ?? []
        survey.requirements += operation.security ?? []
        if let body = operation.requestBody.flatMap({ description.object($0) }) { add(body) }
        for entry in operation.responses?.items ?? [] {
            if let response = description.object(entry.value) { add(response, of: added) }
        }
        add(operation.callbacks)
    }

    private mutating func add(_ callbacks: [Named<Referenced<Callback>>]) {
        for entry in callbacks {
            guard let callback = description.object(entry.value), isFirst(callback.node) else { continue }
            survey.callbacks.append(callback)
            add(callback.items, .callback)
        }
    }

    // MARK: Parameters, headers, examples

    private mutating func parameters(_ list: [Referenced<Parameter>]) -> [ParameterSite] {
        list.compactMap { entry in
            guard let parameter = description.object(entry) else { return nil }
            add(parameter)
            let node = entry.reference?.node ?? parameter.node
            return ParameterSite(parameter: parameter, range: description.arena.range(of: node))
        }
    }

    private mutating func add(_ parameter: Parameter) {
        guard isFirst(parameter.node) else { return }
        survey.parameters.append(parameter)
        add(parameter.value.content, .parameter)
        add(parameter.value.examples)
    }

    private mutating func add(_ headers: [Named<Referenced<Header>>], _ place: HeaderSite.Place) {
        for entry in headers {
            guard let header = description.object(entry.value), isFirst(header.node) else { continue }
            survey.headers.append(
                HeaderSite(name: entry.name, nameRange: entry.nameRange, header: header, place: place))
            add(header.value.content, .header)
            add(header.value.examples)
        }
    }

    private mutating func add(_ examples: [Named<Referenced<Example>>]) {
        for entry in examples {
            guard let example = description.object(entry.value), isFirst(example.node) else { continue }
            survey.examples.append(example)
        }
    }

    // MARK: Bodies

    private mutating func add(_ body: RequestBody) {
        guard isFirst(body.node) else { return }
        survey.requestBodies.append(body)
        add(body.content, .request)
    }

    private mutating func add(_ response: Response, of operation: OperationSite?) {
        guard isFirst(response.node) else { return }
        survey.responses.append(response)
        add(response.headers, .response)
        add(response.content, .response)
        add(response.links, of: operation)
    }

    private mutating func add(_ links: [Named<Referenced<Link>>], of operation: OperationSite?) {
        for entry in links {
            guard let link = description.object(entry.value), isFirst(link.node) else { continue }
            survey.links.append(
                LinkSite(name: entry.name, nameRange: entry.nameRange, link: link, operation: operation))
            if let server = link.server { survey.servers.append(server) }
        }
    }

    private mutating func add(_ content: [Named<Referenced<MediaType>>], _ place: MediaTypeSite.Place) {
        for entry in content {
            guard let mediaType = description.object(entry.value), isFirst(mediaType.node) else { continue }
            let site = MediaTypeSite(
                name: entry.name, nameRange: entry.nameRange, mediaType: mediaType, place: place)
            pending.append(.mediaType(site))
        }
    }

    private mutating func add(_ site: MediaTypeSite) {
        survey.mediaTypes.append(site)
        let mediaType = site.mediaType
        add(mediaType.examples)
        for entry in mediaType.encoding { wait(entry.name, entry.value, site) }
        for encoding in mediaType.prefixEncoding + mediaType.itemEncoding { wait(nil, encoding, site) }
    }

    private mutating func wait(_ name: String?, _ encoding: Encoding, _ site: MediaTypeSite) {
        pending.append(.encoding(EncodingSite(name: name, encoding: encoding, mediaType: site)))
    }

    private mutating func add(_ site: EncodingSite) {
        guard isFirst(site.encoding.node) else { return }
        survey.encodings.append(site)
        add(site.encoding.headers, .part)
        for entry in site.encoding.encoding { wait(entry.name, entry.value, site.mediaType) }
        for encoding in site.encoding.prefixEncoding + site.encoding.itemEncoding {
            wait(nil, encoding, site.mediaType)
        }
    }
}
