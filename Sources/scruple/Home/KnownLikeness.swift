import Dossier
import Formats
import Ledger
import Names

/// Which names may mean one party, by the tables of names. They are read when an investigation is
/// first held against an order.
enum KnownLikeness {
  static func likeness(_ arguments: Arguments) -> PartyLikeness {
    let home = try? HomeFolder(option: arguments.option("home"))
    let names = Deferred<NameKnowledge?> {
      guard let home else { return nil }
      let digest = Deferred { () -> Result<String, Diagnostic> in
        Result { () throws(Diagnostic) in try CorpusDigest.of(folder: home.data) }
      }
      let cache = Session.cache(home, corpus: nil)
      return (try? ListKnowledge(folder: home.data, digest: digest, cache: cache))?.names
    }
    let profiles = Remembered<IdentityProfile>(most: 1024)
    return PartyLikeness { name, other in
      // Nobody can tell: then it may be.
      guard let names = names.value else { return true }
      func profile(_ name: String) -> IdentityProfile {
        var key = WrittenKey()
        key.add(name)
        return profiles.value(of: key) { names.profile(of: Identity(names: [name])) }
      }
      return names.compare(profile(name), profile(other)).verdict != .different
    }
  }
}
