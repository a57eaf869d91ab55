/// Turns what no place, function or legal form has taken into tokens that meet across scripts.
struct NameTokenizer {
  let knowledge: NameKnowledge
  let units: [TextUnit]
  let taken: [Bool]
  private(set) var tokens: [NameToken] = []
  private(set) var numbers: [Int] = []

  init(knowledge: NameKnowledge, units: [TextUnit], taken: [Bool]) {
    self.knowledge = knowledge
    self.units = units
    self.taken = taken
  }

  mutating func run() {
    var index = 0
    var run: [UInt32] = []
    while index < units.count {
      let unit = units[index]
      if unit.isNumber {
        takeNumber(unit)
        flush(&run)
        index += 1
        continue
      }
      if taken[index] {
        flush(&run)
        index += 1
        continue
      }
      if let number = ordinal(unit) {
        flush(&run)
        numbers.append(number)
        index += 1
      } else if let match = knowledge.tables.meanings.longest(in: units, at: index),
        !taken[index..<index + match.length].contains(true)
      {
        flush(&run)
        append(match, at: index)
        index += match.length
      } else if unit.isHan {
        if unit.breakBefore { flush(&run) }
        if !isLevelOrOrdinalMark(unit) { run.append(unit.symbol) } else { flush(&run) }
        index += 1
      } else {
        flush(&run)
        appendWord(unit)
        index += 1
      }
    }
    flush(&run)
    foldRepeats()
  }

  private mutating func takeNumber(_ unit: TextUnit) {
    if let number = Int(unit.text), number < 100_000 { numbers.append(number) }
  }

  private func isLevelOrOrdinalMark(_ unit: TextUnit) -> Bool {
    unit.text == "第" || unit.text == "号"
  }

  private func ordinal(_ unit: TextUnit) -> Int? {
    guard !unit.isHan else { return nil }
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    ]
    if let index = words.firstIndex(of: unit.text) { return index + 1 }
    // Roman numerals that are no initials.
    let numerals = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"]
    let values = [2, 3, 4, 6, 7, 8, 9, 11, 12]
    return numerals.firstIndex(of: unit.text).map { values[$0] }
  }

  /// Han characters without a meaning of their own become one word by their reading.
  private mutating func flush(_ run: inout [UInt32]) {
    guard !run.isEmpty else { return }
    let readings = knowledge.tables.transliteration.readings(of: run)
    tokens.append(
      NameToken(
        word: ComparedWord(readings[0]), characters: characters(run),
        readings: Array(readings.dropFirst()), concepts: [], isGeneric: false,
        isSkeleton: false))
    run = []
  }

  private func characters(_ run: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for value in run { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    return String(text)
  }

  private mutating func append(_ match: (length: Int, entries: [Meanings.Entry]), at index: Int) {
    let range = index..<index + match.length
    if match.entries.contains(where: { $0.kind == .filler }) { return }
    let text: String
    if units[index].isHan {
      text = knowledge.tables.transliteration.syllables(of: units[range].map(\.symbol)).joined()
    } else {
      text = units[range].map { latin($0) }.joined()
    }
    tokens.append(
      NameToken(
        word: ComparedWord(text), characters: "", readings: [],
        concepts: match.entries.map(\.concept),
        isGeneric: match.entries.contains { $0.kind == .generic }, isSkeleton: false))
  }

  private mutating func appendWord(_ unit: TextUnit) {
    // A single letter between words is an article or an initial; it tells nothing alone.
    guard case .word(let script) = unit.kind else { return }
    tokens.append(
      NameToken(
        word: ComparedWord(latin(unit)), characters: "", readings: [], concepts: [],
        isGeneric: false, isSkeleton: script == .arabic || script == .hebrew))
  }

  private func latin(_ unit: TextUnit) -> String {
    guard case .word(let script) = unit.kind else { return unit.text }
    return knowledge.tables.transliteration.latin(unit.text, script: script)
  }

  /// A word said twice, as in `BGI Genomics Co., Ltd. (BGI)`, counts once.
  private mutating func foldRepeats() {
    var kept: [NameToken] = []
    for token in tokens where !kept.contains(token) && !token.text.isEmpty { kept.append(token) }
    tokens = kept
    numbers = Array(Set(numbers)).sorted()
  }
}
