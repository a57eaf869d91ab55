/// The legal bases and public sources that rules may cite, with how they are printed.
public struct CitationRegistry: Sendable {
  /// Legal and company-policy bases by id, with the citation as it is printed.
  public let bases: [String: String]
  /// Public sources by id, with publisher, title and date.
  public let sources: [String: String]

  public init(bases: [String: String], sources: [String: String]) {
    self.bases = bases
    self.sources = sources
  }
}
