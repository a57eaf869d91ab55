/// Addresses in letters, in either order: `Room 301, No. 5 Example Road` and `Beispielweg 5`.
extension AddressParser {
  mutating func readWords(from start: Int, to end: Int) {
    var index = start
    while index < end {
      let token = tokens[index]
      if token.kind == .sign {
        takeSign(at: index)
        index += 1
      } else if let floor = token.floor {
        address.floor = address.floor ?? AddressNumber(floor)
        mark()
        index += 1
      } else if token.kind == .number {
        index = takeNumber(at: index, to: end)
      } else if let match = words.longest(in: tokens, at: index, to: end) {
        index = take(match, at: index, to: end)
      } else if token.kind == .code || token.isLetter {
        takeCode(token)
        index += 1
      } else if endsInStreet(at: index, to: end) {
        buffer.append(token)
        takeStreet(named: buffer, type: "street")
        index += 1
      } else {
        buffer.append(token)
        index += 1
      }
    }
  }

  /// `36#` is a building; `#36` a number of something.
  private mutating func takeSign(at index: Int) {
    guard index > 0, tokens[index - 1].end == tokens[index].start,
      case .number(let token)? = pieces.last
    else { return }
    pieces.removeLast()
    address.buildingNumbers.append(AddressNumber(token.text))
    mark()
  }

  private mutating func takeCode(_ token: AddressToken) {
    let digits = token.text.utf8.dropFirst()
    if token.kind == .code, token.text.utf8.first == UInt8(ascii: "r"), digits.count > 1,
      digits.allSatisfy({ 0x30...0x39 ~= $0 }), address.rooms.isEmpty
    {
      address.rooms.append(AddressNumber(String(Substring(digits))))
      mark()
      return
    }
    flush()
    pieces.append(.code(token))
  }

  /// A number and, before its label, what it numbers: `10 Floor`, `4 Bldg.`, `2nd Floor`.
  private mutating func takeNumber(at index: Int, to end: Int) -> Int {
    let token = tokens[index]
    let labels = index + 1 < end ? words.senses(of: tokens[index + 1].text) : []
    let isFree = index + 2 >= end || value(at: index + 2, to: end, allowsLetter: true) == nil
    if token.isOrdinal {
      if labels.contains(where: { $0.kind == .floor }) {
        address.floor = address.floor ?? AddressNumber(Self.bareOrdinal(token.text))
        mark()
        return index + 2
      }
      buffer.append(token)
      return index + 1
    }
    if isFree, let label = labels.first(where: { $0.kind == .floor || $0.kind == .building }),
      tokens[index + 1].text != "house", tokens[index + 1].text != "d"
    {
      set(label.kind, [AddressNumber(token.text)])
      mark()
      return index + 2
    }
    flush()
    pieces.append(.number(token))
    return index + 1
  }

  static func bareOrdinal(_ text: String) -> String { String(text.dropLast(2)) }

  private mutating func take(
    _ match: (length: Int, senses: [AddressWords.Sense]), at index: Int, to end: Int
  ) -> Int {
    let next = index + match.length
    for sense in match.senses {
      if let after = take(sense, at: index, next: next, to: end) { return after }
    }
    for at in index..<next { buffer.append(tokens[at]) }
    return next
  }

