import Dispatch

extension RandomAccessCollection where Self: Sendable, Index == Int, SubSequence: Sendable {
    /// What becomes of each piece of the collection, in their order, made on all cores.
    ///
    /// - Parameter size: How many elements a piece has; a collection of no more is not worth a second thread.
    func concurrentChunks<Value: Sendable>(of size: Int, _ transform: @Sendable (SubSequence) -> Value) -> [Value] {
        let starts = stride(from: startIndex, to: endIndex, by: size).map { $0 }
        guard starts.count > 1 else { return starts.isEmpty ? [] : [transform(self[...])] }
        return Array(unsafeUninitializedCapacity: starts.count) { buffer, count in
            // Each iteration writes to its own place, and all have ended before the buffer is read.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: starts.count) { number in
                let start = starts[number]
                let piece = self[start..<Swift.min(start + size, endIndex)]
                places.initializeElement(at: number, to: transform(piece))
            }
            count = starts.count
        }
    }

    /// The elements of what each element becomes, in their order, made on all cores.
    func concurrentFlatMap<Value: Sendable>(_ transform: @Sendable (Element) -> [Value]) -> [Value] {
        concurrentChunks(of: 16) { $0.flatMap(transform) }.flatMap { $0 }
    }
}
