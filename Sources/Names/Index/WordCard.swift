/// What of a word of the list is read before its letters are: most words are told apart by it.
struct WordCard: BitwiseCopyable {
  private static let classes: UInt8 = 0x3F
  private static let hasFamily: UInt8 = 0x40
  private static let isOpen: UInt8 = 0x80
  private static let isItsForm: UInt8 = 0x80

  /// One bit for each letter that occurs, and the same of the spelling form.
  let letters: UInt32
  let form: UInt32
  /// One bit for each letter of sound, see `SoundReach`.
  let sounds: UInt64
  let outline: SoundOutline
  let length: UInt8
  let script: UInt8
  private let flags: UInt8
  private let formBits: UInt8
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
    let stored = sound.startIndex
    for letter in sound.prefix(count) { sounds |= SoundReach.bit(letter) }
    for hearing in SoundHearing.allCases.indices {
      let first = stored + count * (hearing + 1)
      let loss = (first..<first + count).reduce(0) { $0 + Int(sound[$1]) }
      losses |= UInt32(min(loss, Self.mostLoss)) << UInt32(8 * hearing)
    }
    (self.sounds, self.losses) = (sounds, losses)
    outline = word.outline
    length = word.length
    script = word.script
    flags =
      UInt8(truncatingIfNeeded: word.classes) & Self.classes
      | (word.families.0 != 0 ? Self.hasFamily : 0)
      | (word.characters != 0 || word.mayHoldSeveral || count == 0 ? Self.isOpen : 0)
    formBits = word.formLength | (word.isItsForm ? Self.isItsForm : 0)
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
  var isOpen: Bool { flags & Self.isOpen != 0 }
  /// Whether it is a form of a given name that is known.
  var hasFamily: Bool { flags & Self.hasFamily != 0 }
  var isItsForm: Bool { formBits & Self.isItsForm != 0 }
  var formLength: Int { Int(formBits & ~Self.isItsForm) }
  /// See `ConsonantClasses`.
  var classes: UInt32 { UInt32(flags & Self.classes) }

  @inline(__always)
  func loss(_ hearing: SoundHearing) -> Int {
    Int(losses >> (8 * UInt32(hearing.rawValue)) & 0xFF)
  }
}
