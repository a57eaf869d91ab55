public import Facts
public import Formats

/// A list that must be searched, with the floor, age and canaries that make a search count.
public struct RequiredList: Sendable, Hashable {
  public let code: String
  public let name: String
  /// Used in place of the others where the corpus is a demonstration.
  public let isDemonstration: Bool
  public let isRequired: Bool
  /// `US`, `EU` or `UK`: required but where it is known that no actor of that jurisdiction takes
  /// part.
  public let whenActor: String?
  public let floor: Int
  public let maximumAgeDays: Int
  public let canaries: [String]
}

/// The head of one policy file.
public struct PolicyHeading: Sendable, Hashable {
  public let name: String
  public let title: String
  public let revision: String
  public let owner: String
  public let file: String
  /// The terms that it declares, such as `order.sales-channel`.
  public let terms: [String]
  /// The codes of the lists that it requires.
  public let lists: [String]
}

/// A set of policies that was checked as a whole; one error refuses all of it.
public struct PolicySet: Sendable {
  public let name: String
  public let revision: String
  /// Its policies, in the order of their files.
  public let headings: [PolicyHeading]
  public let rules: [Rule]
  public let lists: [RequiredList]
  /// What the policies promise of every order, to be proved.
  public let guarantees: [Guarantee]
  /// The terms of dossiers, then those that the files declare.
  public let vocabulary: Vocabulary
  /// Digest of all files with their names.
  public let digest: String
  public let warnings: [Diagnostic]
}
