/// What of a word of the list is read before its letters are: most words are told apart by it.
struct WordCard: BitwiseCopyable {
  /// In `bits`, from the lowest: six classes of consonants, three flags, five bits of script, then
  /// the lengths of the word, of its form, and of its sound.
  private static let classes: UInt32 = 0x3F
  private static let hasFamily: UInt32 = 1 << 6
  private static let isOpen: UInt32 = 1 << 7
  private static let isItsForm: UInt32 = 1 << 8
  private static let script: UInt32 = 9
  private static let length: UInt32 = 14
  private static let formLength: UInt32 = 20
  private static let sounds: UInt32 = 26
  private static let mostLetters = 63

  /// One bit for each letter that occurs, and the same of the spelling form.
  let letters: UInt32
  let form: UInt32
  /// One bit for each letter of sound, see `SoundReach`.
  let sounds: UInt64
  let outline: SoundOutline
  private let bits: UInt32
  /// For each way of hearing what it costs to leave all letters of sound without a partner; a byte
  /// each.
  private let losses: UInt32

  /// - Parameter sound: What is stored of the word, see `LexemeSounds`.
  init(_ word: PersonWord, _ pool: Span<UInt8>, sound: ArraySlice<UInt8>) {
    let (start, end) = (Int(word.start), Int(word.start) + Int(word.length))
    letters = Self.set(of: pool.extracting(start..<end))
    form = Self.set(of: pool.extracting(end..<end + Int(word.formLength)))
    let count = sound.count / (SoundHearing.allCases.count + 1)
    var (sounds, losses) = (UInt64(0), UInt32(0))
    for letter in sound.prefix(count) { sounds |= SoundReach.bit(letter) }
    for hearing in SoundHearing.allCases.indices {
      let first = sound.startIndex + count * (hearing + 1)
      let loss = (first..<first + count).reduce(0) { $0 + Int(sound[$1]) }
      losses |= UInt32(min(loss, Self.mostLoss)) << UInt32(8 * hearing)
    }
    (self.sounds, self.losses) = (sounds, losses)
    outline = word.outline
    let lengths = (Int(word.length), Int(word.formLength), count)
    let isOpen =
      word.characters != 0 || word.mayHoldSeveral || count == 0 || count > Self.mostLetters
      || max(lengths.0, lengths.1) > Self.mostLetters
    var bits = word.classes & Self.classes | UInt32(word.script & 0x1F) << Self.script
    if word.families.0 != 0 { bits |= Self.hasFamily }
    if isOpen { bits |= Self.isOpen }
    if word.isItsForm { bits |= Self.isItsForm }
    for (length, place) in [
      (lengths.0, Self.length), (lengths.1, Self.formLength), (lengths.2, Self.sounds),
    ] {
      bits |= UInt32(min(length, Self.mostLetters)) << place
    }
    self.bits = bits
  }

  /// As much or more.
  static let mostLoss = 255

  /// One bit for each letter that a word has.
  static func set(of letters: Span<UInt8>) -> UInt32 {
    var set: UInt32 = 0
    for index in letters.indices { set |= 1 &<< UInt32(letters[index] & 31) }
    return set
  }

  /// Whether it says nothing: of words in Han characters.
  var isOpen: Bool { bits & Self.isOpen != 0 }
  /// Whether it is a form of a given name that is known.
  var hasFamily: Bool { bits & Self.hasFamily != 0 }
  var isItsForm: Bool { bits & Self.isItsForm != 0 }
  var script: UInt8 { UInt8(truncatingIfNeeded: bits >> Self.script & 0x1F) }
  var length: Int { Int(bits >> Self.length & 0x3F) }
  var formLength: Int { Int(bits >> Self.formLength & 0x3F) }
  var soundLength: Int { Int(bits >> Self.sounds) }
  /// See `ConsonantClasses`.
  var classes: UInt32 { bits & Self.classes }

  @inline(__always)
  func loss(_ hearing: SoundHearing) -> Int {
    Int(losses >> (8 * UInt32(hearing.rawValue)) & 0xFF)
  }
}
