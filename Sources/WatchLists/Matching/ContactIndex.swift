import Names

/// Finds the entries of a snapshot by where and how they are reached.
///
/// Addresses are filed under street, number and building, so that a search touches only those
/// that may be the same, whatever the size of the lists.
struct ContactIndex: Sendable {
  /// One address with the entries that have it, ascending.
  struct Slot: Sendable {
    let address: ParsedAddress
    var entries: [Int]
  }

  /// An address of lists that is or may be the one asked for.
  struct Match: Sendable {
    let address: ParsedAddress
    let entries: [Int]
    let comparison: AddressComparison
  }

  private(set) var slots: [Slot] = []
  /// Ascending, beside `postings`.
  private var keys: [UInt64] = []
  private var postings: [Int32] = []
  /// By their last digits, as many as all numbers have.
  private var phones: [String: [(entry: Int, phone: PhoneNumber)]] = [:]
  private var mailboxes: [String: [Int]] = [:]
  private var domains: [String: [Int]] = [:]
  private let knowledge: NameKnowledge

  /// More addresses than these are not compared for one query; the rarest keys come first.
  private static let candidates = 400

  init(_ entries: [ListEntry], knowledge: NameKnowledge) {
    self.knowledge = knowledge
    var known: [String: Int] = [:]
    var filed: [(key: UInt64, slot: Int32)] = []
    for (position, entry) in entries.enumerated() {
      let country = entry.countries.count == 1 ? entry.countries[0] : nil
      for text in entry.addresses {
        let name = (country ?? "") + "|" + text
        if let slot = known[name] {
          if slots[slot].entries.last != position { slots[slot].entries.append(position) }
          continue
        }
        let address = knowledge.address(text, country: country)
        known[name] = slots.count
        for key in AddressKeys.keys(of: address) { filed.append((key, Int32(slots.count))) }
        slots.append(Slot(address: address, entries: [position]))
      }
      file(EntryContacts(entry), of: position, country: country)
    }
    filed.sort { $0.key == $1.key ? $0.slot < $1.slot : $0.key < $1.key }
    keys = filed.map(\.key)
    postings = filed.map(\.slot)
  }

  private mutating func file(_ contacts: EntryContacts, of entry: Int, country: String?) {
    guard !contacts.isEmpty else { return }
    let profile = knowledge.contacts(
      phones: contacts.phones, emails: contacts.emails, sites: contacts.sites, country: country)
    for phone in profile.phones {
      phones[Self.ending(phone), default: []].append((entry, phone))
    }
    for mail in profile.emails {
      if let mailbox = mail.mailbox { mailboxes[mailbox, default: []].append(entry) }
    }
    for domain in profile.domains { domains[domain, default: []].append(entry) }
  }

  private static func ending(_ phone: PhoneNumber) -> String { String(phone.digits.suffix(6)) }

  /// Addresses that are or may be this one, best first.
  func matches(for address: ParsedAddress) -> [Match] {
    var ranges = AddressKeys.keys(of: address).map(range).filter { !$0.isEmpty }
    ranges.sort { $0.count == $1.count ? $0.lowerBound < $1.lowerBound : $0.count < $1.count }
    var seen: Set<Int32> = []
    var found: [(slot: Int32, comparison: AddressComparison)] = []
    for range in ranges {
      for slot in postings[range] where seen.count < Self.candidates && seen.insert(slot).inserted {
        let comparison = knowledge.compare(address, slots[Int(slot)].address)
        if comparison.verdict >= .possible { found.append((slot, comparison)) }
      }
    }
    found.sort { left, right in
      let verdicts = (left.comparison.verdict, right.comparison.verdict)
      return verdicts.0 == verdicts.1 ? left.slot < right.slot : verdicts.0 > verdicts.1
    }
    return found.map { found in
      let slot = slots[Int(found.slot)]
      return Match(address: slot.address, entries: slot.entries, comparison: found.comparison)
    }
  }

  /// The postings under a key, by two halvings.
  private func range(of key: UInt64) -> Range<Int> {
    func first(where isPast: (UInt64) -> Bool) -> Int {
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if isPast(keys[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first { $0 >= key }
    return start..<first { $0 > key }
  }

  /// Entries with the same number, and those that may have it.
  func entries(with phone: PhoneNumber) -> (certain: [Int], possible: [Int]) {
    var (certain, possible) = ([Int](), [Int]())
    for (entry, theirs) in phones[Self.ending(phone)] ?? [] {
      switch theirs.relation(to: phone) {
      case .same: certain.append(entry)
      case .possible: possible.append(entry)
      case .different: break
      }
    }
    return (certain, possible.filter { !certain.contains($0) })
  }

  func entries(withMailbox mailbox: String) -> [Int] { mailboxes[mailbox] ?? [] }
  func entries(withDomain domain: String) -> [Int] { domains[domain] ?? [] }
}
