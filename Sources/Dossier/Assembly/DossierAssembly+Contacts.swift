import Facts
import Names
import WatchLists

/// What parties share with listed bodies of other names, and with each other.
extension DossierAssembly {
  private func findings(of party: Int) -> [ContactFinding] {
    contactFindings.filter { $0.party == party }.map(\.finding)
  }

  /// Whether the party is reached where a listed body of another name is.
  ///
  /// Unknown where a floor or room that one side leaves out would settle it, and where what the
  /// party states cannot be read.
  mutating func atListedAddress(_ party: Int) -> Fact {
    let found = findings(of: party).filter { $0.isInForce && !$0.isAnotherUnit }
    if let first = found.first(where: \.isCertain) ?? found.first {
      let evidence = [entryEvidence(first.entry)]
      let words = Self.words(first)
      return first.isCertain
        ? .boolean(true, .official, evidence: evidence, words: words)
        : .unknown("possible agreement: \(words)", evidence: evidence)
    }
    let contacts = parties[party].contacts
    if !contacts.unread.isEmpty {
      return .unknown("it cannot be read: \(contacts.unread.joined(separator: ", "))")
    }
    return .boolean(
      false, .computed,
      words: contacts.isEmpty
        ? "no address, phone or e-mail is stated" : "no listed body is reached there")
  }

  func listedAddressWords(_ party: Int) -> String {
    let found = findings(of: party)
    return found.isEmpty ? "nothing listed" : found.map(Self.words).joined(separator: "; ")
  }

  private static func words(_ finding: ContactFinding) -> String {
    let status = finding.isInForce ? "" : ", formerly listed"
    return "\(finding.entry.name) (\(finding.entry.list.name)\(status)): "
      + finding.reasons.joined(separator: ", ")
  }

  /// What the party shares with other parties of the order.
  func linkWords(_ party: Int) -> String {
    let id = parties[party].id
    let words = links.filter { $0.first == id || $0.second == id }.map { link in
      let other = link.first == id ? link.second : link.first
      let name = parties.first { $0.id == other }?.name ?? other
      return "\(name): \(link.link.reasons.joined(separator: ", "))"
    }
    return words.isEmpty ? "nothing" : words.joined(separator: "; ")
  }
}
