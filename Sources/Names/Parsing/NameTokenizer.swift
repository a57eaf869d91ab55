/// Turns what no place, function or legal form has taken into tokens that meet across scripts.
struct NameTokenizer {
  let knowledge: NameKnowledge
  let units: [TextUnit]
  let taken: [Bool]
  /// Where bodies known by name begin.
  let bodies: Set<Int>
  private(set) var tokens: [NameToken] = []
  /// Numbers and ordinals in order of the text.
  private(set) var numbers: [Int] = []

  init(knowledge: NameKnowledge, units: [TextUnit], taken: [Bool], bodies: Set<Int>) {
    self.knowledge = knowledge
    self.units = units
    self.taken = taken
    self.bodies = bodies
  }

  mutating func run() {
    var index = 0
    while index < units.count {
      let unit = units[index]
      if unit.isNumber {
        if let number = Int(unit.text), number < 100_000 { numbers.append(number) }
        index += 1
      } else if taken[index] {
        index += 1
      } else if let ordinal = EnglishOrdinals.read(units, at: index) {
        numbers.append(ordinal.value)
        index += ordinal.length
      } else {
        let start = index
        while index < units.count, !taken[index], !units[index].isNumber,
          index == start || EnglishOrdinals.read(units, at: index) == nil
        {
          index += 1
        }
        take(start..<index)
      }
    }
    foldRepeats()
  }

  private mutating func take(_ range: Range<Int>) {
    let segments = NameSegments(
      meanings: knowledge.tables.meanings, units: units, bodies: bodies)
    for segment in segments.segments(of: range) {
      switch segment {
      case .meaning(let place, let entries): append(entries, at: place, segments)
      case .unknown(let place):
        if units[place.lowerBound].isHan { appendRun(place) } else { appendWord(place) }
      }
    }
  }

  /// Han characters without a meaning of their own become one word by their reading.
  private mutating func appendRun(_ range: Range<Int>, names: [String] = []) {
    let run = units[range].map(\.symbol)
    let transliteration = knowledge.tables.transliteration
    let readings = transliteration.readings(of: run)
    tokens.append(
      NameToken(
        word: ComparedWord(readings[0]), characters: characters(run),
        readings: readings.dropFirst() + names, syllables: transliteration.syllables(of: run),
        concepts: [], kind: nil, isSkeleton: false, units: range,
        shown: shown(range)))
  }

  private func shown(_ range: Range<Int>) -> String { Folding.joined(units[range]) }

  private func characters(_ run: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for value in run { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    return String(text)
  }

  private mutating func append(
    _ entries: [Meanings.Entry], at range: Range<Int>, _ segments: NameSegments
  ) {
    guard let kind = Self.kind(of: entries), kind != .filler else { return }
    if kind == .city, !units[range.lowerBound].isHan {
      for index in range { appendWord(index..<index + 1, abroad: entries.map(\.concept)) }
      return
    }
    if kind == .brand {
      appendBrand(range, entries)
      return
    }
    let parts = segments.parts(of: range).compactMap { part in
      Self.kind(of: part).map {
        NameToken.Part(
          text: knowledge.tables.meanings.concepts[Int(part[0].concept)],
          concepts: part.map(\.concept), kind: $0)
      }
    }
    tokens.append(
      NameToken(
        word: ComparedWord(text(of: range)), characters: "", readings: [],
        concepts: entries.map(\.concept), kind: kind == .city ? .word : kind,
        contextual: entries.filter(\.isContextual).map(\.concept), parts: parts,
        isSkeleton: false, units: range, shown: shown(range)))
  }

  /// A brand of China: a word of the body's own that is read as its name in letters, too.
  private mutating func appendBrand(_ range: Range<Int>, _ entries: [Meanings.Entry]) {
    let meanings = knowledge.tables.meanings
    let names = entries.filter { $0.kind == .brand }
      .flatMap { meanings.words[Int($0.concept)].map(\.text) }
    guard units[range.lowerBound].isHan else {
      tokens.append(
        NameToken(
          word: ComparedWord(text(of: range)), characters: "", readings: names, concepts: [],
          kind: nil, isSkeleton: false, units: range, shown: shown(range)))
      return
    }
    appendRun(range, names: names)
  }

  /// The kind that rules where a phrase has several meanings: the one the table names first, but
  /// a body known by name and a filler before all others.
  private static func kind(of entries: [Meanings.Entry]) -> Meanings.Kind? {
    let kinds = entries.map(\.kind)
    for kind in [Meanings.Kind.filler, .named, .brand, .body, .service, .generic]
    where kinds.contains(kind) {
      return kind
    }
    return kinds.first
  }

  private func text(of range: Range<Int>) -> String {
    if units[range.lowerBound].isHan {
      return knowledge.tables.transliteration.syllables(of: units[range].map(\.symbol)).joined()
    }
    return units[range].map(latin).joined()
  }

  private mutating func appendWord(_ range: Range<Int>, abroad: [UInt16] = []) {
    let unit = units[range.lowerBound]
    guard case .word(let script) = unit.kind else { return }
    let latin = latin(unit)
    tokens.append(
      NameToken(
        word: ComparedWord(latin), characters: "",
        readings: script == .cyrillic ? Self.furtherReadings(of: latin) : [], concepts: [],
        kind: nil,
        abroad: abroad, isSkeleton: script == .arabic || script == .hebrew, units: range,
        shown: shown(range)))
  }

  /// The nouns of an adjective of place, and the letters of English in which a word of Cyrillic may
  /// be written: `Grineks` and `Grinex`, `Akhk` and `Ahk`.
  private static func furtherReadings(of latin: String) -> [String] {
    var readings = PlaceAdjectives.nouns(of: latin)
    for (letters, other) in spellings {
      var spelt: [UInt8] = []
      for letter in latin.utf8 {
        if spelt.last == letters.0, letter == letters.1 {
          spelt[spelt.count - 1] = other
        } else {
          spelt.append(letter)
        }
      }
      if spelt.count < latin.utf8.count { readings.append(String(decoding: spelt, as: UTF8.self)) }
    }
    return readings
  }

  /// Two letters for which one may stand.
  private static let spellings: [((UInt8, UInt8), UInt8)] = [
    ((UInt8(ascii: "k"), UInt8(ascii: "s")), UInt8(ascii: "x")),
    ((UInt8(ascii: "k"), UInt8(ascii: "h")), UInt8(ascii: "h")),
  ]

  private func latin(_ unit: TextUnit) -> String {
    guard case .word(let script) = unit.kind else { return unit.text }
    return knowledge.tables.transliteration.latin(unit.text, script: script)
  }

  /// A word said twice, as in `BGI Genomics Co., Ltd. (BGI)`, counts once.
  private mutating func foldRepeats() {
    var kept: [NameToken] = []
    for token in tokens
    where !token.text.isEmpty && !kept.contains(where: { $0.repeats(token) }) {
      kept.append(token)
    }
    tokens = kept
  }
}
