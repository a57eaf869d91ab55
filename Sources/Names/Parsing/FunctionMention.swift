/// A function of a body as a name states it.
public struct FunctionMention: Sendable, Hashable {
  /// A code of `functions.tsv`.
  public let code: String
  /// The words that state it, folded.
  public let phrase: String
  /// Whether the words may speak of something else: `Police` in the name of a fund.
  public let isAmbiguous: Bool
  /// What kind of body: `ministry`, `bureau`, `branch`, `station`, `unit`, or a service of a state
  /// that has several of the function: `domestic-service`, `foreign-service`,
  /// `security-committee`; or nil.
  public let rank: String?

  let units: Range<Int>

  /// Whether a country has one such body, which its name need not tell.
  var isNational: Bool { rank.map(Self.nationalRanks.contains) ?? false }

  private static let nationalRanks: Set<String> = [
    "ministry", "domestic-service", "foreign-service", "security-committee",
  ]
}
