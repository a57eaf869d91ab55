/// How and where somebody is reached, read once and compared often.
public struct ContactProfile: Sendable {
  public let addresses: [ParsedAddress]
  public let phones: [PhoneNumber]
  public let emails: [ElectronicAddress]
  public let sites: [ElectronicAddress]
  /// Phones and e-mails as given that could not be read, so that nothing was compared with them.
  public let unread: [String]

  /// Domains of mail and sites that say whose they are, each once, in the order given.
  public var domains: [String] {
    var seen: Set<String> = []
    return (emails + sites).filter { !$0.isShared && seen.insert($0.domain).inserted }
      .map(\.domain)
  }

  public var isEmpty: Bool {
    addresses.isEmpty && phones.isEmpty && emails.isEmpty && sites.isEmpty && unread.isEmpty
  }
}

extension NameKnowledge {
  /// Reads what was given of somebody in `country`; texts that hold neither a number nor an
  /// address are told in `unread`.
  public func contacts(
    addresses: [String] = [], phones: [String] = [], emails: [String] = [], sites: [String] = [],
    country: String? = nil
  ) -> ContactProfile {
    var unread: [String] = []
    func read<Value>(
      _ texts: [String], partedBy marks: String, _ values: (String) -> [Value]
    ) -> [Value] {
      texts.flatMap { text in
        text.split { marks.contains($0) }.map(String.init).flatMap { part in
          let found = values(part)
          let isBlank = !part.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
          }
          if found.isEmpty, !isBlank { unread.append(part) }
          return found
        }
      }
    }
    let numbers = read(phones, partedBy: ";,、；，\n") { self.phones(in: $0, country: country) }
    let mails = read(emails, partedBy: ";,、；， \n") { [email($0)].compactMap(\.self) }
    return ContactProfile(
      addresses: addresses.map { address($0, country: country) }, phones: numbers, emails: mails,
      sites: sites.compactMap { site($0) }, unread: unread)
  }
}
