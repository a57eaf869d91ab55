/// An e-mail address or a site of the web, in the form in which they are compared.
public struct ElectronicAddress: Sendable, Hashable {
  /// `info@example.com`, lower case; nil for a site.
  public let mailbox: String?
  /// The registered part: `example.com.cn` of `www.mail.example.com.cn`.
  public let domain: String
  /// Whether the domain is a mail provider's or a market place's, so that sharing it says nothing.
  public let isShared: Bool
}

extension NameKnowledge {
  /// Reads an e-mail address; nil for anything else.
  public func email(_ text: String) -> ElectronicAddress? {
    let bare = Self.bare(text)
    let parts = bare.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let host = Self.host(parts[1]) else { return nil }
    return ElectronicAddress(
      mailbox: "\(parts[0])@\(host)", domain: Self.registered(host),
      isShared: tables.contacts.isShared(host))
  }

  /// Reads the address of a site: with or without scheme, path and `www`.
  public func site(_ text: String) -> ElectronicAddress? {
    var bare = Self.bare(text)[...]
    for scheme in ["https://", "http://", "//"] where bare.hasPrefix(scheme) {
      bare = bare.dropFirst(scheme.count)
    }
    guard let host = Self.host(bare.prefix { !"/?#:".contains($0) }) else { return nil }
    return ElectronicAddress(
      mailbox: nil, domain: Self.registered(host), isShared: tables.contacts.isShared(host))
  }

  private static func bare(_ text: String) -> String {
    var bare = text.lowercased()[...]
    if let open = bare.lastIndex(of: "<"), let close = bare.lastIndex(of: ">"), open < close {
      bare = bare[bare.index(after: open)..<close]
    }
    while let first = bare.first, first.isWhitespace { bare.removeFirst() }
    while let last = bare.last, last.isWhitespace || last == "." || last == ";" || last == "," {
      bare.removeLast()
    }
    return String(bare.hasPrefix("mailto:") ? bare.dropFirst(7) : bare)
  }

  private static func host(_ text: Substring) -> String? {
    let host = text.hasSuffix(".") ? text.dropLast() : text
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, host.utf8.count <= 253,
      labels.allSatisfy({ label in
        !label.isEmpty
          && label.unicodeScalars.allSatisfy {
            $0 == "-" || $0.value > 0x7F
              || 0x61...0x7A ~= $0.value || 0x30...0x39 ~= $0.value
          }
      }),
      labels.last?.utf8.contains(where: { !(0x30...0x39 ~= $0) }) ?? false
    else { return nil }
    return String(host)
  }

  /// The name below `.com`, or below `.com.cn` and the like.
  private static func registered(_ host: String) -> String {
    let labels = host.split(separator: ".")
    let second: Set<Substring> = [
      "com", "co", "net", "org", "gov", "edu", "ac", "go", "or", "ne", "gob", "gouv", "mil",
    ]
    let isNational = labels.count > 2 && labels[labels.count - 1].utf8.count == 2
    let count = isNational && second.contains(labels[labels.count - 2]) ? 3 : 2
    return labels.suffix(count).joined(separator: ".")
  }
}
