/// The name of a street in a form in which both scripts meet.
///
/// 解放北路, `Jiefang North Road` and `North Jiefang Rd` all have the form `jiefang|bei|`. Where
/// the writing leaves open what belongs to the name (西长安街, `Jiefangbei Road`), all forms are
/// given.
public struct StreetName: Sendable, Hashable {
  /// Core, direction in pinyin and ordinal, separated by `|`; sorted, at least one.
  public let forms: [String]
  /// `road`, `street`, `avenue`, `lane`; empty where no such word was written.
  public let type: String
  /// The words as written, folded.
  public let written: String

  enum Relation: Sendable { case agrees, similar, contradicts }

  func relation(to other: StreetName) -> Relation {
    let isSame = forms.contains { other.forms.contains($0) }
    if isSame {
      if type.isEmpty || other.type.isEmpty || Self.isCompatible(type, other.type) {
        return .agrees
      }
      return .similar
    }
    for form in forms {
      for theirs in other.forms where Self.isSimilar(form, theirs) { return .similar }
    }
    return .contradicts
  }

  /// 大街 and 大道 are both rendered Avenue, Street and Road.
  private static func isCompatible(_ left: String, _ right: String) -> Bool {
    left == right || left == "avenue" && right != "lane" || right == "avenue" && left != "lane"
  }

  /// One or two letters apart in a long core, or a direction that one side leaves out.
  private static func isSimilar(_ left: String, _ right: String) -> Bool {
    let mine = left.utf8.split(separator: 0x7C, omittingEmptySubsequences: false)
    let theirs = right.utf8.split(separator: 0x7C, omittingEmptySubsequences: false)
    guard mine.count == 3, theirs.count == 3 else { return false }
    let (first, second) = (Array(mine[0]), Array(theirs[0]))
    func mayAgree(_ at: Int) -> Bool {
      mine[at].isEmpty || theirs[at].isEmpty || mine[at].elementsEqual(theirs[at])
    }
    guard mayAgree(1), mayAgree(2),
      first.filter({ 0x30...0x39 ~= $0 })
        == second.filter({ 0x30...0x39 ~= $0 })
    else { return false }
    if first == second { return true }
    let length = min(first.count, second.count)
    guard length >= 6 else { return false }
    return EditDistance.isWithin(length >= 10 ? 2 : 1, first, second)
  }
}

/// Edits between short texts, given up as soon as there are more than asked for.
enum EditDistance {
  static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= limit else { return false }
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for (column, other) in right.enumerated() {
        let cost = min(
          previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        current.append(cost)
        least = min(least, cost)
      }
      if least > limit { return false }
      previous = current
    }
    return previous[right.count] <= limit
  }
}
