/// Whether two names may mean one party, told by somebody who knows names: the ledger itself only
/// compares their letters and digits.
public struct PartyLikeness: Sendable {
  private let mayBeOne: @Sendable (String, String) -> Bool

  /// `mayBeOne` is true where it cannot tell.
  public init(_ mayBeOne: @escaping @Sendable (_ name: String, _ other: String) -> Bool) {
    self.mayBeOne = mayBeOne
  }

  /// The first of the names that may mean the party.
  func first(of names: [String], like party: String) -> String? {
    names.first { mayBeOne($0, party) }
  }
}
