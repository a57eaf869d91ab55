/// Phones, e-mails and sites that an entry carries among its identifiers and remarks.
///
/// OFAC prints `Phone Number 98211234567; Email Address info@example.ir; Website www.example.ir`
/// in its remarks; other lists have identifiers of such kinds.
struct EntryContacts {
  private(set) var phones: [String] = []
  private(set) var emails: [String] = []
  private(set) var sites: [String] = []

  var isEmpty: Bool { phones.isEmpty && emails.isEmpty && sites.isEmpty }

  private enum Kind { case phone, site }

  private struct Label {
    let text: [UInt8]
    let kind: Kind

    init(_ text: String, _ kind: Kind) {
      self.text = Array(text.utf8)
      self.kind = kind
    }
  }

  /// The longer ones first where one begins with another.
  private static let labels: [Label] =
    ["telephone", "phone", "tel.", "tel:", "tel ", "mobile", "fax"].map { Label($0, .phone) }
    + ["website", "web site", "url"].map { Label($0, .site) }

  init(_ entry: ListEntry) {
    for identifier in entry.identifiers { read(identifier[...]) }
    for part in (entry.remarks ?? "").split(separator: ";") { read(part) }
  }

  private mutating func read(_ text: Substring) {
    let bytes = text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    if bytes.contains(UInt8(ascii: "@")) {
      emails += words(bytes[...]).filter { $0.utf8.contains(UInt8(ascii: "@")) }
    }
    let found = labels(in: bytes)
    for (place, label) in found.enumerated() {
      // What stands behind a label belongs to it up to the next one.
      let end = place + 1 < found.count ? found[place + 1].start : bytes.count
      let value = bytes[label.end..<end]
      switch label.kind {
      case .phone:
        guard value.contains(where: { 0x30...0x39 ~= $0 }) else { continue }
        phones.append(dialled(value))
      case .site:
        sites += words(value).filter { $0.contains(".") && !$0.contains("@") }
      }
    }
  }

  private func labels(in bytes: [UInt8]) -> [(start: Int, end: Int, kind: Kind)] {
    var found: [(start: Int, end: Int, kind: Kind)] = []
    var index = 0
    while index < bytes.count {
      // A label in the middle of a word (`hotel `) labels nothing.
      let isStart = index == 0 || bytes[index - 1] < 0x80 && !(0x61...0x7A ~= bytes[index - 1])
      guard isStart, "tpmfwu".utf8.contains(bytes[index]),
        let label = Self.labels.first(where: { bytes[index...].starts(with: $0.text) })
      else {
        index += 1
        continue
      }
      found.append((index, index + label.text.count, label.kind))
      index += label.text.count
    }
    return found
  }

  private func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { " ,:()<>".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text from the first digit or plus sign on, up to a word with an `@`.
  private func dialled(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { !(0x30...0x39 ~= $0) && $0 != 0x2B && $0 != 0x28 }
    guard let at = start.firstIndex(of: UInt8(ascii: "@")) else {
      return String(decoding: start, as: UTF8.self)
    }
    let word = start[..<at].lastIndex { " ,:()<>".utf8.contains($0) } ?? start.startIndex
    return String(decoding: start[..<word], as: UTF8.self)
  }
}
