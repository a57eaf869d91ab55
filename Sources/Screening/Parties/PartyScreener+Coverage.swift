public import Dossier
public import Formats
public import Policy
public import WatchLists

extension PartyScreener {
  /// Whether these feeds answer for all lists that are required of a party alone.
  ///
  /// As for an order, but a list that binds only persons of one jurisdiction is required where
  /// the company says that it is one: there is no order that could say more.
  public static func coverage(
    of feeds: [LoadedFeed], asOf: CivilDate, knowledge: ListKnowledge, required: [RequiredList],
    corpus: PartyCorpus
  ) -> Coverage {
    coverage(
      Screener.coverage(
        of: feeds, asOf: asOf, knowledge: knowledge, required: required,
        isDemonstration: corpus.demonstration != nil),
      faults: feeds.flatMap { ($0.fault.map { [$0] } ?? []) + $0.historyFaults },
      required: required, corpus: corpus)
  }

  /// `faults` are of versions and of history that could not be read.
  static func coverage(
    _ answers: [ListCoverage], faults: [Diagnostic], required: [RequiredList],
    corpus: PartyCorpus
  ) -> Coverage {
    let company = corpus.company
    let binds: [String: Bool?] = [
      "US": company.isUSPerson, "EU": company.isEUPerson, "UK": company.isUKPerson,
    ]
    var notSearched: [String] = []
    let lists = answers.map { list -> Coverage.List in
      let requirement = list.requirement
      var isRequired = requirement.isRequired
      let actor = required.first { $0.code == requirement.id }?.whenActor
      if let actor, let isBound = binds[actor] {
        isRequired = isRequired && isBound != false
        if !isRequired, !list.answered {
          notSearched.append(
            "\(requirement.name) (the company is no person of that jurisdiction)")
        }
      }
      return Coverage.List(
        id: requirement.id, name: requirement.name, retrieved: list.retrieved,
        entries: list.entries, unreadable: list.unreadable, ageDays: list.ageDays,
        canariesFound: list.canariesFound, canariesExpected: list.canariesExpected,
        isRequired: isRequired, faults: list.faults, digest: list.digest)
    }
    let told = Set(answers.flatMap(\.faults))
    for fault in faults where !told.contains(fault.message) {
      notSearched.append("former listings (\(fault.message))")
    }
    if corpus.ownership == nil { notSearched.append("ownership (the corpus holds none)") }
    return Coverage(lists: lists, notSearched: notSearched, suppressed: [])
  }
}
