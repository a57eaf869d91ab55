/// The words of two names laid against each other.
struct TokenAlignment {
  /// Weight of the words that found a partner, and of all, on each side.
  private(set) var matched = (left: 0.0, right: 0.0)
  private(set) var total = (left: 0.0, right: 0.0)
  /// Distinctive words without a partner.
  private(set) var loose = (left: [NameToken](), right: [NameToken]())
  /// Words with a known meaning, other than general ones, without a partner.
  private(set) var unmet = (left: [NameToken](), right: [NameToken]())
  /// Letters of distinctive words that found a partner, and how many such words there were.
  private(set) var distinctiveLetters = 0
  private(set) var distinctiveMatches = 0
  /// Words that met only by a slip of spelling or by their consonants.
  private(set) var isApproximate = false
  private(set) var pairs: [String] = []
  /// Words that met by what they mean and are written otherwise.
  private(set) var renderings: [(left: NameToken, right: NameToken)] = []
  /// General words without a partner, on each side.
  private(set) var generic = (left: [NameToken](), right: [NameToken]())
  private let explains: Bool

  /// With the syllables of `pinyin`, words of pinyin are near only if each syllable is.
  init(
    _ left: [NameToken], _ right: [NameToken], pinyin: PinyinSyllables? = nil,
    explains: Bool = true
  ) {
    self.explains = explains
    total.left = left.reduce(0) { $0 + $1.weight }
    total.right = right.reduce(0) { $0 + $1.weight }
    var first = left
    var second = right
    pair(&first, &second) { Self.isSame($0, $1) }
    pair(&first, &second) { Self.isSameMeaning($0, $1) }
    if !first.isEmpty, !second.isEmpty, (first + second).contains(where: { !$0.parts.isEmpty }) {
      first = first.flatMap(\.expanded)
      second = second.flatMap(\.expanded)
      total.left = matched.left + first.reduce(0) { $0 + $1.weight }
      total.right = matched.right + second.reduce(0) { $0 + $1.weight }
      pair(&first, &second) { Self.isSameMeaning($0, $1) }
    }
    joinSplitWords(&first, &second)
    pair(&first, &second, approximate: true) {
      Self.isNear($0, $1) && pinyin?.areOtherWords($0.text, $1.text) != true
    }
    generic = (first.filter(\.isGeneric), second.filter(\.isGeneric))
    loose = (first.filter(\.isDistinctive), second.filter(\.isDistinctive))
    unmet = (
      first.filter { !$0.isDistinctive && !$0.isGeneric },
      second.filter { !$0.isDistinctive && !$0.isGeneric }
    )
  }

  /// The share of the weight that found a partner, on the side where it is smaller.
  var coverage: Double { min(share(matched.left, total.left), share(matched.right, total.right)) }

  private func share(_ part: Double, _ whole: Double) -> Double { whole == 0 ? 1 : part / whole }

  private mutating func pair(
    _ left: inout [NameToken], _ right: inout [NameToken], approximate: Bool = false,
    where isPartner: (NameToken, NameToken) -> Bool
  ) {
    var index = 0
    while index < left.count {
      guard let partner = right.firstIndex(where: { isPartner(left[index], $0) }) else {
        index += 1
        continue
      }
      record([left[index]], [right[partner]], approximate: approximate)
      left.remove(at: index)
      right.remove(at: partner)
    }
  }

  private mutating func record(_ left: [NameToken], _ right: [NameToken], approximate: Bool) {
    if left.count == 1, right.count == 1, left[0].kind != nil, left[0].text != right[0].text {
      renderings.append((left[0], right[0]))
    }
    matched.left += left.reduce(0) { $0 + $1.weight }
    matched.right += right.reduce(0) { $0 + $1.weight }
    if approximate { isApproximate = true }
    if left.contains(where: \.isDistinctive) || right.contains(where: \.isDistinctive) {
      distinctiveMatches += 1
      distinctiveLetters += min(
        left.reduce(0) { $0 + $1.text.utf8.count }, right.reduce(0) { $0 + $1.text.utf8.count })
    }
    guard explains else { return }
    let words = (left.map(\.text).joined(separator: " "), right.map(\.text).joined(separator: " "))
    pairs.append(words.0 == words.1 ? words.0 : "\(words.0) / \(words.1)")
  }

