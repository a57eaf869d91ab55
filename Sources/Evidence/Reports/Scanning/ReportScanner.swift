internal import Formats

/// Reads a text once and notes in each sentence what it speaks of.
struct ReportScanner {
  private let shared: Shared<ReportVocabulary>
  let bytes: [UInt8]
  var scanned = ScannedReport()
  var units: [ReportUnit] = []
  /// Of the words of the sentence, by which they are looked up together when it ends.
  var hashes: [UInt64] = []
  /// The values of the numbers of the sentence.
  var numbers: [Decimal?] = []
  /// Phrases found in the sentence, before the longest are chosen.
  var found: [FoundPhrase] = []
  /// Rows of concepts that a word of the sentence makes mean something else.
  var cancelled: [Int] = []
  /// By kind of mark, where the last one of the sentence ends.
  var taken = [Int](repeating: -1, count: ReportMark.Kind.count)
  var digits: [UInt8] = []
  private var known = HashSlots()
  /// Of the words of the sentence so far.
  private var sentenceHash = WordTable.seed
  private var hanCount = 0
  private var isHeading = false

  struct FoundPhrase {
    let meaning: PhraseMeaning
    let start: Int32
    let end: Int32

    @inline(__always) var units: Range<Int> { Int(start)..<Int(end) }
  }

  var vocabulary: ReportVocabulary { shared.value }
  var ids: FormConcepts { shared.value.ids.forms }

  init(_ bytes: [UInt8], vocabulary: Shared<ReportVocabulary>) {
    self.bytes = bytes
    shared = vocabulary
    units.reserveCapacity(256)
    // Texts that speak of much have a mark every forty bytes.
    scanned.marks.reserveCapacity(bytes.count / 40)
    scanned.sentences.reserveCapacity(bytes.count / 100)
  }

  /// Words of a sentence; what has no full stop is cut, so that no step looks at more.
  private static let longestSentence = 512

  /// Reads one segment; its sentences carry its number.
  mutating func scan(_ range: Range<Int>, segment: Int, isHeading: Bool) {
    self.isHeading = isHeading
    // A reference of its own, so that the bytes are not looked up in the scanner one by one.
    let bytes = bytes
    let text = bytes.span
    var index = range.lowerBound
    var sentenceStart = index
    var clause: Int32 = 0
    forgetSentence()
    while index < range.upperBound {
      let byte = text[index]
      if units.count >= ReportScanner.longestSentence {
        close(sentenceStart..<index, segment: segment, isQuestion: false)
        sentenceStart = index
        clause = 0
      }
      if isWordByte(byte) {
        index = word(text, from: index, to: range.upperBound, clause: clause)
        continue
      }
      if byte < 0x80 {
        switch byte {
        case 0x2C, 0x3B, 0x3A, 0x28, 0x29: clause += 1
        case 0x2E, 0x21, 0x3F:
          if let end = sentenceEnd(after: index, in: range) {
            close(sentenceStart..<end, segment: segment, isQuestion: byte == 0x3F)
            sentenceStart = end
            index = end
            clause = 0
            continue
          }
        default: break
        }
        index += 1
        continue
      }
      if let end = han(text, at: index, to: range.upperBound, clause: clause) {
        index = end
        continue
      }
      index = other(
        at: index, range: range, segment: segment, clause: &clause, start: &sentenceStart)
    }
    close(sentenceStart..<range.upperBound, segment: segment, isQuestion: false)
  }

