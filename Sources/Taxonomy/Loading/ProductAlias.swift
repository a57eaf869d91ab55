/// A phrase by which a product family is recognised in a class code or a description.
public struct ProductAlias: Sendable, Hashable {
  /// In lower case.
  public let phrase: String
  /// Phrases that must stand in the text too, in lower case: `str` names a kit only beside `kit`.
  public let beside: [String]
  public let family: String

  /// Reads `str + kit`: the first phrase, and what must stand beside it anywhere in the text.
  public init(_ written: String, family: String) {
    let parts = written.lowercased().split(separator: "+").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    phrase = parts.first ?? ""
    beside = Array(parts.dropFirst())
    self.family = family
  }
}

/// Words by which a text gives away that goods may be of an adverse family, though none is named.
public struct ProductHints: Sendable, Hashable {
  /// Words that nobody uses of goods of other kinds, in lower case.
  public private(set) var signals: [String] = []
  /// Words that goods of many kinds share, such as `reagent`, in lower case.
  public private(set) var shared: [String] = []

  /// None at all.
  public init() {}

  mutating func add(_ signals: [String], shared: [String]) {
    self.signals += signals.map { $0.lowercased() }
    self.shared += shared.map { $0.lowercased() }
  }
}
