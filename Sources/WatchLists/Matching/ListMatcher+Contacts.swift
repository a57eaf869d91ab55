import Names

extension ListMatcher {
  /// What listed entries of other names share with a party: addresses, phones, e-mails, domains.
  ///
  /// `matched` are entries that the party itself may be; they are left out. What a suppression
  /// hides is noted in `sieve`.
  func findings(
    for contacts: ContactProfile, matched: Set<Int>, _ sieve: inout SuppressionSieve
  ) -> [ContactFinding] {
    var order: [ContactHit.Group] = []
    var groups: [ContactHit.Group: [ContactHit]] = [:]
    for hit in hits(for: contacts) where !matched.contains(hit.entry) {
      guard passes(hit, &sieve) else { continue }
      if groups[hit.group] == nil { order.append(hit.group) }
      groups[hit.group, default: []].append(hit)
    }
    return order.compactMap { groups[$0].flatMap(finding) }
  }

  private func passes(_ hit: ContactHit, _ sieve: inout SuppressionSieve) -> Bool {
    sieve.passes(
      match(
        hit.entry, hit.isCertain ? .certain : .possible, reasons: hit.reasons, hit.queryText,
        hit.entryText), on: hit.rung)
  }

  /// Entries that are bare addresses, which are parties themselves (EAR section 744.16(f)).
  ///
  /// Another unit of the building is another address; where one side states no unit, a person
  /// has to look.
  func addressMatches(for addresses: [ParsedAddress]) -> [ListMatch] {
    var best: [Int: ListMatch] = [:]
    for address in addresses {
      for found in contactIndex.matches(for: address)
      where !found.comparison.isAnotherUnit && found.comparison.verdict != .sameStreet {
        for entry in found.entries where snapshot.entries[entry].schema == .address {
          let certainty: ListMatch.Certainty =
            found.comparison.verdict == .same ? .certain : .possible
          if let present = best[entry], present.certainty == .certain || certainty == .possible {
            continue
          }
          let reason =
            certainty == .certain
            ? "the address is listed as a party"
            : "the address may be one that is listed as a party"
          best[entry] = match(
            entry, certainty, reasons: [reason] + found.comparison.reasons, address.original,
            found.address.original)
        }
      }
    }
    return best.sorted { $0.key < $1.key }.map(\.value)
  }

  /// One hit for each entry and kind, addresses first.
  private func hits(for contacts: ContactProfile) -> [ContactHit] {
    var hits = addressHits(for: contacts.addresses)
    func add(
      _ kind: ContactLink.Kind, _ isCertain: Bool, _ entries: [Int], _ reason: String,
      _ text: String
    ) {
      hits += Set(entries).sorted().map { entry in
        ContactHit(
          kind: kind, isCertain: isCertain, isAnotherUnit: false, entry: entry, reasons: [reason],
          queryText: text, entryText: text)
      }
    }
    for phone in contacts.phones {
      let found = contactIndex.entries(with: phone)
      add(
        .phone, true, found.certain, "phone agrees: \(phone.international ?? phone.text)",
        phone.text)
      add(
        .phone, false, found.possible,
        "phone may agree, the country or the extension of one is not known: \(phone.text)",
        phone.text)
    }
    for mail in contacts.emails {
      guard let mailbox = mail.mailbox else { continue }
      add(
        .email, true, contactIndex.entries(withMailbox: mailbox), "e-mail agrees: \(mailbox)",
        mailbox)
    }
    for domain in contacts.domains {
      add(
        .domain, true, contactIndex.entries(withDomain: domain), "domain agrees: \(domain)",
        domain)
    }
    return hits
  }

  /// The best agreement of each entry in each group: another unit beside a listed address never
  /// speaks for a body that may be in the same one.
  private func addressHits(for addresses: [ParsedAddress]) -> [ContactHit] {
    var order: [ContactHit] = []
    var seen: Set<Int> = []
    let found = addresses.flatMap { address in
      contactIndex.matches(for: address).map { (address, $0) }
    }.filter { $0.1.comparison.verdict != .sameStreet }
    // Certain agreements of any address before possible ones of another.
    for isSame in [true, false] {
      for (address, match) in found where (match.comparison.verdict == .same) == isSame {
        let isAnotherUnit = match.comparison.isAnotherUnit
        for entry in match.entries {
          // A listed address of another unit is told; another unit of a listed body is nothing.
          let isAddress = snapshot.entries[entry].schema == .address
          guard isAddress == isAnotherUnit, seen.insert(entry).inserted else { continue }
          let words =
            isAnotherUnit
            ? "another unit of a building in which an address is listed"
            : isSame
              ? "address agrees with that of a listed entity"
              : "address may agree with that of a listed entity"
          order.append(
            ContactHit(
              kind: isSame ? .address : .building, isCertain: isSame,
              isAnotherUnit: isAnotherUnit, entry: entry,
              reasons: [words] + match.comparison.reasons, queryText: address.original,
              entryText: match.address.original))
        }
      }
    }
    return order
  }

  /// Those in force first, then in the order of the snapshot; the first one's texts are told.
  private func finding(_ hits: [ContactHit]) -> ContactFinding? {
    func isInForce(_ entry: Int) -> Bool { snapshot.standings[entry] == .listed }
    let sorted = hits.sorted { left, right in
      let first = isInForce(left.entry)
      return first == isInForce(right.entry) ? left.entry < right.entry : first
    }
    var entries: [Int] = []
    for hit in sorted where entries.last != hit.entry { entries.append(hit.entry) }
    guard let first = sorted.first else { return nil }
    let names = Set(entries.map { snapshot.entries[$0].name }).count
    var told = first.reasons
    if entries.count > 1 {
      told.append(
        "\(entries.count) entries (\(names) \(names == 1 ? "name" : "names")) share it"
          + (entries.count >= ContactFinding.agents ? "; it may be that of an agent" : ""))
    }
    return ContactFinding(
      kind: first.kind, isCertain: first.isCertain, entries: entries,
      entry: snapshot.entries[first.entry], isInForce: isInForce(first.entry),
      isAnotherUnit: first.isAnotherUnit, reasons: told, queryText: first.queryText,
      entryText: first.entryText)
  }
}
