import Dossier
import Formats
import Policy
import Screening

/// What a run that screens parties alone has loaded: the lists, and nothing of goods and law.
///
/// The policies say which lists must answer. They are checked as a whole, and refused as a whole; that
/// they and the tables were accepted is kept in the user's cache, so that it is found out once.
struct PartySession {
  let knowledge: ListKnowledge
  let corpus: PartyCorpus
  let screener: PartyScreener

  init(_ arguments: Arguments) throws(CommandFailure) {
    let home = try HomeFolder(option: arguments.option("home"))
    let asOf = try Session.date(arguments.option("as-of"), "--as-of") ?? Session.today
    let folder = Session.corpusFolder(arguments, home)
    let cache = Session.cache(home, corpus: folder)
    let digest = Deferred { () -> Result<String, Diagnostic> in
      Result { () throws(Diagnostic) in try CorpusDigest.of(folder: home.data) }
    }
    let (accepted, read) = Threads.both(
      { PartySession.accepted(home, digest, cache, corpus: folder) },
      { () -> Result<PartyCorpus, CommandFailure> in
        Result { () throws(CommandFailure) in
          try Session.corpus(folder) { (folder, tell) throws(Diagnostic) in
            try PartyCorpus(folder: folder, tell: tell)
          }
        }
      })
    let required: [RequiredList]
    (knowledge, required) = try accepted.get()
    corpus = try read.get()
    do throws(Diagnostic) {
      screener = try PartyScreener(
        knowledge: knowledge, required: required, corpus: corpus, asOf: asOf)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// The tables of lists and names, and what accepted policies require.
  private static func accepted(
    _ home: HomeFolder, _ digest: Deferred<Result<String, Diagnostic>>, _ cache: CacheFolder?,
    corpus: String?
  ) -> Result<(ListKnowledge, [RequiredList]), CommandFailure> {
    Result { () throws(CommandFailure) in
      if let known = known(home, digest, cache) { return known }
      let knowledge = try Session.knowledge(home, corpus: corpus)
      let policies = try Session.policies(home, knowledge)
      AcceptedPolicies(policies: policies.digest, tables: knowledge.digest, in: cache)
        .keep(policies)
      return (knowledge.lists, policies.lists)
    }
  }

  /// Nil where nobody knows that all of it was accepted: what is wrong is then told by reading it.
  private static func known(
    _ home: HomeFolder, _ digest: Deferred<Result<String, Diagnostic>>, _ cache: CacheFolder?
  ) -> (ListKnowledge, [RequiredList])? {
    guard let cache else { return nil }
    let (knowledge, lists) = Threads.both(
      { try? ListKnowledge(folder: home.data, digest: digest, cache: cache) },
      { () -> [RequiredList]? in
        guard let policies = try? PolicySet.digest(of: home.policies),
          case .success(let tables) = digest.value
        else { return nil }
        return AcceptedPolicies(policies: policies, tables: tables, in: cache).lists
      })
    guard let knowledge, let lists else { return nil }
    return (knowledge, lists)
  }
}
