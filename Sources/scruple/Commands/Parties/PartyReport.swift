import Formats
import Memos
import Screening
import WatchLists

/// The answer about one party for a terminal.
struct PartyReport {
  private let screening: PartyScreening

  init(_ screening: PartyScreening) { self.screening = screening }

  /// Everything: the finding, the matches, suppressions and the coverage.
  var text: String { banner + brief + "\n" + coverage }

  var banner: String {
    screening.demonstration.map { "DEMONSTRATION, not for use. \(visible($0))\n" }.orEmpty
  }

  /// Without the coverage, which is the same for all parties of a file.
  var brief: String {
    let party = screening.party
    var text =
      heading + party.id.map { " · \(visible($0))" }.orEmpty
      + " · \(visible(party.label)) · as of \(screening.asOf)"
      + screening.line.map { " · line \($0)" }.orEmpty + "\n"
    text += screening.sentence + "\n"
    text += list("Listed now", screening.inForce)
    text += list("Listed formerly (context, no present bar)", screening.past)
    text += owners
    text += contacts
    if screening.search.isTruncated { text += "There may be more matches than these.\n" }
    text += suppressions
    return text
  }

  private var heading: String {
    switch screening.result {
    case .listed: "LISTED"
    case .ownedByListed: "OWNED OR CONTROLLED BY LISTED PARTIES"
    case .possiblyListed: "POSSIBLY LISTED"
    case .ownersOpen: "OWNERS TO BE KNOWN"
    case .reachedAtListed: "LISTED BODY AT THE ADDRESS"
    case .notFound: "NOT FOUND"
    case .notSearched: "DATA INSUFFICIENT"
    }
  }

  private func list(_ title: String, _ matches: [ListMatch]) -> String {
    guard !matches.isEmpty else { return "" }
    var text = title + "\n"
    for match in matches {
      let entry = match.entry
      text += "  \(visible(entry.name)) · \(entry.list.name) · entry \(visible(entry.id))\n"
      var facts = [match.certainty.words, entry.effect.words]
      if !entry.countries.isEmpty { facts.append(entry.countries.joined(separator: ", ")) }
      if let day = entry.listedFrom { facts.append("listed from \(day)") }
      if let day = entry.removedOn { facts.append("no longer listed on \(day)") }
      text += "    \(facts.joined(separator: " · "))\n"
      text += "    `\(visible(match.queryName))` against `\(visible(match.entryName))`\n"
      for reason in match.reasons { text += "    - \(visible(reason))\n" }
    }
    return text
  }

  /// That there are no records stands in the coverage.
  private var owners: String {
    let ownership = screening.ownership
    guard ownership.answer != .notSearched else { return "" }
    return "Owners: \(visible(ownership.sentence))\n"
      + ownership.chains.map { "    - \(visible($0))\n" }.joined()
  }

  private var contacts: String {
    guard !screening.search.findings.isEmpty else { return "" }
    var text = "Listed bodies of other names that are reached where it is\n"
    for finding in screening.search.findings {
      let entry = finding.entry
      let standing = finding.isInForce ? "" : " · formerly listed"
      text +=
        "  \(visible(entry.name)) · \(entry.list.name) · entry \(visible(entry.id))\(standing)\n"
        + "    `\(visible(finding.queryText))` against `\(visible(finding.entryText))`\n"
      for reason in finding.reasons { text += "    - \(visible(reason))\n" }
    }
    return text
  }

  private var suppressions: String {
    var text = ""
    for hidden in screening.search.suppressed {
      let suppression = hidden.suppression
      text +=
        "Suppressed by \(visible(suppression.id)) until \(suppression.expires), approved by "
        + "\(visible(suppression.approvedBy)): \(visible(hidden.match.entry.name)) · "
        + "\(hidden.match.entry.list.name) · \(visible(suppression.reason))\n"
    }
    for lapsed in screening.search.lapsed {
      text +=
        "The suppression \(visible(lapsed.suppression.id)) for entry "
        + "\(visible(lapsed.match.entry.id)) \(visible(lapsed.lapse.message))\n"
    }
    return text
  }

  /// What was searched, of which day, and what did not answer.
  var coverage: String {
    let coverage = screening.coverage
    let answered = coverage.lists.count { $0.answered }
    var text =
      "Coverage: \(answered) of \(coverage.lists.count) lists answered; coverage of the required "
      + "lists is \(coverage.isComplete ? "complete" : "NOT complete")\n"
    for list in coverage.lists {
      let version = list.retrieved.map { "version of \($0)" } ?? "no version"
      let age = list.ageDays.map { ", \($0) \($0 == 1 ? "day" : "days") old" }.orEmpty
      text += "  \(list.name): \(version), \(list.entries) entries\(age)\n"
      for fault in list.faults {
        let need = list.isRequired ? "required" : "not required"
        text += "    did not answer (\(need)): \(visible(fault))\n"
      }
    }
    for item in coverage.notSearched { text += "  not searched: \(visible(item))\n" }
    return text
      + "A screening of parties releases nothing: goods, end use and destination are no part of "
      + "it.\n"
  }
}

extension String? {
  fileprivate var orEmpty: String { self ?? "" }
}
