/// What the rules ask for, laid out so that most sentences are passed over by comparing bits.
struct RuleMasks: Sendable {
  private struct Mask: Sendable {
    var near: ConceptSet
    var around: ConceptSet
  }

  private var masks: [Mask] = []
  private var ends: [Int] = []
  private var unless: [ConceptSet] = []
  /// Rules of one kind have one number.
  private(set) var kinds: [Int] = []

  init(_ rules: [ClaimRule]) {
    var numbers: [String: Int] = [:]
    for rule in rules {
      masks += rule.groups.map { Mask(near: $0.near, around: $0.around) }
      ends.append(masks.count)
      unless.append(rule.unless)
      let number = numbers[rule.kind] ?? numbers.count
      numbers[rule.kind] = number
      kinds.append(number)
    }
  }

  var count: Int { ends.count }

  /// Whether a sentence speaks of everything that the rule asks for.
  @inline(__always) func admits(
    _ rule: Int, _ concepts: ConceptSet, around: ConceptSet
  ) -> Bool {
    if concepts.intersects(unless[rule]) { return false }
    for index in (rule == 0 ? 0 : ends[rule - 1])..<ends[rule]
    where !concepts.intersects(masks[index].near) && !around.intersects(masks[index].around) {
      return false
    }
    return true
  }
}
