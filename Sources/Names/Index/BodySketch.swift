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
  private struct Word {
    var text: UInt32 = 0
    var odd: UInt32 = 0
    var length = 0
    var flags: UInt8 = 0
    /// Classes of consonants that it surely has, and that it may have.
    var surely: UInt8 = 0
    var maybe: UInt8 = 0

    var isOwn: Bool { flags & BodySketch.isOwn != 0 }
  }

  private static let mostWords = 12
  private static let headSize = 20
  private static let wordSize = 12
  /// Flags of a name: it names a well-known body; it says what a sketch does not tell.
  private static let isNamed: UInt8 = 1
  private static let isOpen: UInt8 = 2
  /// Flags of a word.
  private static let isOwn: UInt8 = 1
  private static let hasReadings: UInt8 = 2
  private static let isSkeleton: UInt8 = 4

  private var words = InlineArray<12, Word>(repeating: Word())
  private var count = 0
  private var flags: UInt8 = 0
  private var letters = 0
  private var odd: UInt32 = 0
  private var folded: UInt32 = 0
  private var core: UInt32 = 0
  private var initials: UInt32 = 0

  init(_ name: ParsedName) {
    if name.tokens.contains(where: { $0.kind == .named }) { flags |= Self.isNamed }
    let isTold =
      !name.isHan && name.tokens.count <= Self.mostWords
      && name.tokens.allSatisfy { $0.characters.isEmpty && $0.parts.isEmpty }
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
      words[index] = Word(
        text: bytes.load(at: place, as: UInt32.self),
        odd: bytes.load(at: place + 4, as: UInt32.self),
        length: Int(bytes.load(at: place + 8, as: UInt8.self)),
        flags: bytes.load(at: place + 9, as: UInt8.self),
        surely: bytes.load(at: place + 10, as: UInt8.self),
        maybe: bytes.load(at: place + 11, as: UInt8.self))
    }
  }

  // MARK: - Comparison

  /// Whether the names are surely not of one body.
  func isOther(than other: BodySketch) -> Bool {
    guard (flags | other.flags) & Self.isOpen == 0, flags & other.flags & Self.isNamed == 0,
      folded != other.folded, core != other.core, initials != other.folded,
      folded != other.initials, hasLooseWord(beside: other), other.hasLooseWord(beside: self)
    else { return false }
    return !mayBeSlip(of: other) && !mayBeJoined(with: other)
  }

  /// Whether a word of the name's own finds no partner among those of the other.
  private func hasLooseWord(beside other: BodySketch) -> Bool {
    for index in 0..<count where words[index].isOwn {
      var isLoose = true
      for place in 0..<other.count where Self.mayMeet(words[index], other.words[place]) {
        isLoose = false
        break
      }
      if isLoose { return true }
    }
    return false
  }

  private static func mayMeet(_ left: Word, _ right: Word) -> Bool {
    if left.text == right.text || (left.flags | right.flags) & hasReadings != 0 { return true }
    if (left.flags ^ right.flags) & isSkeleton != 0 {
      let wrong =
        (left.surely & ~right.maybe).nonzeroBitCount + (right.surely & ~left.maybe).nonzeroBitCount
      // One consonant of one word may be heard as that of another class, as d is where z is written.
      return wrong <= max(1, max(left.length, right.length) / 6)
    }
    // As many edits as `ComparedWord` forgives at most.
    let shorter = min(left.length, right.length)
    let limit = shorter >= 9 ? 3 : shorter >= 5 ? 2 : shorter >= 4 ? 1 : 0
    return abs(left.length - right.length) <= limit
      && (left.odd ^ right.odd).nonzeroBitCount <= 2 * limit
  }

  private func mayBeSlip(of other: BodySketch) -> Bool {
    SlipComparison.mayBeOne(
      letters, other.letters, differing: (odd ^ other.odd).nonzeroBitCount)
  }

  /// Whether words that find no partner may be the same letters with other spaces.
  ///
  /// Words of known meaning may have met by it: they are tried as left over and as met.
  private func mayBeJoined(with other: BodySketch) -> Bool {
    var rest = (odd: UInt32(0), length: 0)
    var open = InlineArray<8, (odd: UInt32, length: Int)>(repeating: (0, 0))
    var (openCount, met) = (0, UInt32(0))
    for index in 0..<count {
      var isMet = false
      for place in 0..<other.count
      where met & 1 << UInt32(place) == 0 && words[index].text == other.words[place].text {
        met |= 1 << UInt32(place)
        isMet = true
        break
      }
      guard !isMet else { continue }
      if words[index].isOwn {
        rest = (rest.odd ^ words[index].odd, rest.length + words[index].length)
      } else {
        guard openCount < open.count else { return true }
        open[openCount] = (words[index].odd, words[index].length)
        openCount += 1
      }
    }
    for place in 0..<other.count where met & 1 << UInt32(place) == 0 {
      if other.words[place].isOwn {
        rest = (rest.odd ^ other.words[place].odd, rest.length - other.words[place].length)
      } else {
        guard openCount < open.count else { return true }
        open[openCount] = (other.words[place].odd, -other.words[place].length)
        openCount += 1
      }
    }
    for choice in 0..<(1 << openCount) {
      var (differing, length) = rest
      for place in 0..<openCount where choice & 1 << place != 0 {
        differing ^= open[place].odd
        length += open[place].length
      }
      if abs(length) <= 2, differing.nonzeroBitCount <= 4 { return true }
    }
    return false
  }
}
