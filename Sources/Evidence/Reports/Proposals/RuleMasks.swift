/// What the rules ask for, laid out so that a sentence meets only those that it speaks to.
struct RuleMasks: Sendable {
  private struct Mask: Sendable {
    var near: ConceptSet
    var around: ConceptSet
  }

  private var masks: [Mask] = []
  private var ends: [Int] = []
  /// Rules of one kind have one number.
  private(set) var kinds: [Int] = []
  /// Rules are numbered in sets of 64; by concept and set, one bit a rule.
  private struct Row: Sendable {
    /// The rules of which one group asks for the concept.
    var first: UInt64 = 0
    /// Those of which another does.
    var second: UInt64 = 0
    /// Those that it forbids.
    var barred: UInt64 = 0
  }

  private var rows: [Row]
  /// By set: the rules that ask for no second group.
  private var undemanding: [UInt64]
  private let width: Int

  init(_ rules: [ClaimRule]) {
    width = (rules.count + 63) / 64
    rows = [Row](repeating: Row(), count: width * ConceptSet.capacity)
    undemanding = [UInt64](repeating: 0, count: width)
    var numbers: [String: Int] = [:]
    for (rule, claim) in rules.enumerated() {
      masks += claim.groups.map { Mask(near: $0.near, around: $0.around) }
      ends.append(masks.count)
      let number = numbers[claim.kind] ?? numbers.count
      numbers[claim.kind] = number
      kinds.append(number)
      place(rule, claim)
    }
  }

  private mutating func place(_ rule: Int, _ claim: ClaimRule) {
    let (word, bit) = (rule >> 6, UInt64(1) << UInt64(rule & 63))
    // What the sentences around may give is not asked of the sentence itself.
    let asked = claim.groups.filter { $0.around == .empty }.map(\.near)
      .sorted { $0.count < $1.count }
    var any = ConceptSet.empty
    for group in claim.groups { any.formUnion(group.near) }
    (asked.first ?? any).forEach { rows[$0 * width + word].first |= bit }
    if asked.count > 1 {
      asked[1].forEach { rows[$0 * width + word].second |= bit }
    } else {
      undemanding[word] |= bit
    }
    claim.unless.forEach { rows[$0 * width + word].barred |= bit }
  }

  /// Hands over the rules, in their order, for which a sentence speaks of everything that they ask
  /// for; `around` are the concepts of the sentences around and of the sentence.
  @inline(__always) func forEachAdmitted(
    _ concepts: ConceptSet, around: ConceptSet, _ body: (Int) -> Void
  ) {
    for word in 0..<width {
      var met: UInt64 = 0
      var metToo = undemanding[word]
      var not: UInt64 = 0
      concepts.forEach { concept in
        let row = rows[concept * width + word]
        met |= row.first
        metToo |= row.second
        not |= row.barred
      }
      var rest = met & metToo & ~not
      while rest != 0 {
        let rule = word << 6 | rest.trailingZeroBitCount
        rest &= rest - 1
        if meets(rule, concepts, around) { body(rule) }
      }
    }
  }

  @inline(__always) private func meets(
    _ rule: Int, _ concepts: ConceptSet, _ around: ConceptSet
  ) -> Bool {
    for index in (rule == 0 ? 0 : ends[rule - 1])..<ends[rule]
    where !concepts.intersects(masks[index].near) && !around.intersects(masks[index].around) {
      return false
    }
    return true
  }
}
