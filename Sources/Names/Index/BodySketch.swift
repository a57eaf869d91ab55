internal import Formats

/// What of the name of a body tells most other names apart before it is read.
///
/// Names in letters that each have a word of their own which cannot find a partner in the other are
/// of two bodies, unless they are equal, a slip apart, written together or initials of each other.
/// All of that can be ruled out by hashes, lengths and which letters occur an odd number of times: a
/// letter put for another changes two of those.
///
/// Laid out before the name itself: the number of words, flags, letters (2 bytes), odd letters,
/// hashes of the folded name, of its core and of its initials (4 bytes each); then for each word the
/// hash of its letters and its odd letters (4 bytes each), length, flags, and two bytes of consonants.
struct BodySketch {
  struct Word {
    var text: UInt32 = 0
    var odd: UInt32 = 0
    private var bytes: UInt8 = 0
    var flags: UInt8 = 0
    /// Classes of consonants that it surely has, and that it may have.
    var surely: UInt8 = 0
    var maybe: UInt8 = 0

    /// The number of letters; of longer words 255.
    var length: Int {
      get { Int(bytes) }
      set { bytes = UInt8(clamping: newValue) }
    }

    init() {}

    /// The word that lies at an offset.
    @inline(__always)
    fileprivate init(at offset: Int, of stored: MappedBytes) {
      text = stored.load(at: offset, as: UInt32.self)
      odd = stored.load(at: offset + 4, as: UInt32.self)
      let rest = stored.load(at: offset + 8, as: UInt32.self)
      bytes = UInt8(truncatingIfNeeded: rest)
      flags = UInt8(truncatingIfNeeded: rest >> 8)
      surely = UInt8(truncatingIfNeeded: rest >> 16)
      maybe = UInt8(truncatingIfNeeded: rest >> 24)
    }

    var isOwn: Bool { flags & BodySketch.isOwn != 0 }
    var isSkeleton: Bool { flags & BodySketch.isSkeleton != 0 }

    /// What it counts for when two names are held against each other, in twentieths, see
    /// `NameToken`.
    var weight: Int {
      if flags & BodySketch.isGeneric != 0 { return 5 }
      return isOwn ? length < 3 ? 12 : 20 : 10
    }
  }

  private static let mostWords = 12
  private static let headSize = 20
  private static let wordSize = 12
  /// Flags of a name: it names a well-known body; it says what a sketch does not tell.
  static let isNamed: UInt8 = 1
  static let isOpen: UInt8 = 2
  /// Flag of a name: it is known whose whole name it is.
  static let isKnown: UInt8 = 4
  /// Flags of a word.
  fileprivate static let isOwn: UInt8 = 1
  static let hasReadings: UInt8 = 2
  static let isSkeleton: UInt8 = 4
  fileprivate static let isGeneric: UInt8 = 8

  private(set) var words = InlineArray<12, Word>(repeating: Word())
  private(set) var count = 0
  private(set) var flags: UInt8 = 0
  private(set) var letters = 0
  private(set) var odd: UInt32 = 0
  private(set) var folded: UInt32 = 0
  private(set) var core: UInt32 = 0
  private(set) var initials: UInt32 = 0

  init(_ name: ParsedName) {
    if name.tokens.contains(where: { $0.kind == .named }) { flags |= Self.isNamed }
    if name.knownBody > 0 { flags |= Self.isKnown }
    let isTold =
      !name.isHan && name.tokens.count <= Self.mostWords
      && name.tokens.allSatisfy {
        $0.characters.isEmpty && $0.parts.isEmpty
          && $0.word.length < ParsedNameCoder.longestPlaced
      }
    if !isTold { flags |= Self.isOpen }
    var word: [UInt8] = []
    initials = StableHash.start32
    folded = StableHash.start32
    func closeWord(_ hash: inout UInt32) {
      guard let first = word.first else { return }
      if !Acronym.isSkipped(word) { hash = StableHash.add(first, to: hash) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.folded.utf8 {
      folded = StableHash.add(byte, to: folded)
      guard byte != UInt8(ascii: " ") else {
        closeWord(&initials)
        continue
      }
      letters += 1
      odd ^= 1 << UInt32(byte & 31)
      word.append(byte)
    }
    closeWord(&initials)
    core = StableHash.of32(Array(name.core.utf8).span)
    guard isTold else { return }
    for token in name.tokens {
      words[count] = Self.word(token)
      count += 1
    }
  }

  private static func word(_ token: NameToken) -> Word {
    var word = Word()
    let text = Array(token.text.utf8)
    word.text = StableHash.of32(text.span)
    for byte in text { word.odd ^= 1 << UInt32(byte & 31) }
    word.length = min(text.count, 255)
    if token.isDistinctive { word.flags |= isOwn }
    if !token.readings.isEmpty { word.flags |= hasReadings }
    if token.isSkeleton { word.flags |= isSkeleton }
    if token.isGeneric { word.flags |= isGeneric }
    let outline = SoundOutline(text.span, script: token.isSkeleton ? .arabic : .latin)
    for group in 0..<6 as Range<UInt32> {
      if outline.least >> (4 * group) & 0xF != 0 { word.surely |= 1 << UInt8(group) }
      if outline.most >> (4 * group) & 0xF != 0 { word.maybe |= 1 << UInt8(group) }
    }
    return word
  }

  // MARK: - Layout

  func append(to bytes: inout [UInt8]) {
    func put<Value: FixedWidthInteger>(_ value: Value, _ bytes: inout [UInt8]) {
      for index in 0..<Value.bitWidth / 8 {
        bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index)))
      }
    }
    put(UInt8(count), &bytes)
    put(flags, &bytes)
    put(UInt16(clamping: letters), &bytes)
    for value in [odd, folded, core, initials] { put(value, &bytes) }
    for index in 0..<count {
      let word = words[index]
      put(word.text, &bytes)
      put(word.odd, &bytes)
      for value in [UInt8(word.length), word.flags, word.surely, word.maybe] { put(value, &bytes) }
    }
  }

  /// How many bytes the sketch takes.
  var size: Int { Self.headSize + Self.wordSize * count }

  /// How many bytes the sketch takes that lies at an offset.
  static func size(at offset: Int, of bytes: MappedBytes) -> Int {
    headSize + wordSize * min(Int(bytes.load(at: offset, as: UInt8.self)), mostWords)
  }

  /// The sketch that lies at an offset.
  init(at offset: Int, of bytes: MappedBytes) {
    count = min(Int(bytes.load(at: offset, as: UInt8.self)), Self.mostWords)
    flags = bytes.load(at: offset + 1, as: UInt8.self)
    letters = Int(bytes.load(at: offset + 2, as: UInt16.self))
    odd = bytes.load(at: offset + 4, as: UInt32.self)
    folded = bytes.load(at: offset + 8, as: UInt32.self)
    core = bytes.load(at: offset + 12, as: UInt32.self)
    initials = bytes.load(at: offset + 16, as: UInt32.self)
    for index in 0..<count {
      let place = offset + Self.headSize + index * Self.wordSize
      words[index] = Word(at: place, of: bytes)
    }
  }
}
