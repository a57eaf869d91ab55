/// Chinese addresses, from the province down to the room: 解放北路123号5栋2单元301室.
extension AddressParser {
  private static let labels: Set<AddressWords.Kind> = [
    .room, .unit, .floor, .building, .block, .house, .yard, .laneNumber, .box,
  ]
  private static let names: Set<AddressWords.Kind> = [
    .street, .hanRoad, .buildingName, .zone, .locality,
  ]

  mutating func readHan(from start: Int, to end: Int) {
    var index = start
    while index < end {
      let token = tokens[index]
      if let after = takeDistrict(at: index, to: end) ?? takePlace(at: index, to: end) {
        index = after
      } else if let after = takeNumeral(at: index, to: end) {
        index = after
      } else if token.kind == .han {
        index = takeHan(at: index, to: end)
      } else if token.hasDigit || token.isLetter {
        index = takeHanNumber(token.text, at: index, next: index + 1, to: end)
      } else if token.kind == .sign {
        index += 1
      } else {
        buffer.append(token)
        index += 1
      }
    }
  }

  /// A district of Hong Kong; 九龙 is a county elsewhere.
  private mutating func takeDistrict(at index: Int, to end: Int) -> Int? {
    guard isHongKong,
      let district = words.longestHan(in: tokens, at: index, to: end, kinds: [.hongKong]),
      !hanNameFollows(index + district.length, to: end)
    else { return nil }
    address.localities.append(district.sense.value)
    mark()
    return index + district.length
  }

  /// Skips a place; 南京 in 南京西路 is none.
  private mutating func takePlace(at index: Int, to end: Int) -> Int? {
    let start = tokens[index].start
    while nextMention < mentions.count, mentions[nextMention].range.lowerBound < start {
      nextMention += 1
    }
    guard nextMention < mentions.count else { return nil }
    let mention = mentions[nextMention]
    guard mention.range.lowerBound == start else { return nil }
    var after = index
    while after < end, tokens[after].end <= mention.range.upperBound { after += 1 }
    guard after > index else { return nil }
    if !mention.statesLevel, hanNameFollows(after, to: end) { return nil }
    flush()
    pieces.append(.words(Array(tokens[index..<after])))
    return after
  }

  /// Whether the end of a street or building comes next, after a direction at most.
  private func hanNameFollows(_ index: Int, to end: Int) -> Bool {
    var at = index
    if at < end, let match = words.longestHan(in: tokens, at: at, to: end, kinds: [.direction]) {
      at += match.length
    }
    while at < end, tokens[at].kind == .han, HanNumerals.digit(tokens[at].character) != nil {
      at += 1
    }
    guard at < end else { return false }
    return words.longestHan(
      in: tokens, at: at, to: end, kinds: [.street, .hanRoad, .buildingName]) != nil
  }

  private mutating func takeHan(at index: Int, to end: Int) -> Int {
    // 南区, a part of what stood before.
    if buffer.isEmpty, index + 1 < end, tokens[index + 1].text == "区",
      words.longestHan(in: tokens, at: index, to: index + 1, kinds: [.direction]) != nil
    {
      pieces.append(.words(Array(tokens[index..<index + 2])))
      pieces.append(.other)
      return index + 2
    }
    if let match = words.longestHan(in: tokens, at: index, to: end, kinds: [.postcode, .box]),
      index + match.length < end, tokens[index + match.length].hasDigit
    {
      set(match.sense.kind, [AddressNumber(tokens[index + match.length].text)])
      mark()
      var after = index + match.length + 1
      if after < end, tokens[after].text == "号" { after += 1 }
      return after
    }
    if let letter = Self.stems[tokens[index].character], index + 1 < end,
      tokens[index + 1].kind == .number, buffer.isEmpty
    {
      return takeHanNumber(tokens[index + 1].text + letter, at: index, next: index + 2, to: end)
    }
    if buffer.isEmpty,
      let zone = words.longestHan(in: tokens, at: index, to: end, kinds: [.zone]), zone.length > 2
    {
      buffer = Array(tokens[index..<index + zone.length])
      address.zones.append(
        ParsedAddress.Building(
          forms: pinyin(buffer).sorted(), written: buffer.map(\.text).joined()))
      buffer = []
      pieces.append(.other)
      return index + zone.length
    }
    guard !buffer.isEmpty,
      let match = words.longestHan(in: tokens, at: index, to: end, kinds: Self.names)
    else {
      buffer.append(tokens[index])
      return index + 1
    }
    var next = index + match.length
    switch match.sense.kind {
    case .street: break
    case .hanRoad:
      guard next >= end || tokens[next].hasDigit else {
        buffer.append(tokens[index])
        return index + 1
      }
    default:
      if hanNameFollows(next, to: end)
        || match.sense.kind != .locality && nameContinues(next, to: end)
      {
        buffer += tokens[index..<next]
        return next
      }
    }
    switch match.sense.kind {
    case .street, .hanRoad: next = takeHanStreet(match.sense, next: next, to: end)
    case .locality:
      address.localities.append(pinyin(buffer).first ?? "")
      buffer = []
      pieces.append(.other)
    default:
      let building = ParsedAddress.Building(
        forms: pinyin(buffer).sorted(),
        written: (buffer + tokens[index..<next]).map(\.text).joined())
      if match.sense.kind == .zone {
        address.zones.append(building)
      } else {
        address.buildings.append(building)
      }
      buffer = []
      pieces.append(.other)
    }
    return next
  }

