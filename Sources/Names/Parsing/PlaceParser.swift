internal import Taxonomy

/// Finds places among the units of a text.
struct PlaceParser {
  let lexicon: PlaceLexicon
  let units: [TextUnit]
  let scalars: [Unicode.Scalar]
  /// Units that something else has taken.
  let taken: [Bool]
  /// Units that name a public body, before which even a county's bare name is a place.
  let bodies: [Bool]
  /// Where phrases of known meaning end, after which a province or prefecture may stand.
  let phraseEnds: Set<Int>
  /// In running text a bare name counts anywhere; in a name of a body only where places stand.
  let isRunningText: Bool
  /// Whether what only names a street is left out: 西藏路 is in Shanghai, and in many other cities.
  var skipsStreets = true

  private struct Found {
    var range: Range<Int>
    var candidates: [Int]
    var statesLevel: Bool
    var isOpen: Bool
    let isBareAllowed: Bool
  }

  /// The mentions in order of the text.
  func mentions() -> [PlaceMention] {
    var found: [Found] = []
    var index = 0
    while index < units.count {
      if taken[index] {
        index += 1
      } else if let code = officialCode(at: index) {
        found.append(code)
        index = code.range.upperBound
      } else if let place = place(at: index, after: found.last?.range.upperBound) {
        found.append(place)
        index = place.range.upperBound
      } else {
        index += 1
      }
    }
    return settled(found)
  }

  /// A division code of GB/T 2260 such as `[650100]` or `653121`.
  private func officialCode(at index: Int) -> Found? {
    guard isRunningText || index == 0, units[index].isNumber, units[index].text.utf8.count == 6
    else { return nil }
    var code = units[index].text
    while code.hasSuffix("00"), code.utf8.count > 2 { code = String(code.dropLast(2)) }
    guard let place = lexicon.index(of: "CN-" + code) else { return nil }
    return Found(
      range: index..<index + 1, candidates: [place], statesLevel: true, isOpen: false,
      isBareAllowed: true)
  }

  private func place(at index: Int, after previousEnd: Int?) -> Found? {
    guard let match = lexicon.longest(in: units, at: index, isRunningText: isRunningText),
      !taken[index..<index + match.length].contains(true)
    else { return nil }
    let end = index + match.length
    let isHan = units[index].isHan
    let level = isHan ? hanLevel(from: index, to: end) : wordLevel(from: index, to: end)
    let statesKind =
      isHan && PlaceLevel.hanSuffix(of: units[index..<end].map(\.symbol)) != nil
    if skipsStreets, !statesKind, StreetWords.follow(end, in: units) { return nil }
    var meanings = match.meanings
    if meanings.contains(where: \.statesLevel), level == nil {
      meanings = meanings.filter(\.statesLevel)
      return Found(
        range: index..<end, candidates: ordered(meanings.map(\.place)), statesLevel: true,
        isOpen: false, isBareAllowed: true)
    }
    if let level {
      let strict = meanings.filter { isPlace($0, at: level.strict) }
      let loose = meanings.filter { isPlace($0, at: level.loose) }
      let admitted = strict.isEmpty ? loose : strict
      if !admitted.isEmpty {
        return Found(
          range: level.range, candidates: ordered(admitted.map(\.place)), statesLevel: true,
          isOpen: false, isBareAllowed: true)
      }
    }
    let listed = ordered(meanings.filter(\.isListedBare).map(\.place))
    guard let first = listed.first else { return nil }
    // A prefecture's bare name is also said of the city of that name.
    let broad: PlaceLevel = [.prefecture, .autonomousPrefecture, .league]
    let isBroad = !lexicon.places[first].level.isDisjoint(with: broad)
    let candidates = isBroad ? ordered(meanings.map(\.place)) : listed
    let isShort = !isHan && match.length == 1 && units[index].text.utf8.count < 4
    let followsPlace = previousEnd == index
    let isCounty = lexicon.places[candidates[0]].depth > 7
    let stands =
      isRunningText || index == 0 || followsPlace || units[index].breakBefore
      || taken[index - 1] || phraseEnds.contains(index) && isHan && !isCounty
    let isFollowedByBody =
      end < units.count && (bodies[end] || isHan && match.length > 2 && taken[end])
    let isAllowed =
      isHan
      ? stands && (!isCounty || isFollowedByBody || followsPlace)
      : !isShort && (!isCounty || isFollowedByBody)
    return Found(
      range: index..<end, candidates: candidates, statesLevel: false,
      isOpen: isBroad && candidates.count > 1, isBareAllowed: isAllowed)
  }

