/// How many retries the calls of one client may still make, so that they do not multiply the load of a server that is down.
///
/// It counts fifths of a retry: a retry takes five, a success at once gives one back, a success after a retry five.
final class RetryQuota: Sendable {
    private let capacity: Int
    private let left: Locked<Int>

    /// A quota that is full.
    init(retries: Int) {
        capacity = max(0, min(retries, Int.max / 5)) * 5
        left = Locked(capacity)
    }

    /// Takes a retry away; false if there is none.
    func take() -> Bool {
        left.withLock { left in
            guard left >= 5 else { return false }
            left -= 5
            return true
        }
    }

    /// Gives back what a success is worth.
    func giveBack(afterRetry: Bool) {
        left.withLock { left in left = min(capacity, left + (afterRetry ? 5 : 1)) }
    }
}
