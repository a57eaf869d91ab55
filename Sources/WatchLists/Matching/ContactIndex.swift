import Formats
import Names

/// Finds the entries of a snapshot by where and how they are reached.
struct ContactIndex: Sendable {
  let addresses: ListedAddresses
  /// By their last digits, as many as all numbers have.
  private var phones: [String: [(entry: Int, phone: PhoneNumber)]] = [:]
  private var mailboxes: [String: [Int]] = [:]
  private var domains: [String: [Int]] = [:]
  /// What addresses of parties came to: customers come back, and each is asked about twice.
  private let searches = Remembered<AddressSearch>(most: 1024)

  private struct AddressSearch: Sendable {
    let address: ParsedAddress
    let matches: [ListedAddresses.Match]
  }

  init(_ entries: [ListEntry], knowledge: NameKnowledge) {
    addresses = ListedAddresses(entries, knowledge: knowledge)
    for (position, entry) in entries.enumerated() {
      let contacts = EntryContacts(entry)
      guard !contacts.isEmpty else { continue }
      file(
        knowledge.contacts(
          phones: contacts.phones, emails: contacts.emails, sites: contacts.sites,
          country: entry.countries.count == 1 ? entry.countries[0] : nil), of: position)
    }
  }

  private mutating func file(_ profile: ContactProfile, of entry: Int) {
    for phone in profile.phones { phones[Self.ending(phone), default: []].append((entry, phone)) }
    for mail in profile.emails {
      if let mailbox = mail.mailbox { mailboxes[mailbox, default: []].append(entry) }
    }
    for domain in profile.domains { domains[domain, default: []].append(entry) }
  }

  private static func ending(_ phone: PhoneNumber) -> String { String(phone.digits.suffix(6)) }

  /// Addresses that are or may be this one, best first.
  func matches(for address: ParsedAddress) -> [ListedAddresses.Match] {
    var key = WrittenKey()
    key.add(address.original)
    key.add(address.country ?? "")
    let search = searches.value(of: key) {
      AddressSearch(address: address, matches: addresses.matches(for: address))
    }
    // One text may be read in two ways, by the country in which it is read.
    return search.address == address ? search.matches : addresses.matches(for: address)
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
