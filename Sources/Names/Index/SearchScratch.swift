internal import Synchronization

/// What one search counts in; kept between searches so that none of it is made anew.
struct SearchScratch {
  /// For each name which words of the query it shares a key with.
  var words: [UInt16]
  /// For each name how rare those keys are.
  var weights: [UInt16]
  var touched: [UInt32] = []
  var keys: [UInt64] = []
  var personKeys = PersonKeys()
  var measure = PersonMeasure()

  init(names: Int) {
    words = [UInt16](repeating: 0, count: names)
    weights = [UInt16](repeating: 0, count: names)
  }

  /// Makes all counts zero again.
  mutating func clear() {
    for name in touched {
      words[Int(name)] = 0
      weights[Int(name)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Lends scratch space to searches on any thread.
final class ScratchPool: Sendable {
  private let free = Mutex<[SearchScratch]>([])
  private let names: Int

  init(names: Int) { self.names = names }

  func with<Result>(_ body: (inout SearchScratch) -> Result) -> Result {
    var scratch = free.withLock { $0.popLast() } ?? SearchScratch(names: names)
    let result = body(&scratch)
    scratch.clear()
    free.withLock { $0.append(scratch) }
    return result
  }
}
