#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How long a server asks its clients to wait (RFC 9110 §10.2.3).
package enum RetryAfter {
    /// The wait that an answer asks for; nil where it asks for none, or for something that is neither seconds nor a date.
    ///
    /// A date is compared with the answer's own `Date`, so that a wrong clock on either side does no harm.
    ///
    /// - Parameters:
    ///   - headers: The header fields of the answer.
    ///   - now: The time, for an answer without a `Date`.
    package static func wait(_ headers: HTTPFields, now: Date = Date()) -> Duration? {
        guard let text = headers[.retryAfter] else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return .seconds(min(Int64(text) ?? .max, longest))
        }
        guard let date = HTTPDate.parse(text) else { return nil }
        let start = headers[.date].flatMap(HTTPDate.parse) ?? Int64(now.timeIntervalSince1970)
        return .seconds(max(0, min(date - start, longest)))
    }

    /// A year, in seconds.
    private static let longest: Int64 = 365 * 86_400
}

/// A date as HTTP writes it (RFC 9110 §5.6.7).
enum HTTPDate {
    /// Seconds since 1970; nil for any other text.
    ///
    /// For example `Sun, 06 Nov 1994 08:49:37 GMT`, and the two obsolete forms `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`.
    static func parse(_ text: String) -> Int64? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        guard words.count >= 5, let time = time(words.count == 5 ? words[3] : words[4]) else { return nil }
        let isAsctime = words.count == 5
        guard isAsctime || (words.count == 6 && words[5] == "GMT"),
            let day = Int(words[isAsctime ? 2 : 1]), let month = month(words[isAsctime ? 1 : 2]),
            let year = year(words[isAsctime ? 4 : 3])
        else { return nil }
        let digits = { (value: Int, width: Int) -> String in
            String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
        }
        return Timestamp("\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))T\(time)Z")?.seconds
    }

    /// A time of two digits each; what is in them is checked with the whole.
    private static func time(_ word: String) -> String? {
        word.utf8.count == 8 && word.utf8.allSatisfy { (0x30...0x3A).contains($0) } ? word : nil
    }

    private static func month(_ word: String) -> Int? {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names.firstIndex(of: word).map { $0 + 1 }
    }

    /// Of two digits, the year that is at most 50 years ahead, roughly: the form is older than the century.
    private static func year(_ word: String) -> Int? {
        guard let year = Int(word), (0...9999).contains(year) else { return nil }
        return word.utf8.count == 2 ? year + (year < 70 ? 2000 : 1900) : year
    }
}
