/// Phrases of symbols, found in one walk from each unit of a text.
///
/// It is asked at every unit of every text, and waiting for memory is most of what that costs: a
/// node is sixteen bytes that say by themselves whether anything ends there or goes on, and its
/// steps stand side by side.
struct PhraseTable: Sendable {
  struct Node: Sendable {
    /// By six bits of each symbol that may follow: most do not, and cost no look at the steps.
    fileprivate(set) var followers: UInt64 = 0
    /// Where its steps begin, one for each bit of `followers`.
    fileprivate var steps: UInt32 = 0
    /// A meaning's code, or for several the complement of their place in `runs`; zero for none.
    fileprivate var meaning: Int32 = 0

    @inline(__always) var goesOn: Bool { followers != 0 }
    @inline(__always) var isEnd: Bool { meaning != 0 }
    @inline(__always) var leads: Bool { goesOn || isEnd }
  }

  private struct Step: Sendable {
    var symbol: UInt32
    var node: UInt32
  }

  /// Stands for several steps of one bit, which are in `crowded` from the place that is its node.
  private static let crowd: UInt32 = .max

  private var nodes = [Node()]
  private var steps: [Step] = []
  /// Runs of steps, each with a step of no symbol behind it.
  private var crowded: [Step] = []
  /// Runs of codes, each with a zero behind it.
  private var runs: [UInt32] = []
  /// The nodes to which first words and first Han characters lead; zero for none.
  private var wordStarts: [Int32] = []
  private var hanStarts = [Int32](repeating: 0, count: 0x1_0000)

  init() {}

  init(_ tree: PhraseTree) {
    nodes = tree.meanings.map { _ in Node() }
    for (number, meanings) in tree.meanings.enumerated() where !meanings.isEmpty {
      if meanings.count == 1 {
        nodes[number].meaning = Int32(bitPattern: meanings[0].code)
      } else {
        nodes[number].meaning = ~Int32(truncatingIfNeeded: runs.count)
        runs += meanings.map(\.code) + [0]
      }
    }
    var following = [[Step]](repeating: [], count: nodes.count)
    for step in tree.steps {
      following[Int(step.from)].append(
        Step(symbol: step.symbol, node: UInt32(bitPattern: step.to)))
      if step.from == 0 { begin(step.symbol, step.to) }
    }
    for (number, steps) in following.enumerated() where number > 0 && !steps.isEmpty {
      lay(steps, from: number)
    }
  }

  private mutating func lay(_ following: [Step], from number: Int) {
    nodes[number].steps = UInt32(truncatingIfNeeded: steps.count)
    for step in following { nodes[number].followers |= PhraseTable.bit(of: step.symbol) }
    for place in 0..<64 where nodes[number].followers & (1 << UInt64(place)) != 0 {
      let same = following.filter { PhraseTable.bit(of: $0.symbol) == 1 << UInt64(place) }
      if same.count == 1 {
        steps.append(same[0])
      } else {
        steps.append(
          Step(symbol: PhraseTable.crowd, node: UInt32(truncatingIfNeeded: crowded.count)))
        crowded += same + [Step(symbol: 0, node: 0)]
      }
    }
  }

  private mutating func begin(_ symbol: UInt32, _ node: Int32) {
    if symbol >= WordTable.han {
      let scalar = Int(symbol & 0x1F_FFFF)
      while hanStarts.count <= scalar { hanStarts.append(0) }
      hanStarts[scalar] = node
    } else {
      while wordStarts.count <= Int(symbol) { wordStarts.append(0) }
      wordStarts[Int(symbol)] = node
    }
  }

  /// Where a phrase that begins with the symbol goes on; zero where none does.
  @inline(__always) func start(_ symbol: UInt32) -> Int32 {
    if symbol >= WordTable.han {
      let scalar = Int(symbol & 0x1F_FFFF)
      return scalar < hanStarts.count ? hanStarts[scalar] : 0
    }
    return Int(symbol) < wordStarts.count ? wordStarts[Int(symbol)] : 0
  }

  @inline(__always) subscript(number: Int32) -> Node { nodes[Int(number)] }

  @inline(__always) private static func bit(of symbol: UInt32) -> UInt64 {
    1 << UInt64((symbol ^ symbol >> 6) & 63)
  }

  /// The node to which a symbol leads from a node; zero where to none.
  @inline(__always) func step(_ node: Node, _ symbol: UInt32) -> Int32 {
    let bit = PhraseTable.bit(of: symbol)
    guard node.followers & bit != 0 else { return 0 }
    let place = Int(node.steps) + (node.followers & (bit - 1)).nonzeroBitCount
    let step = steps[place]
    if step.symbol == PhraseTable.crowd { return crowdedStep(Int(step.node), symbol) }
    // Chosen and not branched upon, so that nothing waits for the step to come from memory.
    return step.symbol == symbol ? Int32(bitPattern: step.node) : 0
  }

  private func crowdedStep(_ start: Int, _ symbol: UInt32) -> Int32 {
    var place = start
    while crowded[place].symbol != 0 {
      if crowded[place].symbol == symbol { return Int32(bitPattern: crowded[place].node) }
      place += 1
    }
    return 0
  }

  /// Hands over the meaning of every phrase that ends at the node.
  @inline(__always) func forEachMeaning(at node: Node, _ body: (PhraseMeaning) -> Void) {
    if node.meaning > 0 { return body(PhraseMeaning(code: UInt32(bitPattern: node.meaning))) }
    guard node.meaning < 0 else { return }
    var place = Int(~node.meaning)
    while runs[place] != 0 {
      body(PhraseMeaning(code: runs[place]))
      place += 1
    }
  }
}
