import Formats
import Law
import Policy
import WatchLists

extension ScheduledChange {
  /// Rules and legal bases that begin or end within 90 days, and listings that begin.
  static func changes(
    asOf: CivilDate, _ policies: PolicySet, _ law: LegalRegistry, _ snapshot: WatchListSnapshot
  ) -> [ScheduledChange] {
    let horizon = asOf.adding(days: 90)
    func isSoon(_ date: CivilDate) -> Bool { asOf < date && date <= horizon }
    var changes: [ScheduledChange] = []
    func add(
      _ subject: String, from: CivilDate?, _ begins: String, until: CivilDate? = nil,
      _ ends: String = ""
    ) {
      if let from, isSoon(from) {
        changes.append(ScheduledChange(date: from.description, subject: subject, text: begins))
      }
      if let until, isSoon(until.adding(days: 1)) {
        changes.append(ScheduledChange(date: until.description, subject: subject, text: ends))
      }
    }
    for rule in policies.rules {
      for interval in rule.intervals {
        let condition = interval.confirmation.map { "; an operator must confirm \($0)" } ?? ""
        add(
          rule.name, from: interval.from, "The rule \"\(rule.title)\" begins\(condition).",
          until: interval.until, "The rule \"\(rule.title)\" ends after this day.")
      }
    }
    for basis in law.bases {
      for interval in basis.intervals {
        let condition = interval.needsConfirmation ? ", to be confirmed" : ""
        add(
          basis.id, from: interval.from, "\(basis.citation) begins\(condition).",
          until: interval.until,
          "\(basis.citation) ends after this day as far as the registry knows.")
      }
    }
    for entry in snapshot.upcoming {
      add(entry.name, from: entry.listedFrom, "A listing on the \(entry.list.name) begins.")
    }
    return changes.sorted { ($0.date, $0.subject, $0.text) < ($1.date, $1.subject, $1.text) }
  }
}
