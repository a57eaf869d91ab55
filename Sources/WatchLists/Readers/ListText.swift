extension String {
  /// The parts between semicolons, without white space around them and without empty ones.
  var partsBetweenSemicolons: [String] {
    guard utf8.contains(UInt8(ascii: ";")) else {
      let text = trimmedOfSpace
      return text.isEmpty ? [] : [text]
    }
    return utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
      let text = String(decoding: part, as: UTF8.self).trimmedOfSpace
      return text.isEmpty ? nil : text
    }
  }

  /// Whether it is written in letters of the Latin script, as far as it has letters.
  var isLatin: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x0250 || (0x1E00..<0x1F00).contains(scalar.value)
        || (0x2000..<0x2070).contains(scalar.value)
    }
  }
}

extension [String] {
  /// Adds the text where it says something that is not there yet.
  ///
  /// Of more than anybody has all are added without a look, so that time stays in proportion; the
  /// entry is refused when it is collected.
  mutating func addOnce(_ text: String) {
    if !text.isEmpty, count > ListEntry.mostValues || !contains(text) { append(text) }
  }

  /// The texts that are not empty, joined.
  func joinedWhereFilled(by separator: String) -> String {
    filter { !$0.isEmpty }.joined(separator: separator)
  }
}

extension ListEntry {
  /// No party has more names, addresses, numbers or programmes than this.
  static let mostValues = 2000

  var hasTooManyValues: Bool {
    [aliases, addresses, identifiers, programmes, births, federalRegister].contains {
      $0.count > ListEntry.mostValues
    }
  }

  /// Adds what a publisher says, each remark once.
  mutating func addRemark(_ text: String, label: String? = nil) {
    guard !text.isEmpty else { return }
    let remark = label.map { "\($0): \(text)" } ?? text
    let length = remarks?.utf8.count ?? 0
    if length == 0 {
      remarks = remark
    } else if length > 1 << 16 || remarks?.contains(remark) == false {
      remarks?.append("; " + remark)
    }
  }

  /// Adds `kind: number` once.
  mutating func addIdentifier(_ number: String, kind: String) {
    guard !number.isEmpty else { return }
    identifiers.addOnce(kind.isEmpty ? number : "\(kind): \(number)")
  }
}

extension String {
  /// The parts between a separator, which must not be empty.
  func components(separatedBy separator: String) -> [String] {
    let bytes = Array(utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var at = 0
    while at + mark.count <= bytes.count {
      if bytes[at] == mark[0], bytes[at...].starts(with: mark) {
        parts.append(String(decoding: bytes[start..<at], as: UTF8.self))
        at += mark.count
        start = at
      } else {
        at += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}

extension String {
  /// The values of a cell that holds several between semicolons, where one that holds a semicolon
  /// or a quotation mark itself stands in quotation marks.
  var valuesBetweenSemicolons: [String] {
    guard utf8.contains(UInt8(ascii: "\"")) else { return partsBetweenSemicolons }
    var values: [String] = []
    var value: [UInt8] = []
    var isQuoted = false
    var isFresh = true
    let bytes = Array(utf8)
    var at = 0
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).trimmedOfSpace }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if at < bytes.count, bytes[at] == byte {
          value.append(byte)
          at += 1
        } else {
          isQuoted = false
        }
      case UInt8(ascii: "\"") where isFresh:
        isQuoted = true
        isFresh = false
      case UInt8(ascii: ";") where !isQuoted:
        values.addOnce(text(value))
        value = []
        isFresh = true
      default:
        value.append(byte)
        if byte != 0x20 { isFresh = false }
      }
    }
    values.addOnce(text(value))
    return values
  }
}
