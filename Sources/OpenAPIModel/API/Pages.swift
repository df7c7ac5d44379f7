extension API {
    /// How the pages of an operation follow each other.
    package struct Pages: Sendable {
        /// How the request for the next page is made.
        package enum Step: Sendable {
            /// A query parameter counts pages from a first number on.
            case page(String, first: Int)
            /// A query parameter counts items.
            case offset(String)
            /// A query parameter takes what the page says.
            case cursor(String, MemberPath)
            /// A query parameter takes what the page's last item says.
            case lastItem(String, MemberPath)
            /// The header `Link` has the URL.
            case linkHeader
            /// The page has the URL.
            case link(MemberPath)
        }

        package let step: Step
        package let items: MemberPath
        package let item: TypeUse
        package let hasMore: MemberPath?
        package let totalPages: MemberPath?
        package let totalItems: MemberPath?
        /// What the method that gives all items is called; nil for the usual name.
        package let method: Located<String>?
    }

    /// A way into a value, from member to member.
    package struct MemberPath: Sendable {
        package struct Member: Sendable {
            package let owner: TypeID
            package let name: String
            /// Whether it may be missing or null.
            package let isOptional: Bool
        }

        /// Whether the value itself may be null.
        package let isOptional: Bool
        package let members: [Member]
    }
}
