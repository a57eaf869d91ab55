/// How and where somebody is reached, read once and compared often.
public struct ContactProfile: Sendable {
  public let addresses: [ParsedAddress]
  public let phones: [PhoneNumber]
  public let emails: [ElectronicAddress]
  public let sites: [ElectronicAddress]

  /// Domains of mail and sites that say whose they are, each once, in the order given.
  public var domains: [String] {
    var seen: Set<String> = []
    return (emails + sites).filter { !$0.isShared && seen.insert($0.domain).inserted }
      .map(\.domain)
  }

  public var isEmpty: Bool {
    addresses.isEmpty && phones.isEmpty && emails.isEmpty && sites.isEmpty
  }
}

extension NameKnowledge {
  /// Reads what was given of somebody in `country`; what cannot be read is left out.
  public func contacts(
    addresses: [String] = [], phones: [String] = [], emails: [String] = [], sites: [String] = [],
    country: String? = nil
  ) -> ContactProfile {
    ContactProfile(
      addresses: addresses.map { address($0, country: country) },
      phones: phones.flatMap { text in
        text.split { ";,、；，\n".contains($0) }.compactMap { phone(String($0), country: country) }
      },
      emails: emails.flatMap { text in
        text.split { ";,、；， \n".contains($0) }.compactMap { email(String($0)) }
      }, sites: sites.compactMap { site($0) })
  }
}
