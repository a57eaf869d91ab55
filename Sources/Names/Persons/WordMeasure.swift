/// Tells how alike two words of persons' names are, whatever stands beside them.
struct WordMeasure {
  typealias Likeness = (likeness: Int, ground: PersonMeasure.Pair.Ground)

  /// Words that are less alike are never taken for one.
  static let leastLikeness = 66

  /// Spelling and forms that come to no more do not make words that alike.
  static func spellingFloor(_ least: Int) -> Int { least - 1 }
  static func formFloor(_ least: Int) -> Int { least * 100 / 94 }

  var spelling = SpellingMeasure()
  private var sounds = SoundMemory()
  private var prepared = PreparedWord()

  /// How alike two words are as far as that is told without measuring: 0 where it is not.
  static func equality(
    _ left: PersonWord, _ leftPool: Span<UInt8>, _ right: PersonWord, _ rightPool: Span<UInt8>
  ) -> Likeness {
    // Two words in Han characters are one only if the characters are.
    if left.characters != 0, right.characters != 0 {
      return left.characters == right.characters ? (100, .equal) : (0, .equal)
    }
    if left.letters == right.letters, left.length == right.length,
      areEqual(leftPool, Int(left.start), rightPool, Int(right.start), Int(left.length))
    {
      return (100, .equal)
    }
    if left.flags.contains(.isInitial) != right.flags.contains(.isInitial) {
      return leftPool[Int(left.start)] == rightPool[Int(right.start)]
        ? (80, .initial) : (0, .initial)
    }
    if left.families.0 != 0, right.families.0 != 0,
      shareFamily(left.families, right.families)
    {
      return (92, .family)
    }
    if left.form == right.form, left.formLength == right.formLength, left.formLength >= 2,
      areEqual(
        leftPool, Int(left.start) + Int(left.length), rightPool,
        Int(right.start) + Int(right.length), Int(left.formLength))
    {
      return (94, .form)
    }
    return (0, .spelling)
  }

  /// Hashes of 32 bits may be equal where the letters are not.
  private static func areEqual(
    _ left: Span<UInt8>, _ first: Int, _ right: Span<UInt8>, _ second: Int, _ count: Int
  ) -> Bool {
    for place in 0..<count where left[first + place] != right[second + place] { return false }
    return true
  }

  /// How alike two words are that are not equal, 0 where they are different words.
  ///
  /// - Parameter sound: What is stored of the right word, see `LexemeSounds`; nothing where it is none
  ///   of a list.
  mutating func likeness(
    _ left: PersonWord, _ leftPool: Span<UInt8>, _ right: PersonWord, _ rightPool: Span<UInt8>,
    sound: Span<UInt8> = Span()
  ) -> Likeness {
    guard Self.mayBeOne(left, right) else { return (0, .spelling) }
    return likeness(
      left, in: .all, isPrepared: false, leftPool, right, rightPool, sound,
      floor: Self.leastLikeness)
  }

  /// Takes a word that is held against many.
  mutating func prepare(_ word: PersonWord, _ pool: Span<UInt8>) {
    prepared = PreparedWord(word, pool)
  }

  /// The same for the word that was prepared, and beside no other.
  ///
  /// - Parameters:
  ///   - ways: In which ways they may be alike, see `WordSieve`.
  ///   - floor: What is below it need not be told.
  ///   - sound: What is stored of the other word, see `LexemeSounds`.
  mutating func likeness(
    ofPrepared left: PersonWord, _ leftPool: Span<UInt8>, _ right: PersonWord,
    _ rightPool: Span<UInt8>, in ways: WordSieve.Ways, floor: Int, sound: Span<UInt8>
  ) -> Int {
    guard Self.mayBeOne(left, right) else { return 0 }
    return likeness(
      left, in: ways, isPrepared: true, leftPool, right, rightPool, sound, floor: floor
    ).likeness
  }

  private static func mayBeOne(_ left: PersonWord, _ right: PersonWord) -> Bool {
    if left.characters != 0, right.characters != 0 { return false }
    // An initial stands for what begins with it, and two given names that are known to be
    // different are no slip of each other.
    if left.flags.contains(.isInitial) || right.flags.contains(.isInitial) { return false }
    return left.families.0 == 0 || right.families.0 == 0
  }

  @inline(__always)
  private static func isNear(_ left: PersonWord, _ right: PersonWord) -> Bool {
    let longer = Int(max(left.length, right.length))
    return ConsonantClasses.leastCost(left.classes, right.classes) <= 36 * longer / 10
  }

