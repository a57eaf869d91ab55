/// The words of a name in Han characters laid against those of one in letters.
///
/// Meaning first: words meet by concept, compounds by the phrases that they consist of; what has no
/// meaning of its own meets by its reading, syllable by syllable.
struct MeaningAlignment {
  /// A side of the comparison and what of it has found no partner.
  struct Side {
    /// What is left, in order of the text.
    var rest: [NameToken]
    /// How many units the name has, to tell a last body from one before others.
    let isHan: Bool

    var words: [NameToken] { rest.filter { $0.kind == .word || $0.kind == .service } }
    var fields: [NameToken] {
      rest.filter { $0.kind == .word || $0.kind == .service || $0.kind == .generic }
    }
    var bodies: [NameToken] { rest.filter { $0.kind == .body } }
    var own: [NameToken] { rest.filter { $0.kind == nil } }
    var named: [NameToken] { rest.filter { $0.kind == .named } }
  }

  struct Pair {
    let left: [NameToken]
    let right: [NameToken]
  }

  var left: Side
  var right: Side
  private(set) var pairs: [Pair] = []
  /// Reasons for which the agreement is less than certain.
  var doubts: [String] = []
  /// Well-known bodies that had to be taken by the words of their names.
  private(set) var opened = (left: [String](), right: [String]())
  let tables: NameTables

  init(_ left: ParsedName, _ right: ParsedName, tables: NameTables) {
    self.left = Side(rest: left.tokens, isHan: left.isHan)
    self.right = Side(rest: right.tokens, isHan: right.isHan)
    self.tables = tables
    pairNamed()
    guard !isContradictedByName else { return }
    pairEqual()
    pairByMeaning()
    if needsParts { expandParts() }
    meetCities()
    pairJoined()
    pairMisspelt()
    pairApproximately()
    dropRepeats()
  }

  /// Whether each name names another well-known body.
  var isContradictedByName: Bool { !left.named.isEmpty && !right.named.isEmpty }

  func count(_ kinds: Meanings.Kind...) -> Int {
    pairs.count { pair in pair.left.contains { $0.kind.map(kinds.contains) ?? false } }
  }

  /// Letters of the words of their own that have met.
  var ownLetters: Int {
    pairs.filter { $0.left.contains { $0.kind == nil } || $0.right.contains { $0.kind == nil } }
      .reduce(0) { sum, pair in
        sum
          + min(
            pair.left.reduce(0) { $0 + $1.word.length },
            pair.right.reduce(0) { $0 + $1.word.length })
      }
  }

  var bodyPairs: [Pair] { pairs.filter { $0.left.contains { $0.kind == .body } } }

  var explanation: String {
    pairs.map { pair in
      let words = (Self.words(pair.left), Self.words(pair.right))
      return words.0 == words.1 ? words.0 : "\(words.0) / \(words.1)"
    }.joined(separator: ", ")
  }

  static func words(_ tokens: [NameToken]) -> String { tokens.map(\.shown).joined(separator: " ") }

  /// Adds a pair that a rule outside of the words has found: the short form of a university.
  mutating func meet(_ left: [NameToken], _ right: [NameToken], doubt: String) {
    record(left, right)
    doubts.append(doubt)
  }

  mutating func record(_ first: [NameToken], _ second: [NameToken]) {
    pairs.append(Pair(left: first, right: second))
    left.rest.removeAll { first.contains($0) }
    right.rest.removeAll { second.contains($0) }
  }

  mutating func pair(where isPartner: (NameToken, NameToken) -> Bool) {
    for token in left.rest {
      if let partner = right.rest.first(where: { isPartner(token, $0) }) {
        record([token], [partner])
      }
    }
  }

  private mutating func pairNamed() {
    pair { $0.kind == .named && $1.kind == .named && $0.concepts == $1.concepts }
  }

  private mutating func pairEqual() {
    pair { Self.isEqual($0, $1) }
  }

