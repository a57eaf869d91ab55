/// Phones, e-mails and sites that an entry carries among its identifiers and remarks.
///
/// OFAC prints `Phone Number 98211234567; Email Address info@example.ir; Website www.example.ir`
/// in its remarks; other lists have identifiers of such kinds.
struct EntryContacts {
  private(set) var phones: [String] = []
  private(set) var emails: [String] = []
  private(set) var sites: [String] = []

  var isEmpty: Bool { phones.isEmpty && emails.isEmpty && sites.isEmpty }

  private static let labels: [(text: String, kind: Int)] = [
    ("telephone", 0), ("phone", 0), ("tel.", 0), ("tel:", 0), ("tel ", 0), ("mobile", 0),
    ("fax", 0), ("website", 2), ("web site", 2), ("url", 2),
  ]

  init(_ entry: ListEntry) {
    for identifier in entry.identifiers { read(identifier[...]) }
    for part in (entry.remarks ?? "").split(separator: ";") { read(part) }
  }

  private mutating func read(_ text: Substring) {
    let lowered = text.lowercased()
    if lowered.utf8.contains(UInt8(ascii: "@")) {
      emails += lowered.split { " ,:()<>".contains($0) }.map(String.init)
        .filter { $0.utf8.contains(UInt8(ascii: "@")) }
      return
    }
    for label in Self.labels {
      guard let range = lowered.firstRange(of: label.text) else { continue }
      // A label in the middle of a word (`hotel `) labels nothing.
      if let before = lowered[..<range.lowerBound].last, before.isLetter { continue }
      let value = String(lowered[range.upperBound...])
      if label.kind == 0 {
        guard value.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return }
        phones.append(Self.dialled(value))
      } else if let site = value.split(separator: " ").first(where: { $0.contains(".") }) {
        sites.append(String(site))
      }
      return
    }
  }

  /// The text from the first digit or plus sign on.
  private static func dialled(_ text: String) -> String {
    String(text.drop { !$0.isNumber && $0 != "+" && $0 != "(" })
  }
}