  @inline(__always) func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || (0xC3...0xCA).contains(byte)
  }

  /// Reads a word or number; answers where it ends.
  private mutating func word(
    _ text: Span<UInt8>, from start: Int, to limit: Int, clause: Int32
  ) -> Int {
    let first = text[start]
    if (0x30...0x39).contains(first) { return number(from: start, to: limit, clause: clause) }
    var symbols = WordTable.Symbols()
    let (index, hash) = vocabulary.words.word(in: text, from: start, to: limit, &symbols)
    // What follows an apostrophe is an ending: the possessive, or what is left of `not`.
    if index - start <= 2, start > 0, isApostrophe(before: start) { return index }
    append(
      ReportUnit(
        start: Int32(start), end: Int32(index), symbols: symbols, clause: clause,
        isCapital: (0x41...0x5A).contains(first)), hash)
    return index
  }

  @inline(__always) mutating func append(_ unit: ReportUnit, _ hash: UInt64) {
    units.append(unit)
    hashes.append(hash)
    sentenceHash = (sentenceHash ^ hash) &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func forgetSentence() {
    units.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    sentenceHash = WordTable.seed
    hanCount = 0
  }

  private func isApostrophe(before index: Int) -> Bool {
    if bytes[index - 1] == 0x27 { return true }
    return index >= 3 && bytes[index - 1] == 0x99 && bytes[index - 2] == 0x80
      && bytes[index - 3] == 0xE2
  }

  /// Reads a Han character of three bytes, as most are; answers where it ends.
  @inline(__always) private mutating func han(
    _ text: Span<UInt8>, at index: Int, to limit: Int, clause: Int32
  ) -> Int? {
    guard text[index] & 0xF0 == 0xE0, index + 3 <= limit else { return nil }
    let scalar =
      UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
      | UInt32(text[index + 2] & 0x3F)
    guard HanFolding.isHan(scalar) else { return nil }
    appendHan(scalar, index..<index + 3, clause)
    return index + 3
  }

  @inline(__always) private mutating func appendHan(
    _ scalar: UInt32, _ range: Range<Int>, _ clause: Int32
  ) {
    var symbols = WordTable.Symbols()
    symbols.exact = WordTable.han | vocabulary.han.fold(scalar)
    hanCount += 1
    append(
      ReportUnit(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), symbols: symbols,
        clause: clause), UInt64(scalar))
  }

  /// A character outside ASCII: a rare Han character, a Chinese sign, a quotation mark.
  private mutating func other(
    at index: Int, range: Range<Int>, segment: Int, clause: inout Int32, start: inout Int
  ) -> Int {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let end = min(index + length, range.upperBound)
    var scalar = UInt32(lead) & (lead >= 0xF0 ? 0x07 : lead >= 0xE0 ? 0x0F : 0x1F)
    for next in (index + 1)..<max(index + 1, end) {
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    if HanFolding.isHan(scalar) {
      appendHan(scalar, index..<end, clause)
      return end
    }
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B:
      var stop = end
      while stop + 3 <= range.upperBound, isCloser(at: stop) {
        stop += 3
      }
      close(start..<stop, segment: segment, isQuestion: scalar == 0xFF1F)
      start = stop
      clause = 0
      return stop
    case 0xFF0C, 0x3001, 0xFF1A, 0x2014, 0x2013, 0xFF08, 0xFF09: clause += 1
    default: break
    }
    return end
  }

  /// ”, ’, 」, 』
  private func isCloser(at index: Int) -> Bool {
    guard bytes[index + 1] == 0x80 else { return false }
    let (lead, last) = (bytes[index], bytes[index + 2])
    return lead == 0xE2 && (last == 0x9D || last == 0x99)
      || lead == 0xE3 && (last == 0x8D || last == 0x8F)
  }

  /// Where the sentence ends that the sign at `index` may end; nil where it goes on.
  private func sentenceEnd(after index: Int, in range: Range<Int>) -> Int? {
    var end = index + 1
    while end < range.upperBound {
      if bytes[end] == 0x22 || bytes[end] == 0x29 || bytes[end] == 0x5D || bytes[end] == 0x2E {
        end += 1
      } else if end + 3 <= range.upperBound, isCloser(at: end) {
        end += 3
      } else {
        break
      }
    }
    if end >= range.upperBound { return range.upperBound }
    var next = end
    while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
    guard next < range.upperBound else { return range.upperBound }
    let begins = bytes[next]
    let isUpper = (0x41...0x5A).contains(begins)
    guard
      isUpper || begins >= 0x80 || begins == 0x22 || begins == 0x28 || begins == 0x5B
        || (0x30...0x39).contains(begins) && next > end
    else { return nil }
    if bytes[index] == 0x2E,
      isAbbreviation(
        before: index, isClosed: end > index + 1, isBeforeDigit: (0x30...0x39).contains(begins))
    {
      return nil
    }
    // Without a blank only a small letter before shows that a sentence ended.
    if next == end, end == index + 1, index > range.lowerBound,
      !(0x61...0x7A).contains(bytes[index - 1]) || !isUpper
    {
      return nil
    }
    return end
  }

  private static let abbreviations = Set(
    [
      "mr", "mrs", "ms", "dr", "prof", "gen", "st", "no", "vs", "inc", "ltd", "co", "corp", "jr",
      "sr", "fig", "art", "approx", "eg", "ie", "cf", "al", "sec", "para", "pp",
    ].map { WordTable.hash($0.utf8) })

  /// `Feb. 3` is one date; `in Feb. The police` are two sentences.
  private static let months = Set(
    ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
      .map { WordTable.hash($0.utf8) })

  private func isAbbreviation(before index: Int, isClosed: Bool, isBeforeDigit: Bool) -> Bool {
    var start = index
    while start > 0, (0x61...0x7A).contains(bytes[start - 1] | 0x20), index - start < 8 {
      start -= 1
    }
    guard start < index, !isClosed else { return false }
    // A single capital is an initial, or one of `U.S.`.
    if index - start == 1 { return (0x41...0x5A).contains(bytes[start]) }
    guard index - start <= 6 else { return false }
    let word = WordTable.hash(bytes[start..<index].lazy.map { $0 | 0x20 })
    return ReportScanner.abbreviations.contains(word)
      || isBeforeDigit && ReportScanner.months.contains(word)
  }

  private mutating func close(_ range: Range<Int>, segment: Int, isQuestion: Bool) {
    defer { forgetSentence() }
    guard !units.isEmpty else { return }
    let number = Int32(scanned.sentences.count)
    var sentence = ReportSentence(
      segment: Int32(segment), range: Int32(range.lowerBound)..<Int32(range.upperBound),
      marks: Int32(scanned.marks.count)..<Int32(scanned.marks.count), concepts: .empty,
      isQuestion: isQuestion, isHan: hanCount * 2 > units.count, isHeading: isHeading)
    let earlier = units.count > 6 ? known[sentenceHash] : 0
    if earlier != 0 {
      sentence.repeats = Int32(earlier) - 1
    } else {
      if units.count > 6 { known.insert(sentenceHash, UInt32(number) + 1) }
      readSentence(&sentence)
    }
    scanned.sentences.append(sentence)
  }
}
