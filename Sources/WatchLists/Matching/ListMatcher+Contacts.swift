import Names

extension ListMatcher {
  /// What listed entries of other names share with a party: addresses, phones, e-mails, domains.
  ///
  /// `matched` are entries that the party itself may be; they are left out.
  func findings(for contacts: ContactProfile, matched: Set<Int>) -> [ContactFinding] {
    var findings = addressFindings(for: contacts.addresses, matched: matched)
    for phone in contacts.phones {
      let found = contactIndex.entries(with: phone)
      add(
        .phone, found.isCertain, found.entries, matched,
        found.isCertain
          ? "phone agrees: \(phone.international ?? phone.text)"
          : "phone may agree, the country of one is not known: \(phone.text)", phone.text,
        to: &findings)
    }
    for mail in contacts.emails {
      guard let mailbox = mail.mailbox else { continue }
      add(
        .email, true, contactIndex.entries(withMailbox: mailbox), matched,
        "e-mail agrees: \(mailbox)", mailbox, to: &findings)
    }
    for domain in contacts.domains {
      add(
        .domain, true, contactIndex.entries(withDomain: domain), matched,
        "domain agrees: \(domain)", domain, to: &findings)
    }
    return findings
  }

  /// Entries that are bare addresses, which are parties themselves (EAR section 744.16(f)).
  ///
  /// Another unit of the building is another address; where one side states no unit, a person
  /// has to look.
  func addressMatches(for addresses: [ParsedAddress]) -> [ListMatch] {
    var best: [Int: ListMatch] = [:]
    for address in addresses {
      for (slot, comparison) in contactIndex.matches(for: address)
      where !comparison.isAnotherUnit && comparison.verdict != .sameStreet {
        for entry in slot.entries where snapshot.entries[entry].schema == .address {
          let certainty: ListMatch.Certainty = comparison.verdict == .same ? .certain : .possible
          if let present = best[entry], present.certainty == .certain || certainty == .possible {
            continue
          }
          let reason =
            certainty == .certain
            ? "the address is listed as a party"
            : "the address may be one that is listed as a party"
          best[entry] = match(
            entry, certainty, reasons: [reason] + comparison.reasons, address.original,
            slot.address.original)
        }
      }
    }
    return best.sorted { $0.key < $1.key }.map(\.value)
  }

  private func addressFindings(
    for addresses: [ParsedAddress], matched: Set<Int>
  ) -> [ContactFinding] {
    var groups: [ContactLink.Kind: [Int]] = [:]
    var heads: [ContactLink.Kind: (AddressComparison, String, String)] = [:]
    for address in addresses {
      for (slot, comparison) in contactIndex.matches(for: address)
      where comparison.verdict != .sameStreet {
        let kind: ContactLink.Kind = comparison.verdict == .same ? .address : .building
        let entries = slot.entries.filter { entry in
          // A listed address of another unit is told; another unit of a listed body is nothing.
          let isAddress = snapshot.entries[entry].schema == .address
          return !matched.contains(entry) && isAddress == comparison.isAnotherUnit
        }
        guard !entries.isEmpty else { continue }
        groups[kind, default: []] += entries
        if heads[kind] == nil {
          heads[kind] = (comparison, address.original, slot.address.original)
        }
      }
    }
    return [ContactLink.Kind.address, .building].compactMap { kind in
      guard let head = heads[kind], let entries = groups[kind] else { return nil }
      let words =
        head.0.isAnotherUnit
        ? "another unit of a building in which an address is listed"
        : kind == .address
          ? "address agrees with that of a listed entity"
          : "address may agree with that of a listed entity"
      return finding(
        kind, kind == .address, entries, [words] + head.0.reasons, head.1, head.2,
        isAnotherUnit: head.0.isAnotherUnit)
    }
  }

  private func add(
    _ kind: ContactLink.Kind, _ isCertain: Bool, _ entries: [Int], _ matched: Set<Int>,
    _ reason: String, _ text: String, to findings: inout [ContactFinding]
  ) {
    let others = entries.filter { !matched.contains($0) }
    guard !others.isEmpty else { return }
    findings += finding(kind, isCertain, others, [reason], text, text).map { [$0] } ?? []
  }

  private func finding(
    _ kind: ContactLink.Kind, _ isCertain: Bool, _ entries: [Int], _ reasons: [String],
    _ query: String, _ listed: String, isAnotherUnit: Bool = false
  ) -> ContactFinding? {
    func isInForce(_ entry: Int) -> Bool { snapshot.standings[entry] == .listed }
    let unique = Set(entries).sorted { left, right in
      isInForce(left) == isInForce(right) ? left < right : isInForce(left)
    }
    guard let first = unique.first else { return nil }
    let names = Set(unique.map { snapshot.entries[$0].name }).count
    var told = reasons
    if unique.count > 1 {
      told.append(
        "\(unique.count) entries (\(names) \(names == 1 ? "name" : "names")) share it"
          + (unique.count >= ContactFinding.agents ? "; it may be that of an agent" : ""))
    }
    return ContactFinding(
      kind: kind, isCertain: isCertain, entries: unique, entry: snapshot.entries[first],
      isInForce: isInForce(first), isAnotherUnit: isAnotherUnit, reasons: told, queryText: query,
      entryText: listed)
  }
}
