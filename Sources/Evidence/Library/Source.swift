public import Formats

/// A document that claims come from.
public struct Source: Sendable, Hashable {
  public let id: String
  public let publisher: String
  public let title: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is known.
  public let published: String
  public let language: String
  public let url: String?
  public let sha256: String?
  /// Sources that repeat one report, or come from one organisation, share a root and count once.
  public let root: String
  /// Sources that this one repeats or rests on.
  public let derivesFrom: [String]
  /// A government, a court, the United Nations, an official list or instrument.
  public let isOfficial: Bool
  public let kind: String
  /// Reliability, A to F.
  public let grade: String
  /// Credibility of the information, 1 to 6, where 6 says that it cannot be judged.
  public let informationGrade: String
  /// The day on which the copy was made, where there is one.
  public let captured: CivilDate?
  /// `stored`, `partly stored`, or `general knowledge, unverified`.
  public let verification: String

  /// The last day on which it may have been published; a determination as of an earlier day does
  /// not know it. Of a month or a year that is at most the day on which the copy was made.
  public let publishedBy: CivilDate?

  static func lastDay(of published: String, captured: CivilDate? = nil) -> CivilDate? {
    let last: CivilDate? =
      switch published.count {
      case 10: CivilDate(published)
      case 7:
        CivilDate(published + "-01").flatMap { first in
          CivilDate(
            year: first.year, month: first.month,
            day: CivilDate.days(inMonth: first.month, of: first.year))
        }
      case 4: CivilDate(published + "-12-31")
      default: nil
      }
    guard published.count < 10, let last, let captured else { return last }
    return min(last, captured)
  }

  /// Publisher, title and date, as a memo prints it.
  public var citation: String { "\(publisher), \"\(title)\" (\(published))" }
}