  /// Where the text goes on after this sense of a phrase; nil where the sense does not fit.
  private mutating func take(
    _ sense: AddressWords.Sense, at index: Int, next: Int, to end: Int
  ) -> Int? {
    switch sense.kind {
    case .careOf:
      flush()
      address.careOf = tokens[next..<end].map(\.text).joined(separator: " ")
      pieces.append(.other)
      return end
    case .note:
      flush()
      address.remainder.append(tokens[index..<end].map(\.text).joined(separator: " "))
      pieces.append(.other)
      return end
    case .room, .unit, .floor, .building, .block, .yard, .house, .box, .postcode, .laneNumber:
      return takeLabel(sense, at: index, next: next, to: end)
    case .street, .streetBefore, .streetOrBuilding:
      return takeStreetWord(sense, at: index, next: next, to: end)
    case .buildingName:
      guard !buffer.isEmpty, !streetFollows(next, to: end) else { return nil }
      var last = next
      while last < end, words.sense(.buildingName, of: tokens[last].text) != nil,
        value(at: last + 1, to: end, allowsLetter: true) == nil
      {
        last += 1
      }
      takeBuilding(through: index..<last)
      return last
    case .zone:
      guard !streetFollows(next, to: end) else { return nil }
      let name = takeName()
      flush()
      if let zone = building(name, through: tokens[index..<next]) {
        address.zones.append(zone)
        pieces.append(.other)
      }
      return next
    case .locality:
      guard !buffer.isEmpty else { return nil }
      let name = takeName()
      flush()
      guard !name.isEmpty else { return nil }
      address.localities.append(name.map(latin).joined())
      pieces.append(.other)
      return next
    case .hongKong:
      guard isHongKong, !namesFollow(next, to: end) else { return nil }
      address.localities.append(sense.value)
      mark()
      return next
    case .ordinal:
      guard next < end, words.sense(.floor, of: tokens[next].text) != nil else { return nil }
      address.floor = address.floor ?? AddressNumber(sense.value)
      mark()
      return next + 1
    case .direction, .section, .meaning, .level, .writtenOut, .hanRoad, .streetEnding,
      .dottedStreetEnding:
      return nil
    }
  }

  private mutating func takeLabel(
    _ sense: AddressWords.Sense, at index: Int, next: Int, to end: Int
  ) -> Int? {
    let isName = !buffer.isEmpty && (sense.kind == .building || sense.kind == .block)
    // `Example House 45-51` is a name and the number of its house.
    if tokens[index].text == "house", !buffer.isEmpty { return nil }
    let takesLetter = [.room, .unit, .block, .building].contains(sense.kind)
    guard let first = value(at: next, to: end, allowsLetter: takesLetter) else { return nil }
    // `Example Building 5 Example Road`: the number is that of the house.
    if isName, first.isHouse || streetFollowsNumber(first.next, to: end) { return nil }
    if isName { takeBuilding(through: index..<next) }
    var values = [AddressNumber(first.text)]
    var after = first.next
    while after + 1 < end, tokens[after].text == "and" || tokens[after].text == "&",
      sense.kind == .room || sense.kind == .unit, tokens[after + 1].hasDigit
    {
      values.append(AddressNumber(tokens[after + 1].text))
      after += 2
    }
    set(sense.kind, values)
    mark()
    return after
  }

  /// The number or letter after a label, with `No.` between them told apart.
  private func value(
    at start: Int, to end: Int, allowsLetter: Bool
  ) -> (text: String, next: Int, isHouse: Bool)? {
    var index = start
    var isHouse = false
    while index < end,
      tokens[index].kind == .sign || ["no", "nr", "number", "nos"].contains(tokens[index].text)
    {
      isHouse = isHouse || tokens[index].kind == .word
      index += 1
    }
    guard index < end else { return nil }
    let token = tokens[index]
    if token.hasDigit, !token.isOrdinal, token.floor == nil || isHouse {
      return (token.text, index + 1, isHouse)
    }
    let joined = token.kind == .word && token.text.contains("&")
    let isLetter = token.isLetter && token.text.utf8.first.map { 0x61...0x7A ~= $0 } ?? false
    guard allowsLetter, isLetter || joined else { return nil }
    // `Flat A 12/F`, `Unit A 30`: letter and number stand for one room where no label parts them.
    return (token.text, index + 1, isHouse)
  }

  mutating func set(_ kind: AddressWords.Kind, _ values: [AddressNumber]) {
    guard let first = values.first else { return }
    switch kind {
    case .room: address.rooms += values
    case .unit:
      // In a Chinese house with rooms a unit is a staircase.
      address.entrance == nil ? address.entrance = first : address.rooms.append(first)
    case .floor: address.floor = address.floor ?? first
    case .building, .block: address.buildingNumbers += values
    case .house: address.houseNumbers += values
    case .yard: address.yard = address.yard ?? first
    case .laneNumber: address.lane = address.lane ?? first
    case .box: address.poBox = address.poBox ?? first
    case .postcode: address.postcode = address.postcode ?? first.text
    default: break
    }
  }
}
