/// A stretch of a report that is read as one: a paragraph, a heading, a caption.
public struct ReportSegment: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case heading, paragraph, item, caption
    /// Buttons, menus and lists of links; nothing is proposed from them.
    case furniture
    /// What the same text says elsewhere in full: an excerpt, a pulled quotation, a second printing.
    case repetition
  }

  public var kind: Kind
  /// Where its words stand in `ReportText.bytes`.
  public var range: Range<Int>
  /// First and last line, or paragraph where the source has no lines of its own.
  public var lines: ClosedRange<Int>
  /// Lines that print the same words once more.
  public var alsoAt: [Int] = []
}

/// The unit in which places in a source are told.
public enum LocatorUnit: String, Sendable, Hashable {
  /// Lines of a text file.
  case line = "L"
  /// Paragraphs of a page, counted over all its blocks.
  case paragraph = "p"
}
