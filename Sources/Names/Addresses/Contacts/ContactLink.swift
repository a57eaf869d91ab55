/// Something by which two that have other names are reached at one place.
public struct ContactLink: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case address, building, phone, email, domain, person
  }

  public let kind: Kind
  /// False where a fact that would settle it is missing.
  public let isCertain: Bool
  /// In words: what agrees, with both writings.
  public let reasons: [String]
  /// The two texts that agree.
  public let first: String
  public let second: String

  public init(
    kind: Kind, isCertain: Bool, reasons: [String], first: String, second: String
  ) {
    self.kind = kind
    self.isCertain = isCertain
    self.reasons = reasons
    self.first = first
    self.second = second
  }
}

extension NameKnowledge {
  /// What two share, the firmest kinds first; at most one link of each kind.
  public func links(between left: ContactProfile, and right: ContactProfile) -> [ContactLink] {
    var links: [ContactLink] = []
    if let link = addressLink(left, right) { links.append(link) }
    if let link = phoneLink(left, right) { links.append(link) }
    if let link = mailLink(left, right) {
      links.append(link)
    } else if let domain = left.domains.first(where: { right.domains.contains($0) }) {
      links.append(
        ContactLink(
          kind: .domain, isCertain: true, reasons: ["domain agrees: \(domain)"], first: domain,
          second: domain))
    }
    return links
  }

  private func addressLink(_ left: ContactProfile, _ right: ContactProfile) -> ContactLink? {
    var best: (comparison: AddressComparison, first: String, second: String)?
    for first in left.addresses {
      for second in right.addresses {
        let comparison = compare(first, second)
        if comparison.verdict > best?.comparison.verdict ?? .sameStreet {
          best = (comparison, first.original, second.original)
        } else if best == nil, comparison.verdict == .possible {
          best = (comparison, first.original, second.original)
        }
      }
    }
    guard let best else { return nil }
    // Another room of one building is nothing that links.
    if best.comparison.isAnotherUnit { return nil }
    let isSame = best.comparison.verdict == .same
    return ContactLink(
      kind: best.comparison.verdict == .sameBuilding ? .building : .address, isCertain: isSame,
      reasons: best.comparison.reasons, first: best.first, second: best.second)
  }

  private func phoneLink(_ left: ContactProfile, _ right: ContactProfile) -> ContactLink? {
    var possible: ContactLink?
    for first in left.phones {
      for second in right.phones {
        let relation = first.relation(to: second)
        guard relation != .different else { continue }
        let link = ContactLink(
          kind: .phone, isCertain: relation == .same,
          reasons: [
            relation == .same
              ? "phone agrees: \(first.international ?? first.text)"
              : "phone may agree, the country of one is not known: \(first.text) / \(second.text)"
          ], first: first.text, second: second.text)
        if relation == .same { return link }
        possible = possible ?? link
      }
    }
    return possible
  }

  private func mailLink(_ left: ContactProfile, _ right: ContactProfile) -> ContactLink? {
    let theirs = Set(right.emails.compactMap(\.mailbox))
    guard let mailbox = left.emails.compactMap(\.mailbox).first(where: { theirs.contains($0) })
    else { return nil }
    return ContactLink(
      kind: .email, isCertain: true, reasons: ["e-mail agrees: \(mailbox)"], first: mailbox,
      second: mailbox)
  }
}