  private func isPlace(_ meaning: PlaceLexicon.Meaning, at level: PlaceLevel) -> Bool {
    !level.isDisjoint(with: lexicon.places[meaning.place].level)
  }

  private func ordered(_ places: [Int]) -> [Int] {
    places.sorted { left, right in
      let depths = (lexicon.places[left].depth, lexicon.places[right].depth)
      return depths.0 == depths.1
        ? lexicon.places[left].code < lexicon.places[right].code : depths.0 < depths.1
    }
  }

  private typealias StatedLevel = (strict: PlaceLevel, loose: PlaceLevel, range: Range<Int>)

  /// 市 in 萧山区市心北路 is none of the district, whose name has its level.
  private func hanLevel(from start: Int, to end: Int) -> StatedLevel? {
    guard end - start < 3 || PlaceLevel.hanSuffix(of: units[start..<end].map(\.symbol)) == nil
    else { return nil }
    for suffix in PlaceLevel.hanSuffixes {
      let characters = suffix.characters
      guard end + characters.count <= units.count,
        zip(characters, units[end...]).allSatisfy({ $0 == $1.symbol }),
        !taken[end..<end + characters.count].contains(true),
        let level = PlaceLevel.admitted(byHan: suffix.text)
      else { continue }
      return (level.strict, level.loose, start..<end + characters.count)
    }
    return nil
  }

  /// `Kashgar Prefecture`, `Kizilsu Kyrgyz Autonomous Prefecture`, `City of Kashgar`.
  private func wordLevel(from start: Int, to end: Int) -> StatedLevel? {
    if let level = levelBefore(start, to: end) { return level }
    var index = end
    while index < units.count, !taken[index], PlaceLevel.peoples.contains(units[index].text) {
      index += 1
    }
    var words: [String] = []
    if index < units.count, units[index].text == "autonomous" {
      words.append("autonomous")
      index += 1
    } else {
      index = end
    }
    if index < units.count, !units[index].breakBefore,
      PlaceLevel.words.contains(units[index].text),
      let level = PlaceLevel.admitted(by: words + [units[index].text])
    {
      return (level.strict, level.loose, start..<index + 1)
    }
    if !words.isEmpty, let level = PlaceLevel.admitted(by: words) {
      return (level.strict, level.loose, start..<index)
    }
    return nil
  }

  /// `City of Kashgar`
  private func levelBefore(_ start: Int, to end: Int) -> StatedLevel? {
    guard start > 1, units[start - 1].text == "of", !taken[start - 2],
      let level = PlaceLevel.admitted(by: [units[start - 2].text])
    else { return nil }
    return (level.strict, level.loose, start - 2..<end)
  }

  /// Lets the places of one text explain each other, and drops bare names that nothing supports.
  private func settled(_ found: [Found]) -> [PlaceMention] {
    var mentions: [PlaceMention] = []
    for (index, place) in found.enumerated() {
      var candidates = place.candidates
      let others = found.enumerated().filter { $0.offset != index && $0.element.statesLevel }
        .flatMap(\.element.candidates)
      let nested = candidates.filter { candidate in
        others.contains { other in
          other != candidate
            && lexicon.tree.isWithin(lexicon.places[candidate].code, lexicon.places[other].code)
            && lexicon.places[other].depth > 2
        }
      }
      if candidates.count > 1, !nested.isEmpty, place.statesLevel { candidates = nested }
      guard place.isBareAllowed || !nested.isEmpty else { continue }
      mentions.append(mention(place, candidates))
    }
    return mentions
  }

  private func mention(_ place: Found, _ candidates: [Int]) -> PlaceMention {
    let depth = lexicon.places[candidates[0]].depth
    let peers = candidates.filter { lexicon.places[$0].depth == depth }
    let codes = candidates.map { lexicon.places[$0].code }
    let first = units[place.range.lowerBound].start
    let last = units[place.range.upperBound - 1].end
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[first..<last])
    return PlaceMention(
      code: peers.count == 1 ? codes[0] : commonAncestor(of: peers), candidates: codes,
      text: String(text), statesLevel: place.statesLevel, range: first..<last,
      units: place.range, isLevelOpen: place.isOpen)
  }

  private func commonAncestor(of places: [Int]) -> String {
    let first = lexicon.places[places[0]].code
    for node in lexicon.tree.lineage(of: first)
    where places.allSatisfy({ lexicon.tree.isWithin(lexicon.places[$0].code, node.code) }) {
      return node.code
    }
    return first
  }
}
