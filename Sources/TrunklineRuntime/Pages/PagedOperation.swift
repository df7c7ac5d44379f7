/// An operation whose answer is one page of a longer list.
///
/// Generated operations conform to it where the configuration (`pages`) or the specification (`x-trunkline-pages`) says how
/// their pages follow each other. For example:
///
/// ```swift
/// for try await number in client.all(ListPhoneNumbersPaginated(search: "sales")) { print(number) }
/// ```
public protocol PagedOperation: APIOperation {
    /// What the list is made of.
    associatedtype PagedItem: Sendable

    /// How its pages follow each other.
    static var paging: Paging<Self> { get }
}

/// How the pages of an operation follow each other, and where their items are.
///
/// What a page says with `hasMore` decides whether another follows. Where it says nothing, pages that are counted end with
/// an empty page or when the total is reached; pages with a cursor or a link end with the page that has none.
public struct Paging<Operation: PagedOperation>: Sendable {
    /// Reads something of a page that it may have.
    public typealias Reader<Value> = @Sendable (Operation.Output) -> Value?

    /// How the request for the next page is made.
    enum Step: Sendable {
        /// The parameter is one more than before.
        case page(String, first: Int)
        /// The parameter is how many items there were before.
        case offset(String)
        /// The parameter is what the page says.
        case cursor(String, Reader<any JSONCodable>)
        /// The parameter is what the last item of the page says.
        case lastItem(String, @Sendable (Operation.PagedItem) -> (any JSONCodable)?)
        /// The URL is in the header `Link`.
        case linkHeader
        /// The URL is in the page.
        case link(Reader<any JSONCodable>)
    }

    let step: Step
    let items: Reader<[Operation.PagedItem]>
    var hasMore: Reader<Bool>?
    var totalPages: Reader<any JSONCodable>?
    var totalItems: Reader<any JSONCodable>?

    /// Pages that are counted by a query parameter.
    ///
    /// - Parameters:
    ///   - parameter: The parameter with the number of the page.
    ///   - first: The number of the first page, which a request without the parameter gets.
    ///   - items: The items of a page.
    ///   - hasMore: Whether another page follows.
    ///   - totalPages: The number of the last page, where the first is 1.
    ///   - totalItems: How many items all pages have.
    public static func page(
        _ parameter: String, first: Int = 1, items: @escaping Reader<[Operation.PagedItem]>,
        hasMore: Reader<Bool>? = nil,
        totalPages: Reader<any JSONCodable>? = nil, totalItems: Reader<any JSONCodable>? = nil
    ) -> Paging {
        Paging(
            step: .page(parameter, first: first), items: items, hasMore: hasMore, totalPages: totalPages,
            totalItems: totalItems)
    }

    /// Pages that begin behind a number of items.
    ///
    /// - Parameters:
    ///   - parameter: The query parameter with the number of items to leave out.
    ///   - items: The items of a page.
    ///   - hasMore: Whether another page follows.
    ///   - totalItems: How many items all pages have.
    public static func offset(
        _ parameter: String, items: @escaping Reader<[Operation.PagedItem]>, hasMore: Reader<Bool>? = nil,
        totalItems: Reader<any JSONCodable>? = nil
    ) -> Paging {
        Paging(step: .offset(parameter), items: items, hasMore: hasMore, totalItems: totalItems)
    }

    /// Pages that say where the next begins.
    ///
    /// - Parameters:
    ///   - parameter: The query parameter that takes it.
    ///   - next: Where the next page begins: a string or a number; nil or an empty string after the last page.
    ///   - items: The items of a page.
    ///   - hasMore: Whether another page follows.
    public static func cursor(
        _ parameter: String, next: @escaping Reader<any JSONCodable>, items: @escaping Reader<[Operation.PagedItem]>,
        hasMore: Reader<Bool>? = nil
    ) -> Paging {
        Paging(step: .cursor(parameter, next), items: items, hasMore: hasMore)
    }

    /// Pages that begin behind an item, which is the last of the page before.
    ///
    /// - Parameters:
    ///   - parameter: The query parameter that names the item.
    ///   - lastItem: What the item is named by.
    ///   - items: The items of a page.
    ///   - hasMore: Whether another page follows; where it does not say, an empty page is the last.
    public static func cursor(
        _ parameter: String, lastItem: @escaping @Sendable (Operation.PagedItem) -> (any JSONCodable)?,
        items: @escaping Reader<[Operation.PagedItem]>, hasMore: Reader<Bool>? = nil
    ) -> Paging {
        Paging(step: .lastItem(parameter, lastItem), items: items, hasMore: hasMore)
    }

    /// Pages that are linked by the header field `Link` with the relation `next` (RFC 8288).
    ///
    /// - Parameter items: The items of a page.
    public static func linkHeader(items: @escaping Reader<[Operation.PagedItem]>) -> Paging {
        Paging(step: .linkHeader, items: items)
    }

    /// Pages that have the URL of the next in them.
    ///
    /// - Parameters:
    ///   - next: The URL, or a part of it (RFC 3986 §4.1); nil or an empty string after the last page.
    ///   - items: The items of a page.
    ///   - hasMore: Whether another page follows.
    public static func link(
        _ next: @escaping Reader<any JSONCodable>, items: @escaping Reader<[Operation.PagedItem]>,
        hasMore: Reader<Bool>? = nil
    ) -> Paging {
        Paging(step: .link(next), items: items, hasMore: hasMore)
    }
}
