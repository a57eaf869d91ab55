/// What a factual sentence rests on, as it is printed in brackets behind it.
public enum MemoCitation: Sendable, Hashable {
  /// An item of annex A, by its id (`ev_3` is printed `[ev:3]`).
  case evidence(String)
  /// A field of the order as submitted, by its path.
  case order(String)
  /// A legal citation as the registry prints it.
  case law(String)
  /// A rule, whose inputs and result stand in annex C.
  case rule(String)
  /// An annex of this memo, by its letter.
  case annex(String)
  /// A member of the determination's record, by its name.
  case record(String)

  /// The text between the brackets.
  public var label: String {
    switch self {
    case .evidence(let id): "ev:" + (id.hasPrefix("ev_") ? String(id.dropFirst(3)) : id)
    case .order(let path): "order: " + path
    case .law(let citation): citation
    case .rule(let id): "rule " + id
    case .annex(let letter): "annex " + letter
    case .record(let member): "record: " + member
    }
  }

  /// The anchor in the document that the citation must lead to; nil where it leads outside.
  var anchor: String? {
    switch self {
    case .evidence(let id): id
    case .rule(let id): "rule-" + id
    case .annex(let letter): "section-" + letter
    case .order, .law, .record: nil
    }
  }
}

/// A piece of a sentence.
public enum MemoRun: Sendable, Hashable {
  /// Our own words.
  case text(String)
  /// Our own words, stressed.
  case strong(String)
  /// Words of somebody else, as written: names, titles, declared end uses.
  case quotation(String)
  case citation(MemoCitation)
  /// A pointer to a paragraph or section of this memo, by its number.
  case reference(String)
}

/// Whether a statement reports, concludes or weighs; a reader must be able to tell them apart.
public enum MemoNature: String, Sendable, CaseIterable {
  case fact, inference, judgement
  /// What the memo says about itself, its gaps and the next step.
  case note
}

/// One statement with its citations.
public struct MemoStatement: Sendable {
  public var nature: MemoNature
  public var runs: [MemoRun]

  public init(_ nature: MemoNature, _ runs: [MemoRun]) {
    self.nature = nature
    self.runs = runs
  }

  public var citations: [MemoCitation] {
    runs.compactMap { if case .citation(let citation) = $0 { citation } else { nil } }
  }
}
