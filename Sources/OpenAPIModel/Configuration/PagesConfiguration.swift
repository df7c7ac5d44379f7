/// How the pages of an operation follow each other, in `trunkline.yaml` or as `x-trunkline-pages` of the operation.
///
/// For example:
///
///     pages: { page: page, items: /results, totalPages: /metadata/totalPages }
///     pages: { offset: skip, items: /items, totalItems: /total }
///     pages: { cursor: cursor, next: /next_cursor, items: /data }
///     pages: { cursor: starting_after, lastItem: /id, items: /data, hasMore: /has_more }
///     pages: { link: header }
///     pages: { link: /next, items: /results, method: listAll }
package struct PagesConfiguration: DocumentObject {
    package static let objectName = "the configuration of pages"
    /// The member of an operation that says the same.
    static let extensionName = "x-trunkline-pages"
    /// What `link` says where the link is in the header `Link`.
    static let header = "header"

    package let node: Node
    package let range: SourceRange
    /// The query parameter with the number of the page.
    package let page: Located<String>?
    /// The number of the first page.
    package let first: Int?
    /// The query parameter with the number of items to leave out.
    package let offset: Located<String>?
    /// The query parameter that says where a page begins.
    package let cursor: Located<String>?
    /// Where a page says where the next begins.
    package let next: Located<JSONPointer>?
    /// Where an item says what it is named by, in the item.
    package let lastItem: Located<JSONPointer>?
    /// Where a page has the URL of the next, or `header`.
    package let link: Located<String>?
    /// Where a page has its items; nil where it is the list itself.
    package let items: Located<JSONPointer>?
    /// Where a page says whether another follows.
    package let hasMore: Located<JSONPointer>?
    package let totalPages: Located<JSONPointer>?
    package let totalItems: Located<JSONPointer>?
    /// What the method that gives all items is called.
    package let method: Located<String>?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        range = reader.reading.arena.range(of: reader.node)
        page = reader.located("page")
        first = reader.count("first")
        offset = reader.located("offset")
        cursor = reader.located("cursor")
        next = reader.pointer("next")
        lastItem = reader.pointer("lastItem")
        link = reader.located("link")
        items = reader.pointer("items")
        hasMore = reader.pointer("hasMore")
        totalPages = reader.pointer("totalPages")
        totalItems = reader.pointer("totalItems")
        method = reader.located("method")
    }

    /// Whether something is looked for in an answer beside one of its members.
    func leaves(_ envelope: String) -> Bool {
        let link = link.flatMap { $0.value.hasPrefix("/") ? JSONPointer($0.value) : nil }
        let pointers =
            [next, items, hasMore, totalPages, totalItems].compactMap { $0?.value } + [link].compactMap { $0 }
        return pointers.contains { $0.tokens.first.map { $0 != envelope } ?? false }
    }
}

extension ObjectReader {
    /// A JSON pointer with its place.
    fileprivate mutating func pointer(_ key: String) -> Located<JSONPointer>? {
        let reading = reading
        return located(key).flatMap { reading.pointer($0.value, at: $0.range) }
    }
}
