/// Puts types in the order in which a reader meets them: each with what it consists of right behind it.
func orderTypes(_ api: inout API, without hidden: (TypeID) -> Bool) {
    var order: [TypeID] = []
    var isSeen = [Bool](repeating: false, count: api.types.count)
    for root in api.types.indices {
        var pending = [TypeID(index: root)]
        while let type = pending.popLast() {
            guard !isSeen[type.index], !hidden(type) else { continue }
            isSeen[type.index] = true
            order.append(type)
            pending += api[type].shape.parts(in: [.sent, .received]).reversed()
        }
    }
    api.order = order
}
