import Formats
import Names
import Synchronization

/// The bodies that notices name, found by any of their names in any script.
final class TenderBodies: Sendable {
  let identities: [Identity]
  private let index: IdentityIndex
  private let known = Mutex([[String]: [(body: Int, verdict: IdentityComparison.Verdict)]]())

  init(_ identities: [Identity], _ names: NameKnowledge) {
    self.identities = identities
    index = IdentityIndex(identities, knowledge: names)
  }

  /// The bodies that are or may be the one asked for.
  func bodies(
    like profile: IdentityProfile
  ) -> [(body: Int, verdict: IdentityComparison.Verdict)] {
    let key = profile.identity.names + ["\u{0}"] + profile.identity.countries
    if let found = known.withLock({ $0[key] }) { return found }
    let found =
      identities.isEmpty
      ? [] : index.matches(for: profile, limit: 8).map { ($0.index, $0.comparison.verdict) }
    known.withLock {
      // A batch asks for few distributors again and again.
      if $0.count >= 4096 { $0.removeAll() }
      $0[key] = found
    }
    return found
  }
}