  /// The same meaning: where both have one only first, so that they are not taken by others.
  private mutating func pairByMeaning() {
    pair { $0.kind == $1.kind && $0.concepts.first == $1.concepts.first && !$0.concepts.isEmpty }
    pair { $0.kind == $1.kind && Self.shareMeaning($0, $1) }
    pair { Self.shareMeaning($0, $1) }
    for pair in pairs { doubtContext(pair) }
  }

  private mutating func doubtContext(_ pair: Pair) {
    guard let first = pair.left.first, let second = pair.right.first else { return }
    if first.kind == .body, tables.isDoubtfulRendering(first, second) {
      doubts.append("schools differ by such words: \(first.shown) / \(second.shown)")
    }
    let contextual = first.contextual + second.contextual
    guard !contextual.isEmpty, first.text != second.text else { return }
    let shared = first.concepts.filter { second.concepts.contains($0) }
    if !shared.isEmpty, shared.allSatisfy({ contextual.contains($0) }) {
      doubts.append("\(first.text) may be rendered in several ways")
    }
  }

  private static func shareMeaning(_ left: NameToken, _ right: NameToken) -> Bool {
    func isSaid(_ concept: UInt16) -> Bool {
      right.concepts.contains(concept) || right.abroad.contains(concept)
    }
    return left.concepts.contains(where: isSaid) || left.abroad.contains(where: isSaid)
  }

  private static func isEqual(_ left: NameToken, _ right: NameToken) -> Bool {
    if !left.characters.isEmpty, !right.characters.isEmpty {
      return left.characters == right.characters
    }
    return left.text == right.text || left.readings.contains(right.text)
      || right.readings.contains(left.text)
  }

  /// Words that say more than the kind of undertaking.
  private func isTelling(_ token: NameToken) -> Bool {
    token.kind != .qualifier && !token.concepts.contains { tables.formalConcepts.contains($0) }
  }

  private var needsParts: Bool {
    left.rest.contains(where: isTelling) && right.rest.contains(where: isTelling)
  }

  private mutating func expandParts() {
    guard
      left.rest.contains(where: { !$0.parts.isEmpty })
        || right.rest.contains(where: { !$0.parts.isEmpty })
    else { return }
    opened = (left.named.map(\.shown), right.named.map(\.shown))
    left.rest = left.rest.flatMap(\.expanded)
    right.rest = right.rest.flatMap(\.expanded)
    pairByMeaning()
  }

  /// The further words of a city's name have met with its first: `New York`.
  private mutating func meetCities() {
    guard
      left.rest.contains(where: { !$0.abroad.isEmpty })
        || right.rest.contains(where: { !$0.abroad.isEmpty })
    else { return }
    let met = Set(pairs.flatMap { $0.left + $0.right }.flatMap { $0.abroad + $0.concepts })
    func isMet(_ token: NameToken) -> Bool { token.abroad.contains { met.contains($0) } }
    left.rest.removeAll(where: isMet)
    right.rest.removeAll(where: isMet)
  }

  /// What says again what has met already: 舰艇 beside 海军, where the other name says `naval`.
  private mutating func dropRepeats() {
    let pairs = pairs
    func isMet(_ concept: UInt16, _ side: (Pair) -> [NameToken]) -> Bool {
      pairs.contains { pair in side(pair).contains { $0.concepts.contains(concept) } }
    }
    func repeats(
      _ token: NameToken, _ own: (Pair) -> [NameToken], _ other: (Pair) -> [NameToken]
    ) -> Bool {
      guard token.kind == .word || token.kind == .generic, let first = token.concepts.first else {
        return false
      }
      return isMet(first, own) && isMet(first, other)
        || token.concepts.contains { isMet($0, other) && !token.contextual.contains($0) }
    }
    let count = left.rest.count + right.rest.count
    left.rest.removeAll { repeats($0, { $0.left }, { $0.right }) }
    right.rest.removeAll { repeats($0, { $0.right }, { $0.left }) }
    if left.rest.count + right.rest.count < count { doubts.append("one name says a thing twice") }
  }
}
