/// Cancels a piece of work when its time is over.
///
/// `Task.sleep` would do, but a sleep that is cancelled keeps its memory until it would have ended: a minute's worth of calls.
final class Alarm: Sendable {
    private struct State {
        /// The task that does the work, for as long as it does.
        nonisolated(unsafe) var task: UnsafeCurrentTask?
        var isOver = false
    }

    let instant: ContinuousClock.Instant
    /// Where it is in the list of the clock; nil if it is not. Only the clock touches it.
    fileprivate nonisolated(unsafe) var position: Int?
    private let state = Locked(State())

    init(_ instant: ContinuousClock.Instant) { self.instant = instant }

    /// Whether it rang before the work was done.
    var isOver: Bool { state.withLock { $0.isOver } }

    /// Does the work, in a task that is this work's own and is cancelled when the time is over.
    func guarding<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        withUnsafeCurrentTask { task in state.withLock { $0.task = task } }
        AlarmClock.shared.add(self)
        defer {
            AlarmClock.shared.remove(self)
            state.withLock { $0.task = nil }
        }
        return try await work()
    }

    /// Cancels the work, unless it is done. The lock keeps the task alive meanwhile; who is told of the cancellation does not
    /// wait for the task to end.
    fileprivate func ring() {
        state.withLock { state in
            guard let task = state.task else { return }
            state.isOver = true
            task.cancel()
        }
    }
}

/// Rings the alarms of a process: one task sleeps until the first of them.
private final class AlarmClock: Sendable {
    static let shared = AlarmClock()

    private struct State {
        /// A heap: no alarm is before the one at half its position.
        var alarms: [Alarm] = []
        /// When tasks wake up, the first last.
        var wakes: [ContinuousClock.Instant] = []

        /// When another task has to wake up for the first alarm; nil if one does in time.
        mutating func nextWake() -> ContinuousClock.Instant? {
            guard let first = alarms.first?.instant, wakes.last.map({ first < $0 }) ?? true else { return nil }
            wakes.append(first)
            return first
        }
    }

    private let state = Locked(State())

    func add(_ alarm: Alarm) {
        let wake = state.withLock { state in
            state.alarms.insert(alarm)
            return state.nextWake()
        }
        if let wake { sleep(until: wake) }
    }

    func remove(_ alarm: Alarm) {
        state.withLock { $0.alarms.remove(alarm) }
    }

    private func sleep(until instant: ContinuousClock.Instant) {
        Task.detached { [self] in
            try? await Task.sleep(until: instant, clock: .continuous)
            wake(at: instant)
        }
    }

    /// Rings what is due, and lets a task sleep until the next.
    private func wake(at instant: ContinuousClock.Instant) {
        let (due, next) = state.withLock { state in
            state.wakes.removeAll { $0 == instant }
            return (state.alarms.removeAll(until: .now), state.nextWake())
        }
        for alarm in due { alarm.ring() }
        if let next { sleep(until: next) }
    }
}

extension [Alarm] {
    /// Takes out all that ring until an instant, the first first.
    fileprivate mutating func removeAll(until instant: ContinuousClock.Instant) -> [Alarm] {
        var due: [Alarm] = []
        while let alarm = first, alarm.instant <= instant {
            remove(alarm)
            due.append(alarm)
        }
        return due
    }

    fileprivate mutating func insert(_ alarm: Alarm) {
        append(alarm)
        rise(from: count - 1)
    }

    /// Takes an alarm out of the heap, if it is there.
    fileprivate mutating func remove(_ alarm: Alarm) {
        guard let position = alarm.position else { return }
        alarm.position = nil
        let last = removeLast()
        guard last !== alarm else { return }
        self[position] = last
        last.position = position
        rise(from: position)
        sink(from: last.position ?? position)
    }

    private mutating func rise(from start: Int) {
        var position = start
        while position > 0, self[position].instant < self[(position - 1) / 2].instant {
            swapAt(position, (position - 1) / 2)
            self[position].position = position
            position = (position - 1) / 2
        }
        self[position].position = position
    }

    private mutating func sink(from start: Int) {
        var position = start
        while let child = earlierChild(of: position), self[child].instant < self[position].instant {
            swapAt(position, child)
            self[position].position = position
            position = child
        }
        self[position].position = position
    }

    private func earlierChild(of position: Int) -> Int? {
        let (left, right) = (2 * position + 1, 2 * position + 2)
        guard left < count else { return nil }
        return right < count && self[right].instant < self[left].instant ? right : left
    }
}
