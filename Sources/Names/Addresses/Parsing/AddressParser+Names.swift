/// Streets, buildings and zones by the words before or after their names.
extension AddressParser {
  mutating func takeStreetWord(
    _ sense: AddressWords.Sense, at index: Int, next: Int, to end: Int
  ) -> Int? {
    if sense.kind == .streetOrBuilding {
      guard !buffer.isEmpty else { return nil }
      if case .number? = pieces.last, !hasTypedStreet(after: next) {
        takeStreet(named: takeName(), type: sense.value)
      } else {
        takeBuilding(through: index..<next)
      }
      return next
    }
    let endsHere = next >= end || tokens[next].kind != .word
    if sense.kind != .streetBefore, !endsHere, startsBuilding(next, to: end) { return nil }
    let isBefore =
      sense.kind == .streetBefore && (buffer.isEmpty || !endsHere)
      || buffer.isEmpty
        && ["prospekt", "prospect", "проспект", "переулок"].contains(tokens[index].text)
    if isBefore {
      var last = next
      while last < end, tokens[last].kind == .word, !tokens[last].isLetter,
        !words.senses(of: tokens[last].text).contains(where: { Self.ends.contains($0.kind) })
      {
        last += 1
      }
      guard last > next else { return nil }
      flush()
      takeStreet(named: Array(tokens[next..<last]), type: sense.value)
      return last
    }
    if buffer.isEmpty { return takeNumberedStreet(sense, next: next, to: end) }
    var name = takeName()
    guard !name.isEmpty else { return nil }
    var last = next
    while last < end, words.sense(.direction, of: tokens[last].text) != nil,
      !namesFollow(last + 1, to: end), !isPlaceStart(last)
    {
      name.append(tokens[last])
      last += 1
      if last < end, words.sense(.section, of: tokens[last].text) != nil { last += 1 }
    }
    takeStreet(named: name, type: sense.value)
    return last
  }

  /// What stands behind the name of a street that its type opened.
  private static let ends: Set<AddressWords.Kind> = [
    .house, .building, .block, .room, .floor, .unit, .buildingName, .zone,
  ]

  /// `Street No. 19`, `St. 7`
  private mutating func takeNumberedStreet(
    _ sense: AddressWords.Sense, next: Int, to end: Int
  ) -> Int? {
    // `Lane 123` leads off a street.
    guard sense.value != "lane" else { return nil }
    var index = next
    while index < end, isNumberMark(tokens[index]) { index += 1 }
    guard index < end, tokens[index].kind == .number else { return nil }
    takeStreet(named: [tokens[index]], type: sense.value)
    return index + 1
  }

  mutating func takeStreet(named name: [AddressToken], type: String) {
    let street = streetName(name, type: type)
    buffer = []
    guard let street else { return }
    address.streets.append(street)
    pieces.append(.street)
  }

  mutating func takeBuilding(through suffix: Range<Int>) {
    let name = takeName()
    flush()
    if let building = building(name, through: tokens[suffix]) {
      address.buildings.append(building)
      pieces.append(.other)
    }
  }

  /// Takes the words behind the last one that ends a place (`District`) out of the buffer; those
  /// before become free words.
  mutating func takeName() -> [AddressToken] {
    let taken = buffer
    buffer = []
    // `City Garden` is a name of its own.
    guard let level = taken.lastIndex(where: { words.sense(.level, of: $0.text) != nil }),
      level > 0
    else { return taken }
    pieces.append(.words(Array(taken[...level])))
    return Array(taken[(level + 1)...])
  }

  func building(
    _ name: [AddressToken], through suffix: ArraySlice<AddressToken>
  ) -> ParsedAddress.Building? {
    guard !name.isEmpty else { return nil }
    let raw = name.map(latin).joined()
    var forms = [raw]
    let translated = translation(of: name)
    if translated != raw { forms.append(translated) }
    return ParsedAddress.Building(
      forms: forms.sorted(), written: (name + suffix).map(\.text).joined(separator: " "))
  }

  /// The words with those of known meaning in pinyin: 科技 for Science and Technology.
  private func translation(of name: [AddressToken]) -> String {
    var result = ""
    var index = name.startIndex
    while index < name.endIndex {
      if let match = words.longest(in: name, at: index, to: name.endIndex),
        let sense = match.senses.first(where: { $0.kind == .meaning })
      {
        result += sense.value
        index += match.length
      } else {
        result += latin(name[index])
        index += 1
      }
    }
    return result
  }