  /// 天耀伟业 is one word here and `Tianyao Weiye` two: the rest is compared without spaces.
  private mutating func joinSplitWords(_ left: inout [NameToken], _ right: inout [NameToken]) {
    guard !left.isEmpty, !right.isEmpty, left.count + right.count > 2 else { return }
    let lengths = (Self.lengths(of: left), Self.lengths(of: right))
    for (isOwnLeft, isOwnRight) in [(false, false), (true, true), (false, true), (true, false)] {
      let length = (
        isOwnLeft ? lengths.0.own : lengths.0.all, isOwnRight ? lengths.1.own : lengths.1.all
      )
      guard min(length.0, length.1) >= 4, abs(length.0 - length.1) <= 2 else { continue }
      let first = isOwnLeft ? left.filter(\.isDistinctive) : left
      let second = isOwnRight ? right.filter(\.isDistinctive) : right
      let joined = (first.map(\.text).joined(), second.map(\.text).joined())
      if joined.0 == joined.1 {
        record(first, second, approximate: false)
      } else if joined.0.utf8.count >= 8,
        ComparedWord(joined.0).isNear(ComparedWord(joined.1))
      {
        record(first, second, approximate: true)
      } else {
        continue
      }
      left.removeAll { first.contains($0) }
      right.removeAll { second.contains($0) }
      return
    }
  }

  /// Letters of all words and of distinctive ones.
  private static func lengths(of tokens: [NameToken]) -> (all: Int, own: Int) {
    tokens.reduce((0, 0)) {
      ($0.0 + $1.word.length, $0.1 + ($1.isDistinctive ? $1.word.length : 0))
    }
  }

  private static func isSame(_ left: NameToken, _ right: NameToken) -> Bool {
    // Two words in Han characters are one only if the characters are.
    if !left.characters.isEmpty, !right.characters.isEmpty {
      return left.characters == right.characters
    }
    return left.text == right.text || left.readings.contains(right.text)
      || right.readings.contains(left.text)
  }

  private static func isSameMeaning(_ left: NameToken, _ right: NameToken) -> Bool {
    left.concepts.contains { right.concepts.contains($0) }
  }

  private static func isNear(_ left: NameToken, _ right: NameToken) -> Bool {
    guard left.isDistinctive || right.isDistinctive else { return false }
    return isNear(left.word, isSkeleton: left.isSkeleton, right.word, isSkeleton: right.isSkeleton)
  }

  /// Whether words, of which one is the body's own, may be one by their letters or their sound.
  static func isNear(
    _ left: ComparedWord, isSkeleton leftIsSkeleton: Bool, _ right: ComparedWord,
    isSkeleton rightIsSkeleton: Bool
  ) -> Bool {
    guard leftIsSkeleton != rightIsSkeleton else {
      return left.isNear(right) || left.soundsLike(right)
    }
    return left.skeletonLength >= 3 && left.sharesSkeleton(with: right)
      || soundsAlike(left, leftIsSkeleton, right, rightIsSkeleton)
  }

  /// Whether a word without its vowels may be the sound of the other, short ones too: `kysh` and
  /// `Kish`.
  private static func soundsAlike(
    _ left: ComparedWord, _ leftIsSkeleton: Bool, _ right: ComparedWord, _ rightIsSkeleton: Bool
  ) -> Bool {
    guard min(left.length, right.length) >= 3 else { return false }
    let (first, second) = (Array(left.text.utf8), Array(right.text.utf8))
    return SoundComparison.similarity(
      first.span, leftIsSkeleton ? .arabic : .latin, second.span,
      rightIsSkeleton ? .arabic : .latin, floor: leastSound) >= leastSound
  }

  /// What has to meet where one name has words of its own without a partner: letters of such words,
  /// and the share of the weight.
  static let leastLetters = 5
  static let leastCoverage = 0.45

  /// Of words of bodies, which may be any words, more is asked than of persons' names.
  private static let leastSound = 84
}
