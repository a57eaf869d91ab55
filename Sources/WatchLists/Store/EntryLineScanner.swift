import Formats

/// Reads stored entries in one pass, without a tree: a version has 26,000 of them.
///
/// It knows only what `ListEntry.line` writes: a flat object of texts and arrays of texts. A line
/// with an escape goes through `JSONReader`, as the rare case; anything else is damage.
struct EntryLineScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var sawEscape = false

  /// All entries, or nil where one line is not as it was written.
  static func entries(in bytes: [UInt8]) -> [ListEntry]? {
    guard firstInvalidUTF8(in: bytes) == nil else { return nil }
    var scanner = EntryLineScanner(bytes: bytes)
    var entries: [ListEntry] = []
    entries.reserveCapacity(bytes.count / 320)
    while scanner.at < bytes.count {
      guard let entry = scanner.readLine() else { return nil }
      entries.append(entry)
    }
    return entries
  }

  /// The line, as `ListEntry.line` wrote it, read by the general reader.
  static func entry(ofLine line: [UInt8]) -> ListEntry? {
    guard let record = try? JSONReader.read(line), var fields = RecordFields(record) else {
      return nil
    }
    let entry = EntryLine.entry(&fields)
    return fields.problems.isEmpty ? entry : nil
  }

  /// One line as `ListEntry.line` wrote it, without its line feed; nil for anything else.
  static func entry(ofStoredLine line: [UInt8]) -> ListEntry? {
    var scanner = EntryLineScanner(bytes: line)
    if let entry = scanner.readObject(), !scanner.sawEscape {
      return scanner.at == line.count ? entry : nil
    }
    return scanner.sawEscape ? entry(ofLine: line) : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readLine() -> ListEntry? {
    let start = at
    sawEscape = false
    if let entry = readObject(), !sawEscape, take(UInt8(ascii: "\n")) { return entry }
    guard sawEscape,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    at = end + 1
    return EntryLineScanner.entry(ofLine: Array(bytes[start..<end]))
  }

  private mutating func readObject() -> ListEntry? {
    guard take(UInt8(ascii: "{")) else { return nil }
    var entry = ListEntry(id: "", list: .company, name: "")
    repeat {
      guard let key = readText(), take(UInt8(ascii: ":")), read(key, into: &entry) else {
        return nil
      }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? entry : nil
  }

  private mutating func read(_ key: String, into entry: inout ListEntry) -> Bool {
    guard at < bytes.count else { return false }
    if bytes[at] == UInt8(ascii: "[") {
      guard let texts = readTexts() else { return false }
      switch key {
      case "aliases": entry.aliases = texts
      case "countries": entry.countries = texts
      case "addresses": entry.addresses = texts
      case "programmes": entry.programmes = texts
      case "federalRegister": entry.federalRegister = texts
      case "births": entry.births = texts
      case "identifiers": entry.identifiers = texts
      default: return false
      }
      return true
    }
    guard let text = readText() else { return false }
    switch key {
    case "id": entry.id = text
    case "name": entry.name = text
    case "list": return set(\.list, ListCode(text), in: &entry)
    case "schema": return set(\.schema, EntrySchema(rawValue: text), in: &entry)
    case "effect": return set(\.effect, ListEffect(rawValue: text), in: &entry)
    case "licenceRequirement": entry.licenceRequirement = text
    case "licencePolicy": entry.licencePolicy = text
    case "listedFrom": return set(\.listedFrom, CivilDate(text).map { $0 }, in: &entry)
    case "removedOn": return set(\.removedOn, CivilDate(text).map { $0 }, in: &entry)
    case "number": entry.number = text
    case "source": entry.source = text
    case "remarks": entry.remarks = text
    default: return false
    }
    return true
  }

  private func set<Value>(
    _ path: WritableKeyPath<ListEntry, Value>, _ value: Value?, in entry: inout ListEntry
  ) -> Bool {
    guard let value else { return false }
    entry[keyPath: path] = value
    return true
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func readText() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        sawEscape = true
        return nil
      }
      at += 1
    }
    guard at < bytes.count else { return nil }
    at += 1
    return String(decoding: bytes[start..<at - 1], as: UTF8.self)
  }

  private mutating func readTexts() -> [String]? {
    guard take(UInt8(ascii: "[")) else { return nil }
    var texts: [String] = []
    repeat {
      guard let text = readText() else { return nil }
      texts.append(text)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? texts : nil
  }
}
