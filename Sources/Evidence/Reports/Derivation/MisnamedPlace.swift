/// A place that a report calls something that it is not: a region called a county.
public struct MisnamedPlace: Sendable, Hashable {
  public let code: String
  public let words: String
  public let locator: String
}