  /// 科技中心大厦: a name that goes on.
  private func nameContinues(_ index: Int, to end: Int) -> Bool {
    index < end
      && words.longestHan(in: tokens, at: index, to: end, kinds: [.buildingName, .zone]) != nil
  }

  private mutating func takeHanStreet(
    _ sense: AddressWords.Sense, next: Int, to end: Int
  ) -> Int {
    var core = buffer[...]
    var direction = ""
    var ordinal = ""
    var after = next
    // 八一路 is named so; 中山二路 is the second of that name.
    let numerals = core.reversed().prefix { HanNumerals.digit($0.character) != nil }.reversed()
    if numerals.count < core.count, numerals.last?.text != "百",
      let value = HanNumerals.value(of: numerals.map(\.character)), value > 0
    {
      ordinal = String(value)
      core.removeLast(numerals.count)
    }
    if core.count > 1, let last = core.last, last.kind == .han,
      let match = words.longestHan(
        in: Array(core), at: core.count - 1, to: core.count, kinds: [.direction])
    {
      direction = match.sense.value
      core.removeLast()
    }
    // 天府大道中段
    if after + 1 < end, tokens[after + 1].text == "段", direction.isEmpty {
      let part = words.longestHan(in: tokens, at: after, to: after + 1, kinds: [.direction])
      if let part { direction = part.sense.value }
      if part != nil || HanNumerals.digit(tokens[after].character) != nil { after += 2 }
    }
    let kept = Array(core)
    var forms = pinyin(kept).map { "\($0)|\(direction)|\(ordinal)" }
    if direction.isEmpty, kept.count > 2,
      let match = words.longestHan(in: kept, at: 0, to: 1, kinds: [.direction])
    {
      forms += pinyin(Array(kept.dropFirst())).map { "\($0)|\(match.sense.value)|\(ordinal)" }
    }
    address.streets.append(
      StreetName(
        forms: Array(Set(forms)).sorted(), type: sense.value,
        written: buffer.map(\.text).joined()))
    buffer = []
    pieces.append(.street)
    return after
  }

  /// 三栋, 第二单元, 十五楼
  private mutating func takeNumeral(at index: Int, to end: Int) -> Int? {
    var at = index
    if tokens[at].text == "第" { at += 1 }
    let start = at
    while at < end, tokens[at].kind == .han, HanNumerals.digit(tokens[at].character) != nil {
      at += 1
    }
    guard at > start, at < end, buffer.isEmpty || start > index,
      words.longestHan(in: tokens, at: at, to: end, kinds: [.unit, .floor, .building, .block])
        != nil, let value = HanNumerals.value(of: tokens[start..<at].map(\.character))
    else { return nil }
    return takeHanNumber(String(value), at: index, next: at, to: end)
  }

  private mutating func takeHanNumber(
    _ text: String, at index: Int, next: Int, to end: Int
  ) -> Int {
    if let floor = tokens[index].floor {
      address.floor = address.floor ?? AddressNumber(floor)
      mark()
      return next
    }
    if next < end,
      let label = words.longestHan(in: tokens, at: next, to: end, kinds: Self.labels)
    {
      set(label.sense.kind, [AddressNumber(text)])
      mark()
      return next + label.length
    }
    let isRoom =
      !address.buildingNumbers.isEmpty || address.entrance != nil || address.floor != nil
      || !address.buildings.isEmpty
    let digits = text.utf8.count { 0x30...0x39 ~= $0 }
    if isRoom, address.rooms.isEmpty, digits >= 3, digits < 6,
      next >= end || tokens[next].kind == .sign
    {
      set(.room, [AddressNumber(text)])
      mark()
      return next
    }
    if tokens[index].hasDigit, index + 1 == next, digits > 0 {
      flush()
      pieces.append(tokens[index].kind == .number ? .number(tokens[index]) : .code(tokens[index]))
    } else {
      buffer += tokens[index..<next]
    }
    return next
  }

  /// The readings joined, the likeliest first; letters and numbers among them stay.
  func pinyin(_ name: [AddressToken]) -> [String] {
    guard name.allSatisfy({ $0.kind == .han }) else { return [name.map(pinyinOfOne).joined()] }
    return knowledge.tables.transliteration.readings(of: name.map(\.character))
  }

  private func pinyinOfOne(_ token: AddressToken) -> String {
    token.kind == .han
      ? knowledge.tables.transliteration.syllables(of: [token.character]).joined() : latin(token)
  }

  /// 甲8号 is written 8A too.
  private static let stems: [UInt32: String] = [0x7532: "a", 0x4E59: "b", 0x4E19: "c"]
}
