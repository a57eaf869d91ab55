/// A programme by whose names a text gives away what goods are for.
public struct Programme: Sendable, Hashable {
  public let code: String
  public let english: String
  public let names: [String]
  public let place: String
  /// Claims that speak of it.
  public let claims: [String]
}
