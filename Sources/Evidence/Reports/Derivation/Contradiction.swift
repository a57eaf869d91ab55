/// Two statements that cannot both be the whole truth; both are kept.
public struct Contradiction: Sendable, Hashable {
  public struct Side: Sendable, Hashable {
    public let report: Int
    public let proposal: String
    public let locator: String
    public let value: String
  }

  /// What they differ in: `age`, `coverage`, `number of people`.
  public let matter: String
  public let left: Side
  public let right: Side
  /// Why they may both be there: another level, another group, a rounding.
  public let note: String
}
