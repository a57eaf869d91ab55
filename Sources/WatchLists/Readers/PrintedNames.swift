/// Parts the words that a printed list puts before and between names from the names.
enum PrintedNames {
  /// Takes `a.k.a.` and the like away from the beginning of names, and adds each of two names that
  /// stand in one, `X -AKA- Y`; the whole stays, as it was published.
  static func read(_ entry: inout ListEntry) {
    entry.name = unlabelled(entry.name)
    let aliases = entry.aliases.map(unlabelled)
    if aliases != entry.aliases {
      entry.aliases = []
      entry.addAliases(aliases)
    }
    for name in entry.names where mayBeJoined(name) { entry.addAliases(parts(of: name)) }
  }

  private static let labels = [
    "a.k.a.", "a.k.a", "f.k.a.", "f.k.a", "n.k.a.", "also known as", "formerly known as",
    "other name:", "other names:",
  ]

  static func unlabelled(_ name: String) -> String {
    guard let first = name.utf8.first, "aAfFnNoO".utf8.contains(first) else { return name }
    let start = name.prefix(20).lowercased()
    for label in labels where start.hasPrefix(label) {
      let rest = String(name.dropFirst(label.count).drop { ":,. ".contains($0) }).trimmedOfSpace
      return rest.isEmpty ? name : rest
    }
    return name
  }

  private static let marks = [
    " -aka- ", "- aka- ", " -akas- ", ", akas, ", " also known as ", " formerly known as ",
  ]

  /// The names that stand in one, without the word `and` before such a mark; empty for one alone.
  static func parts(of name: String) -> [String] {
    let lower = name.lowercased()
    // Offsets in one are offsets in the other only where no letter changed its length.
    guard lower.utf8.count == name.utf8.count else { return [] }
    for mark in marks {
      let pieces = lower.components(separatedBy: mark)
      guard pieces.count > 1 else { continue }
      var parts: [String] = []
      var start = 0
      let bytes = Array(name.utf8)
      for piece in pieces {
        let end = start + piece.utf8.count
        var part = String(decoding: bytes[start..<end], as: UTF8.self).trimmedOfSpace
        if part.lowercased().hasSuffix(" and") { part = String(part.dropLast(4)).trimmedOfSpace }
        parts += mark.contains("akas") && start > 0 ? part.components(separatedBy: ", ") : [part]
        start = end + mark.utf8.count
      }
      return parts.map(\.trimmedOfSpace).filter { !$0.isEmpty }
    }
    return []
  }

  /// Whether the letters of a mark stand in it; most names have none and are not looked at further.
  private static func mayBeJoined(_ name: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in name.utf8 {
      let small = byte | 0x20
      if last == (0x61, 0x6B), small == 0x61 { return true }  // aka
      if last == (0x6E, 0x20), byte == 0x61 || byte == 0x41 { return true }  // n a
      last = (last.1, byte == 0x20 ? byte : small)
    }
    return false
  }
}
