internal import Names

/// Reads the name of a body around the words that tell its function.
struct BodyReader {
  let vocabulary: Shared<ReportVocabulary>
  let text: ReportText

  private static let levels = hashes([
    "county", "city", "prefecture", "provincial", "regional", "local", "township", "village",
    "district", "municipal", "neighborhood", "neighbourhood", "national", "central", "public",
    "health",
  ])
  /// A sentence begins with a capital too, but names no body.
  private static let starters = hashes(["The", "In", "A", "An", "At", "While", "For", "According"])
  private static let jointsBefore = hashes(["and", "of", "for", "on"])
  private static let jointsAfter = hashes(["of", "and", "for", "in", "on"])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordTable.hash($0.utf8) })
  }

  /// The function by the whole name, where it tells one.
  func function(of name: String) -> String? {
    guard name.utf8.count < 300 else { return nil }
    return vocabulary.value.knowledge.parse(name).functions.first?.code
  }

  /// From the first word of the name to the end of the words that tell the function.
  func range(of mark: ReportMark, in sentence: ReportSentence) -> Range<Int32> {
    var start = Int(mark.range.lowerBound)
    let limit = max(Int(sentence.range.lowerBound), start - 160)
    if sentence.isHan {
      var steps = 0
      while start - 3 >= limit, steps < 16, isHanName(at: start - 3) {
        start -= 3
        steps += 1
      }
      return Int32(start)..<mark.range.upperBound
    }
    var end = Int(mark.range.upperBound)
    while let word = wordBefore(start, limit: limit), word.isName { start = word.start }
    // `Bureau of Health of Aksu City`, `Bureau for Population Services`
    var steps = 0
    while steps < 14, let word = wordAfter(end, limit: Int(sentence.range.upperBound)), word.isName
    {
      end = word.end
      steps += 1
    }
    return Int32(start)..<Int32(end)
  }

  private func isHanName(at index: Int) -> Bool {
    guard (0xE4...0xE9).contains(text.bytes[index]),
      let scalar = text.threeByteScalar(at: index)
    else { return false }
    if scalar == BodyReader.and, index + 6 <= text.bytes.count {
      // 和田 and 和静 are places.
      let next = text.string(index + 3..<index + 6)
      if BodyReader.afterAnd.contains(next) { return true }
    }
    return !BodyReader.boundaries.contains(scalar)
  }

  private static let and = UInt32(0x548C)
  private static let afterAnd: Set<String> = ["田", "静", "硕", "布", "政", "顺", "龙", "林"]

  /// Characters that stand between a name and the words before it.
  private static let boundaries = Set(
    "的由向从和与是被给对为在至到及将该把让令使于称据并且其等各对经往交报".unicodeScalars.map(\.value))

  private func wordBefore(_ start: Int, limit: Int) -> (start: Int, isName: Bool)? {
    guard start - 1 > limit, text.bytes[start - 1] == 0x20 else { return nil }
    var first = start - 1
    while first > limit, isLetter(text.bytes[first - 1]) { first -= 1 }
    guard first < start - 1 else { return nil }
    let isCapital = (0x41...0x5A).contains(text.bytes[first])
    // No joint or level has more letters.
    guard isCapital || start - first < 14 else { return nil }
    let word = WordTable.hash(text.bytes[first..<(start - 1)])
    if isCapital, BodyReader.starters.contains(word) { return nil }
    if isCapital || BodyReader.levels.contains(word) { return (first, true) }
    // `and`, `of` only between capitals.
    if BodyReader.jointsBefore.contains(word),
      let before = wordBefore(first, limit: limit), before.isName
    {
      let letter = text.bytes[before.start]
      if (0x41...0x5A).contains(letter) { return (before.start, true) }
    }
    return nil
  }

  private func wordAfter(_ end: Int, limit: Int) -> (end: Int, isName: Bool)? {
    guard end + 1 < limit, text.bytes[end] == 0x20 else { return nil }
    var last = end + 1
    while last < limit, isLetter(text.bytes[last]) { last += 1 }
    guard last > end + 1 else { return nil }
    if (0x41...0x5A).contains(text.bytes[end + 1]) { return (last, true) }
    guard last - end < 5 else { return nil }
    let word = WordTable.hash(text.bytes[(end + 1)..<last])
    if BodyReader.jointsAfter.contains(word), let next = wordAfter(last, limit: limit),
      next.isName, (0x41...0x5A).contains(text.bytes[last + 1])
    {
      return (next.end, true)
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte >= 0xC3 && byte < 0xE0
      || byte == 0x2D || (0x80...0xBF).contains(byte)
  }
}