  private func streetName(_ name: [AddressToken], type: String) -> StreetName? {
    var core = name[...]
    var direction = ""
    var ordinal = ""
    while let last = core.last, core.count > 1 || ordinal.isEmpty && isOrdinal(last) {
      if ordinal.isEmpty, let number = ordinalValue(last) {
        ordinal = number
      } else if direction.isEmpty, let sense = words.sense(.direction, of: last.text) {
        direction = sense.value
      } else {
        break
      }
      core.removeLast()
    }
    if core.count > 1, direction.isEmpty, let first = core.first,
      let sense = words.sense(.direction, of: first.text), first.text != sense.value
    {
      direction = sense.value
      core.removeFirst()
    }
    if core.count > 1, ordinal.isEmpty, let first = core.first, let number = ordinalValue(first) {
      ordinal = number
      core.removeFirst()
    }
    let kept = Array(core)
    let raw = kept.map(latin).joined()
    guard !raw.isEmpty || !ordinal.isEmpty else { return nil }
    var cores = [raw]
    let translated = translation(of: kept)
    if translated != raw { cores.append(translated) }
    var forms = cores.map { "\($0)|\(direction)|\(ordinal)" }
    if direction.isEmpty {
      for glued in ["bei", "nan", "dong", "xi", "zhong"]
      where raw.hasSuffix(glued) && raw.utf8.count >= glued.utf8.count + 4 {
        forms.append("\(raw.dropLast(glued.utf8.count))|\(glued)|\(ordinal)")
      }
      // `Xi Chang'an Jie` against `West Chang'an Street`.
      if kept.count > 1, let sense = words.sense(.direction, of: kept[0].text) {
        let rest = kept.dropFirst().map(latin).joined()
        forms.append("\(rest)|\(sense.value)|\(ordinal)")
      }
    }
    return StreetName(
      forms: Array(Set(forms)).sorted(), type: type,
      written: name.map(\.text).joined(separator: " "))
  }

  private func isOrdinal(_ token: AddressToken) -> Bool { ordinalValue(token) != nil }

  private func ordinalValue(_ token: AddressToken) -> String? {
    if token.isOrdinal { return Self.bareOrdinal(token.text) }
    if token.kind == .number { return token.text }
    return words.sense(.ordinal, of: token.text)?.value
  }

  /// Whether the next words end a street: `Bei Road`, `Road`.
  func streetFollows(_ index: Int, to end: Int) -> Bool {
    var at = index
    while at < end, words.sense(.direction, of: tokens[at].text) != nil { at += 1 }
    guard at < end, tokens[at].kind == .word else { return false }
    // `Example Center Street No. 1` is a building in a street that has a number.
    if at + 1 < end, isNumberMark(tokens[at + 1]) || tokens[at + 1].kind == .number { return false }
    return words.senses(of: tokens[at].text).contains { $0.kind == .street }
  }

  private func isNumberMark(_ token: AddressToken) -> Bool {
    token.kind == .sign || ["no", "nr", "number"].contains(token.text)
  }

  /// `Way` in `Bright Way Tower` ends no street.
  private func startsBuilding(_ index: Int, to end: Int) -> Bool {
    words.sense(.buildingName, of: tokens[index].text) != nil
      && (index + 1 >= end || !tokens[index + 1].hasDigit)
  }

  /// Whether the words after a number in this segment hold the end of a street.
  func streetFollowsNumber(_ index: Int, to end: Int) -> Bool {
    guard index < end, tokens[index].kind == .word else { return false }
    return (index..<end).contains { at in
      at > index && words.senses(of: tokens[at].text).contains { $0.kind == .street }
    }
  }

  /// Whether the words before were the beginning of a name: `Wan Chai` in `Wan Chai Road`.
  func namesFollow(_ index: Int, to end: Int) -> Bool {
    var at = index
    while at < end, words.sense(.direction, of: tokens[at].text) != nil { at += 1 }
    guard at < end, let match = words.longest(in: tokens, at: at, to: end) else { return false }
    return match.senses.contains {
      [.street, .streetOrBuilding, .buildingName, .zone, .meaning].contains($0.kind)
    }
  }

  /// `North Point` after a street is a district.
  private func isPlaceStart(_ index: Int) -> Bool {
    guard isHongKong else { return false }
    return words.longest(in: tokens, at: index, to: tokens.count)?.senses
      .contains { $0.kind == .hongKong } ?? false
  }

  private func hasTypedStreet(after index: Int) -> Bool {
    !address.streets.isEmpty
      || tokens[index...].contains { token in
        words.senses(of: token.text).contains { $0.kind == .street }
      }
  }

  /// `Beispielstrasse 5`, `5 Beispielweg`: the type is the end of the word.
  func endsInStreet(at index: Int, to end: Int) -> Bool {
    let word = Array(tokens[index].text.utf8)
    let ending = words.endings.first { ending in
      word.count >= ending.text.count + 3 && word.suffix(ending.text.count) == ending.text[...]
        && (ending.sense.kind == .streetEnding || tokens[index].isDotted)
    }
    guard ending != nil else { return false }
    if index + 1 < end, tokens[index + 1].kind == .number { return true }
    if case .number? = pieces.last, buffer.isEmpty { return true }
    return false
  }
}
