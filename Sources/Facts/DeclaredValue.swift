public import Formats

/// What a declared field says, in the form in which rules test it: without words, evidence or any
/// text of its own.
public enum DeclaredValue: Sendable, Hashable {
  case boolean(Bool)
  case number(Decimal)
  case date(CivilDate)
  /// Free text, of which rules test only whether it is stated.
  case text
  /// One word or code: its index in the list of the term's type, or in the nodes of its tree.
  case code(Int)
  /// None or several, all that there are.
  case codes([Int])
}
