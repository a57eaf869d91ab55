public import Dossier
import Evidence
public import Formats
public import Ledger
public import Policy
public import Screening
import Synchronization
public import Trade

/// A basis that was read from folders: immutable, but for the screeners it keeps for a few days.
public final class LoadedBasis: ScreeningBasis {
  private let knowledge: Knowledge
  private let policies: PolicySet
  private let corpus: Corpus
  private let terms: DeclaredTerms
  private let screeners = Mutex<
    [(day: CivilDate, screener: Deferred<Result<Screener, Diagnostic>>)]
  >(
    [])

  public init(knowledge: Knowledge, policies: PolicySet, corpus: Corpus) {
    self.knowledge = knowledge
    self.policies = policies
    self.corpus = corpus
    terms = DeclaredTerms(policies.vocabulary)
  }

  public var countries: Set<String> { knowledge.countries }

  public func screen(
    _ order: Order, notices: [Diagnostic], on day: CivilDate
  ) throws(Diagnostic) -> Determination {
    // A determination rests on what the order says, not on the line where it stood.
    let notices = terms.warnings(notices, of: order).map {
      Diagnostic($0.id, $0.message, severity: $0.severity, remedy: $0.remedy, path: $0.path)
    }
    return try screener(for: day).screen(order, notices: notices)
  }

  public func standing(on day: CivilDate) throws(Diagnostic) -> DataStanding {
    let screener = try screener(for: day)
    return DataStanding(
      policy: screener.identity, lists: screener.standing, demonstration: corpus.demonstration)
  }

  public func retention(of determination: Determination, _ order: Order) -> RetentionBasis {
    RetentionBasis(
      of: determination, order, isUSPerson: corpus.company.isUSPerson,
      isEUPerson: corpus.company.isEUPerson)
  }

  private static let mostDays = 4

  private func screener(for day: CivilDate) throws(Diagnostic) -> Screener {
    let (knowledge, policies, corpus) = (knowledge, policies, corpus)
    let deferred = screeners.withLock { screeners in
      if let kept = screeners.first(where: { $0.day == day }) { return kept.screener }
      let made = Deferred {
        Result { () throws(Diagnostic) in
          try Screener(
            knowledge: knowledge, policies: policies, corpus: corpus, asOf: day,
            bundledDigest: knowledge.digest)
        }
      }
      if screeners.count >= LoadedBasis.mostDays { screeners.removeFirst() }
      screeners.append((day, made))
      return made
    }
    switch deferred.value {
    case .success(let screener): return screener
    case .failure(let diagnostic):
      // What could not be read once may be readable later.
      screeners.withLock { $0.removeAll { $0.day == day } }
      throw diagnostic
    }
  }
}
