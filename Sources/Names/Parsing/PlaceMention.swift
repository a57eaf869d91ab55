/// A place that a text names.
public struct PlaceMention: Sendable, Hashable {
  /// The code of the place: the nearest common ancestor where several places have the name.
  public let code: String
  /// All places that the words may mean, the likeliest first.
  public let candidates: [String]
  /// The words as written.
  public let text: String
  /// Whether the text says what level is meant: 喀什地区 against 喀什.
  public let statesLevel: Bool
  /// Offsets of the words into the Unicode scalars of the text.
  public let range: Range<Int>

  /// Where the mention stands among the units of the text.
  let units: Range<Int>
  /// Whether a bare name may as well mean a city inside the prefecture of the same name.
  let isLevelOpen: Bool
}
