/// One part of a memo's section.
public enum MemoBlock: Sendable {
  /// A heading inside a section, such as "B. Customer and end user".
  case heading(String)
  case paragraph(MemoParagraph)
  case table(MemoTable)
  case lanes([LaneMark])
  case definitions([MemoDefinition])
  case callout(String, [MemoRun])
  case signatures(MemoSignatures)
}

/// A numbered paragraph: 1.1, 1.2, and so on within its section.
public struct MemoParagraph: Sendable {
  public var number: String
  public var statement: MemoStatement
}

/// A term and what it stands for, in the header of the memo.
public struct MemoDefinition: Sendable {
  public var term: String
  public var runs: [MemoRun]
}

/// Where a memo is signed: name, date and meaning are filled by people (21 CFR 11.50).
public struct MemoSignatures: Sendable {
  /// What each signature means, such as `Prepared` or `Approved (second person)`.
  public var meanings: [String]
  public var dissent: String
}

/// A lane as the strip shows it: a shape, a word and a sentence, never colour alone.
public struct LaneMark: Sendable {
  public enum Tone: String, Sendable { case quiet, attention, grave, unknown }

  public var lane: String
  public var shape: String
  public var word: String
  public var summary: [MemoRun]
  public var tone: Tone
}

/// A table whose rows name their source, or whose caption does for all of them.
public struct MemoTable: Sendable {
  public struct Row: Sendable {
    /// Where citations of this row lead, such as `ev_3`.
    public var anchor: String?
    public var cells: [[MemoRun]]

    init(_ cells: [[MemoRun]], anchor: String? = nil) {
      self.anchor = anchor
      self.cells = cells
    }

    var hasCitation: Bool {
      cells.contains { $0.contains { if case .citation = $0 { true } else { false } } }
    }
  }

  public var caption: [MemoRun]
  public var columns: [String]
  public var rows: [Row]
  public var nature: MemoNature
}
