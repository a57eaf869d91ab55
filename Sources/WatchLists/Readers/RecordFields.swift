import Formats

/// The members of one JSON record, read by type, with everything that is wrong with them.
struct RecordFields {
  private let members: [JSON.Member]
  private(set) var problems: [String] = []

  init?(_ record: JSON) {
    guard let members = record.members else { return nil }
    self.members = members
  }

  /// Nil for an absent member and for `null`.
  subscript(key: String) -> JSON? {
    for member in members where member.key == key {
      return member.value.isNull ? nil : member.value
    }
    return nil
  }

  /// The text without white space around it; nil where there is none.
  mutating func text(_ key: String) -> String? {
    guard let value = self[key] else { return nil }
    guard let text = value.string else {
      problems.append("`\(key)` is \(value.kindName) where a string stands")
      return nil
    }
    let trimmed = text.trimmedOfSpace
    return trimmed.isEmpty ? nil : trimmed
  }

  mutating func requiredText(_ key: String) -> String {
    let before = problems.count
    let text = text(key)
    if text == nil, problems.count == before { problems.append("`\(key)` is missing") }
    return text ?? ""
  }

  mutating func texts(_ key: String) -> [String] {
    guard let value = self[key] else { return [] }
    guard let texts = value.strings else {
      problems.append("`\(key)` is \(value.kindName) where an array of strings stands")
      return []
    }
    return texts.map(\.trimmedOfSpace).filter { !$0.isEmpty }
  }

  mutating func date(_ key: String) -> CivilDate? {
    guard let text = text(key) else { return nil }
    guard let date = CivilDate(text) else {
      problems.append("`\(key)` is `\(text)`, which is not a date such as 2026-07-31")
      return nil
    }
    return date
  }

  /// The objects of an array; absent and `null` are empty.
  mutating func objects(_ key: String) -> [RecordFields] {
    guard let value = self[key] else { return [] }
    let objects = value.array?.compactMap(RecordFields.init)
    guard let objects, objects.count == value.array?.count else {
      problems.append("`\(key)` is \(value.kindName) where an array of objects stands")
      return []
    }
    return objects
  }

  /// Reports members that nobody reads, which may be misspelt ones; `note` is free.
  mutating func allowOnly(_ known: [String]) {
    for member in members where member.key != "note" && !known.contains(member.key) {
      let nearest = nearestWord(to: String(member.key.prefix(64)), among: known)
      problems.append(
        "the member `\(member.key)` is not known"
          + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
    }
  }

  mutating func report(_ problem: String) { problems.append(problem) }
  mutating func take(problemsOf other: RecordFields) { problems += other.problems }
}

extension String {
  /// The text without spaces, tabs and line breaks at both ends.
  var trimmedOfSpace: String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last else { return self }
    // Lists have ASCII space at the ends, or a no-break space; most texts have neither.
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }
}
