public import Formats

/// A claim that a reader of reports proposes and nobody has accepted yet.
public struct ClaimProposal: Sendable {
  /// `kind@locator`, unique within a report.
  public var id: String {
    switch told {
    case .proposed(let texts): texts.id
    case .known(let id, _, _): id
    }
  }

  public let kind: String
  public let subject: ClaimSubject
  public let from: CivilDate?
  public let until: CivilDate?
  /// Where it stands, and further places that say the same.
  public var locators: [String]
  /// Who says it; the publisher where the report speaks itself.
  public let attribution: String
  public let certainty: String
  /// What in it can be compared with other reports: `age` 12-65, `verb` bought.
  public let values: [String: String]
  /// The numbers among them.
  var quantities: [ReportQuantity] = []
  /// Proposals, of this or another report, that say otherwise: report and id.
  public var contradicts: [String] = []
  let told: Told

  /// From where its texts come.
  enum Told: Sendable {
    case proposed(ProposalTexts)
    /// Of a claim that was accepted before.
    case known(id: String, summary: String, quote: String)
  }

  /// Our paraphrase; no words of the report but names and numbers.
  public var summary: String {
    switch told {
    case .proposed(let texts): texts.summary(subject, values, speaker: attribution)
    case .known(_, let summary, _): summary
    }
  }

  /// Why it is proposed: the rule, and the words of the sentence that it found.
  public var reasons: [String] {
    switch told {
    case .proposed(let texts): texts.reasons
    case .known: []
    }
  }

  /// The sentence, which stays with the user.
  public var quote: String {
    switch told {
    case .proposed(let texts): texts.quote
    case .known(_, _, let quote): quote
    }
  }

  public var locator: String { locators.joined(separator: "; ") }
}

extension ClaimSubject {
  /// The subject as it stands in a corpus.
  public var json: JSON {
    switch self {
    case .bodies(let functions, let within):
      .object([
        (
          "class",
          .object([("functions", .strings(functions)), ("within", .string(within))])
        )
      ])
    case .entity(let name, let chinese):
      .object([
        ("entity", .object([("name", .string(name)), ("chinese", .optional(chinese))]))
      ])
    case .programme(let code): .object([("programme", .string(code))])
    case .place(let code): .object([("place", .string(code))])
    }
  }

  /// The subject in words.
  public var words: String {
    switch self {
    case .bodies(let functions, let within): functions.joined(separator: " and ") + " in \(within)"
    case .entity(let name, _): name
    case .programme(let code): "the programme \(code)"
    case .place(let code): code
    }
  }
}
