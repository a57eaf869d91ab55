/// A code of a tree, or a word of a closed list, as rules compare it.
///
/// A tree is numbered in preorder, so that a code and all below it are one interval: whether one
/// lies within another takes two comparisons. A word is an interval of one.
public struct FactCode: Sendable, Hashable {
  let first: Int32
  let last: Int32

  /// A word of a short list as a set of one.
  var bit: Int64 { 1 &<< Int64(first) }

  func isWithin(_ asked: FactCode) -> Bool { asked.first <= first && last <= asked.last }
}
