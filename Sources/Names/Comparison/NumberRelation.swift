/// How the numbers of two names stand to each other: `No. 30` is never `No. 38`.
enum NumberRelation: Sendable, Hashable {
  case agrees
  /// Only one name has numbers, or one has a number more, which is that of a parent.
  case omitted(reason: String)
  case contradicts(reason: String)

  /// Without `explains`, the reasons are left empty.
  init(_ left: ParsedName, _ right: ParsedName, explains: Bool = true) {
    if left.numbers == right.numbers {
      self = .agrees
      return
    }
    let words = explains ? "\(Self.list(left.numbers)) / \(Self.list(right.numbers))" : ""
    if left.numbers.isEmpty || right.numbers.isEmpty {
      self = .omitted(
        reason: "only one name has a number: \(Self.list(left.numbers + right.numbers))")
    } else if Self.isParentOmitted(left, right) || Self.isParentOmitted(right, left) {
      self = .omitted(reason: "one name leaves out the number of a parent: \(words)")
    } else {
      self = .contradicts(reason: "number contradicts: \(words)")
    }
  }

  /// Whether `short` has the last number of `long`, a name in Han characters, which puts the
  /// parent first: 九院七七一所 and `771 Research Institute`; or is itself such a name.
  private static func isParentOmitted(_ short: ParsedName, _ long: ParsedName) -> Bool {
    guard short.isHan != long.isHan, Set(short.numbers).isSubset(of: long.numbers) else {
      return false
    }
    if short.isHan { return true }
    return long.numbersInOrder.last.map(short.numbers.contains) ?? false
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }
}
