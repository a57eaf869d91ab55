internal import Taxonomy

/// Country, places, postcode and the numbers that no label explains.
extension AddressParser {
  mutating func settle() {
    settlePlaces()
    claimHouseNumbers()
    settlePostcode()
    settleStreetWithoutType()
    settleUnit()
    for piece in pieces {
      switch piece {
      case .words(let tokens): keep(tokens)
      case .number(let token), .code(let token): address.remainder.append(token.text)
      case .street, .other: break
      }
    }
  }

  /// Only words that nothing else has claimed are places: not the Nanjing of Nanjing Road.
  private mutating func settlePlaces() {
    var free: Set<Int> = []
    for case .words(let tokens) in pieces { for token in tokens { free.insert(token.start) } }
    var found: [PlaceMention] = []
    var taken: Set<Int> = []
    for mention in mentions {
      let inside = tokens.filter {
        $0.start >= mention.range.lowerBound && $0.end <= mention.range.upperBound
      }
      guard !inside.isEmpty, inside.allSatisfy({ free.contains($0.start) }) else {
        continue
      }
      taken.formUnion(inside.map(\.start))
      found.append(mention)
    }
    let codes = codes(of: found)
    pieces = pieces.map { piece in
      guard case .words(let tokens) = piece else { return piece }
      return .words(tokens.filter { !taken.contains($0.start) })
    }
    let tree = knowledge.tables.places.tree
    let countries = codes.map { String($0.prefix(2)) }
    // Hong Kong and Macao stand beside China in many addresses; the last country rules else.
    let stated =
      countries.first { $0 == "HK" || $0 == "MO" } ?? codes.last { $0.utf8.count == 2 }
      ?? countries.first
    if let stated {
      address.country = stated
      address.statesCountry = true
    } else if isHongKong {
      address.country = "HK"
      address.statesCountry = true
    }
    let below = codes.filter { $0.utf8.count > 2 && $0.hasPrefix(address.country ?? "") }
    address.places = below.filter { code in
      !below.contains { $0 != code && tree.isWithin($0, code) }
    }.sorted { $0.utf8.count == $1.utf8.count ? $0 < $1 : $0.utf8.count > $1.utf8.count }
  }

  /// The places of one address explain each other: of all places called Chaoyang District, the one
  /// in Beijing beside Beijing.
  private func codes(of mentions: [PlaceMention]) -> [String] {
    let tree = knowledge.tables.places.tree
    var codes: [String] = []
    for mention in mentions {
      var code = mention.code
      if mention.candidates.count > 1, mention.candidates.first != code || mention.isLevelOpen {
        let nested = mention.candidates.filter { candidate in
          mentions.contains { other in
            other != mention && other.code.utf8.count > 2 && other.code != candidate
              && tree.isWithin(candidate, other.code)
          }
        }
        if nested.count == 1 { code = nested[0] }
      }
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  /// A number beside a street is that of the house, unless a house has its number already.
  private mutating func claimHouseNumbers() {
    guard address.houseNumbers.isEmpty else { return }
    for (index, piece) in pieces.enumerated() {
      guard case .street = piece else { continue }
      if index > 0, case .number(let token) = pieces[index - 1],
        !isPostcode(token.text, isLong: true)
      {
        claim(index - 1, token)
        return
      }
      if index + 1 < pieces.count, case .number(let token) = pieces[index + 1],
        !isPostcode(token.text, isLong: true)
      {
        claim(index + 1, token)
        return
      }
    }
  }

  private mutating func claim(_ index: Int, _ token: AddressToken) {
    address.houseNumbers.append(AddressNumber(token.text))
    pieces[index] = .other
  }

  private func isPostcode(_ text: String, isLong: Bool = false) -> Bool {
    guard let country = address.country, !isLong || text.utf8.count >= 5 else { return false }
    return knowledge.tables.postcodes.matches(text, country: country)
  }

  private mutating func settlePostcode() {
    guard address.postcode == nil else { return }
    for index in pieces.indices.reversed() {
      let token: AddressToken
      switch pieces[index] {
      case .number(let given), .code(let given): token = given
      default: continue
      }
      if index > 0, let before = text(of: pieces[index - 1]) {
        let joined = before + " " + token.text
        if isPostcode(joined) || knowledge.tables.postcodes.country(of: joined) != nil {
          if let known = knowledge.tables.postcodes.country(of: joined), address.country == nil {
            address.country = known
          }
          setPostcode(joined, index - 1..<index + 1)
          return
        }
      }
      if index + 1 < pieces.count, case .words(let next) = pieces[index + 1],
        let first = next.first, isPostcode(token.text + " " + first.text)
      {
        setPostcode(token.text + first.text, index..<index + 1)
        pieces[index + 1] = .words(Array(next.dropFirst()))
        return
      }
      // `D-40212`, `CH-8000`
      let parts = token.text.utf8.split(separator: UInt8(ascii: "-"))
      if token.kind == .code, parts.count == 2, isPostcode(String(Substring(parts[1]))) {
        setPostcode(String(Substring(parts[1])), index..<index + 1)
        return
      }
      if isPostcode(token.text) {
        setPostcode(token.text, index..<index + 1)
        return
      }
    }
  }

  private func text(of piece: Piece) -> String? {
    switch piece {
    case .number(let token), .code(let token): token.text
    default: nil
    }
  }

  private mutating func setPostcode(_ text: String, _ range: Range<Int>) {
    address.postcode = text.replacing(" ", with: "")
    for index in range { pieces[index] = .other }
  }

  /// `81A Dubrovka, Exampletown`, `Beispielhang 7`: a number beside words, where nothing else is
  /// a street and no house was told.
  private mutating func settleStreetWithoutType() {
    guard address.streets.isEmpty, address.houseNumbers.isEmpty, address.country != "CN"
    else { return }
    for index in pieces.indices {
      guard case .words(let name) = pieces[index], (1...3).contains(name.count),
        name.allSatisfy({ $0.kind == .word }), let segment = name.first?.segment
      else { continue }
      for neighbour in [index - 1, index + 1] where pieces.indices.contains(neighbour) {
        guard case .number(let token) = pieces[neighbour], token.segment == segment,
          address.buildings.isEmpty || neighbour < index && name.count < 3
        else { continue }
        pieces[index] = .words([])
        address.streets.append(
          StreetName(
            forms: ["\(name.map(latin).joined())||"], type: "",
            written: name.map(\.text).joined(separator: " ")))
        claim(neighbour, token)
        return
      }
    }
  }

  /// A unit beside a room or a numbered building of China is a staircase; else it is the room.
  private mutating func settleUnit() {
    guard let unit = address.entrance else { return }
    let isStaircase =
      address.country == "CN" && unit.range != nil
      && (!address.rooms.isEmpty || !address.buildingNumbers.isEmpty)
    if !isStaircase {
      address.entrance = nil
      address.rooms.insert(unit, at: 0)
    }
  }

  private mutating func keep(_ tokens: [AddressToken]) {
    guard !tokens.isEmpty else { return }
    let isHan = tokens.allSatisfy { $0.kind == .han }
    address.remainder.append(tokens.map(\.text).joined(separator: isHan ? "" : " "))
  }
}
