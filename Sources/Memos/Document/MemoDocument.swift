/// A determination as a document: one model from which every format is rendered.
///
/// ```swift
/// let memo = MemoDocument(determination)
/// let page = memo.html
/// ```
///
/// It is the full `counsel` profile. It adds no fact of its own: what the determination does not
/// hold is said to be absent, with the reason.
public struct MemoDocument: Sendable {
  /// A numbered section or a lettered annex.
  public struct Section: Sendable {
    /// `1` to `10`, or the letter of an annex.
    public var number: String
    public var title: String
    public var blocks: [MemoBlock]

    public var isAnnex: Bool { Int(number) == nil }
    var anchor: String { "section-" + number }
    var heading: String { isAnnex ? "Annex \(number). \(title)" : "\(number). \(title)" }
  }

  /// Memo number and order, for the title of the page.
  public var title: String
  public var memoNumber: String
  public var header: [MemoDefinition]
  /// The first is the summary, which fills page 1.
  public var sections: [Section]
  /// Set where a demonstration corpus was used; printed on every page and in every format.
  public var demonstration: String?

  /// The line that stands on every page of a demonstration.
  var banner: String? { demonstration.map { "DEMONSTRATION, not for use. " + $0 } }
}