  private mutating func likeness(
    _ left: PersonWord, in ways: WordSieve.Ways, isPrepared: Bool, _ leftPool: Span<UInt8>,
    _ right: PersonWord, _ rightPool: Span<UInt8>, _ sound: Span<UInt8>, floor: Int
  ) -> Likeness {
    let (first, second) = (Int(left.start), Int(right.start))
    let leftLetters = leftPool.extracting(first..<first + Int(left.length))
    let rightLetters = rightPool.extracting(second..<second + Int(right.length))
    if left.characters != 0 || right.characters != 0 {
      // A syllable of Chinese is another one with any other letter; longer words may write the
      // sound of a foreign name.
      let isForeign = left.flags.contains(.isLong) || right.flags.contains(.isLong)
      guard isForeign else { return (0, .sound) }
      return (
        heard(
          left, isPrepared: isPrepared, leftLetters, right, rightLetters, sound, floor: floor),
        .sound
      )
    }
    let isNear = Self.isNear(left, right)
    var best: Likeness = (likeness: 0, ground: .spelling)
    if isNear, ways.contains(.spelling) {
      best.likeness =
        isPrepared
        ? spelling.likeness(
          leftLetters, known: prepared.letters, rightLetters, floor: Self.spellingFloor(floor))
        : spelling.likeness(leftLetters, rightLetters, floor: Self.spellingFloor(floor))
    }
    if ways.contains(.sound), left.script != right.script || Script.isAbjad(left.script) {
      let heard = heard(
        left, isPrepared: isPrepared, leftLetters, right, rightLetters, sound, floor: floor)
      if heard > best.likeness { best = (heard, .sound) }
    }
    if best.likeness < 90, isNear || left.length != right.length {
      // Where both words are their own forms, that was measured.
      var forms = 0
      if ways.contains(.form), !left.isItsForm || !right.isItsForm {
        let ends = (first + Int(left.length), second + Int(right.length))
        let leftForm = leftPool.extracting(ends.0..<ends.0 + Int(left.formLength))
        let rightForm = rightPool.extracting(ends.1..<ends.1 + Int(right.formLength))
        forms =
          isPrepared
          ? spelling.likeness(
            leftForm, known: prepared.form, rightForm, floor: Self.formFloor(floor))
          : spelling.likeness(leftForm, rightForm, floor: Self.formFloor(floor))
      }
      if forms * 94 / 100 > best.likeness { best = (forms * 94 / 100, .form) }
      let dropped = ways.contains(.vowels) ? Self.vowelsDropped(leftLetters, rightLetters) : 0
      if dropped > best.likeness { best = (dropped, .vowels) }
      if best.likeness < 80, Self.isCut(left, leftLetters, right, rightLetters) {
        best = (80, .cut)
      }
    }
    return best
  }

  /// How alike two words of two scripts sound, 0 where that is below `floor`.
  static func heard(
    _ left: Span<UInt8>, _ leftScript: UInt8, _ right: Span<UInt8>, _ rightScript: UInt8,
    floor: Int
  ) -> Int {
    min(
      96,
      SoundComparison.similarity(
        left, Script(number: leftScript), right, Script(number: rightScript),
        floor: max(floor, leastHeard(leftScript, rightScript))))
  }

  /// The same with what is known of both words already.
  private mutating func heard(
    _ left: PersonWord, isPrepared: Bool, _ leftLetters: Span<UInt8>,
    _ right: PersonWord, _ rightLetters: Span<UInt8>, _ sound: Span<UInt8>, floor: Int
  ) -> Int {
    let families = (
      SoundFamily(Script(number: left.script)), SoundFamily(Script(number: right.script))
    )
    let floor = max(floor, Self.leastHeard(left.script, right.script))
    if !sound.isEmpty, !families.1.isSyllabic {
      let heard =
        isPrepared && prepared.hasSound
        ? LexemeSounds.heard(prepared.sound, families.0, sound, families.1, floor: floor)
        : LexemeSounds.heard(
          sounds.form(of: left, leftLetters, comparedWith: families.1), families.0, sound,
          families.1, floor: floor)
      if let heard { return min(heard, 96) }
    }
    return min(
      96,
      SoundComparison.similarity(
        sounds.form(of: left, leftLetters, comparedWith: families.1),
        sounds.form(of: right, rightLetters, comparedWith: families.0), families.0, families.1,
        floor: floor))
  }

  private static func leastHeard(_ left: UInt8, _ right: UInt8) -> Int {
    leastHeard(left == Script.hangul.number || right == Script.hangul.number)
  }

  /// From which likeness words are heard as one; syllables of Hangul are short and many.
  static func leastHeard(_ isKorean: Bool) -> Int { isKorean ? 72 : leastLikeness }

  private static func shareFamily(
    _ left: (UInt16, UInt16), _ right: (UInt16, UInt16)
  ) -> Bool {
    left.0 == right.0 || left.0 == right.1
      || left.1 != 0 && (left.1 == right.0 || left.1 == right.1)
  }

  /// Whether one word is the beginning of the other and the last of a long text that may be cut
  /// off.
  private static func isCut(
    _ left: PersonWord, _ leftLetters: Span<UInt8>, _ right: PersonWord,
    _ rightLetters: Span<UInt8>
  ) -> Bool {
    let isLeft = left.length < right.length
    let (short, long) = (isLeft ? left : right, isLeft ? right : left)
    guard short.mayBeCut, short.length >= 2,
      long.length > short.length,
      !short.flags.contains(.isInitial)
    else { return false }
    for index in 0..<Int(short.length) {
      let letter = isLeft ? leftLetters[index] : rightLetters[index]
      let other = isLeft ? rightLetters[index] : leftLetters[index]
      if letter != other { return false }
    }
    return true
  }

  /// `frncsco` is `francisco` without vowels: several are gone and nothing else differs.
  private static func vowelsDropped(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let isLeft = left.count < right.count
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    guard short >= 2, long > short, long <= short * 3 else { return 0 }
    var place = 0
    var dropped = 0
    var inner = 0
    var kept = 0
    for index in 0..<long {
      let letter = isLeft ? right[index] : left[index]
      let other = place < short ? (isLeft ? left[place] : right[place]) : 0
      if letter == other {
        if letter.isLatinVowel { kept += 1 }
        place += 1
      } else if letter.isLatinVowel {
        dropped += 1
        if place < short { inner += 1 }
      } else {
        return 0
      }
    }
    guard place == short, inner > 0, dropped >= 2 || kept == 0 else { return 0 }
    return max(74, 92 - 3 * dropped)
  }
}
