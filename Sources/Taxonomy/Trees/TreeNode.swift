public import Formats

/// One node of a tree with stable codes.
public struct TreeNode: Sendable, Hashable {
  public let code: String
  public let parent: String?
  public let kind: String
  /// Names with the preferred one first.
  public let english: [String]
  public let chinese: [String]
  /// Names in further scripts: Uyghur, Tibetan, Mongolian.
  public let other: [String]
  public let polarity: Polarity
  /// First day on which the unit exists; nil where that is not known or does not matter.
  public let from: CivilDate?
  /// Last day on which it exists.
  public let until: CivilDate?

  public init(
    code: String, parent: String?, kind: String, english: [String], chinese: [String] = [],
    other: [String] = [], polarity: Polarity = .neutral, from: CivilDate? = nil,
    until: CivilDate? = nil
  ) {
    self.code = code
    self.parent = parent
    self.kind = kind
    self.english = english
    self.chinese = chinese
    self.other = other
    self.polarity = polarity
    self.from = from
    self.until = until
  }

  public var name: String { english.first ?? chinese.first ?? code }

  /// Whether the unit exists on a day.
  public func isValid(on date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}
