import OpenAPIModel

extension Emitter {
    /// How the pages of an operation follow each other, for one that has them.
    func paging(_ index: Int) -> [Declaration] {
        guard let pages = api.operations[index].pages else { return [] }
        let type = names.operations[index].type
        return [
            .line("public typealias PagedItem = \(spelling(pages.item, sent: false))"),
            .computed(
                "public static var paging: TrunklineRuntime.Paging<\(type)>",
                [.call(".\(way(pages.step))", arguments(of: pages))]),
        ]
    }

    private func way(_ step: API.Pages.Step) -> Code {
        switch step {
        case .page: "page"
        case .offset: "offset"
        case .cursor, .lastItem: "cursor"
        case .linkHeader: "linkHeader"
        case .link: "link"
        }
    }

    private func arguments(of pages: API.Pages) -> [Code] {
        let step: [Code] =
            switch pages.step {
            case .page(let name, let first): ["\(literal: name)"] + (first == 1 ? [] : ["first: \(first)"])
            case .offset(let name): ["\(literal: name)"]
            case .cursor(let name, let path): ["\(literal: name)", "next: \(reader(path))"]
            case .lastItem(let name, let path): ["\(literal: name)", "lastItem: \(reader(path))"]
            case .linkHeader: []
            case .link(let path): [reader(path)]
            }
        let others: [(name: Code, path: API.MemberPath?)] = [
            ("hasMore", isLinkHeader(pages.step) ? nil : pages.hasMore),
            ("totalPages", isCountedByPage(pages.step) ? pages.totalPages : nil),
            ("totalItems", isCounted(pages.step) ? pages.totalItems : nil),
        ]
        return step + ["items: \(reader(pages.items))"]
            + others.compactMap { name, path in path.map { "\(name): \(reader($0))" } }
    }

    private func isLinkHeader(_ step: API.Pages.Step) -> Bool { if case .linkHeader = step { true } else { false } }

    private func isCountedByPage(_ step: API.Pages.Step) -> Bool { if case .page = step { true } else { false } }

    private func isCounted(_ step: API.Pages.Step) -> Bool {
        switch step {
        case .page, .offset: true
        case .cursor, .lastItem, .linkHeader, .link: false
        }
    }

    /// For example, `{ $0.metadata?.next }`.
    private func reader(_ path: API.MemberPath) -> Code {
        var value: Code = "$0"
        var isOptional = path.isOptional
        for member in path.members {
            value = "\(value)\(raw: isOptional ? "?" : "").\(names.member(member.name, of: member.owner))"
            isOptional = member.isOptional
        }
        return "{ \(value) }"
    }
}
