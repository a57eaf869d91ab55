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
    for rule in policies.rules {
      for interval in rule.intervals {
        if let from = interval.from, isSoon(from) {
          let condition =
            interval.confirmation.map { "; an operator must confirm \($0)" } ?? ""
          changes.append(
            ScheduledChange(
              date: from.description, subject: rule.name,
              text: "The rule \"\(rule.title)\" begins\(condition)."))
        }
        if let until = interval.until, isSoon(until.adding(days: 1)) {
          changes.append(
            ScheduledChange(
              date: until.description, subject: rule.name,
              text: "The rule \"\(rule.title)\" ends after this day."))
        }
      }
    }
    for basis in law.bases {
      for interval in basis.intervals {
        if let from = interval.from, isSoon(from) {
          changes.append(
            ScheduledChange(
              date: from.description, subject: basis.id,
              text: "\(basis.citation) begins"
                + (interval.needsConfirmation ? ", to be confirmed." : ".")))
        }
        if let until = interval.until, isSoon(until.adding(days: 1)) {
          changes.append(
            ScheduledChange(
              date: until.description, subject: basis.id,
              text: "\(basis.citation) ends after this day as far as the registry knows."))
        }
      }
    }
    for entry in snapshot.upcoming {
      if let from = entry.listedFrom, isSoon(from) {
        changes.append(
          ScheduledChange(
            date: from.description, subject: entry.name,
            text: "A listing on the \(entry.list.name) begins."))
      }
    }
    return changes.sorted { ($0.date, $0.subject, $0.text) < ($1.date, $1.subject, $1.text) }
  }
}
