/// Names of places and bodies in a sentence that no table knows, by their capitals and what stands
/// beside them: `Bavarian police`, `in Musterland`, `the Landeskriminalamt`.
///
/// A class, because it remembers the words of the sentences that the claims of a paragraph ask for
/// again and again.
final class UnknownNames {
  private let text: ReportText
  private let scanned: ScannedReport
  private let ids: StanceConcepts
  /// The words of the sentences that were asked for last, by where those begin; as many as one claim
  /// may look at.
  private var recent: [(start: Int32, words: [Word])] = []
  private var oldest = 0

  private struct Word {
    let range: Range<Int>
    let isCapital: Bool
    /// Whether a table or a form knows it, where it has a capital: a programme, a publisher, a date,
    /// a concept.
    let isKnown: Bool
  }

  init(text: ReportText, scanned: ScannedReport, ids: StanceConcepts) {
    self.text = text
    self.scanned = scanned
    self.ids = ids
  }

  /// The place that is not known, or of which the body is, in a sentence that names none that is;
  /// `asSubject` whether a name at its start that says nothing counts as one too.
  func elsewhere(_ sentence: ReportSentence, asSubject: Bool) -> String? {
    guard !sentence.isHeading else { return nil }
    let whole = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    if let name = placeOfBody(sentence, within: whole) { return name }
    guard !sentence.isHan else { return nil }
    let words = words(of: sentence)
    for (index, word) in words.enumerated() where word.isCapital && !word.isKnown {
      let isFirst = index == 0
      var end = index + 1
      while end < words.count, words[end].isCapital, !words[end].isKnown,
        isJoined(words[end - 1], words[end])
      {
        end += 1
      }
      let begins = isFirst && end > 1 || index == 1 && hash(words[0]) == UnknownNames.article
      if asSubject, begins, end < words.count, !says(words[end], in: sentence),
        !isPossessive(words[end - 1])
      {
        return name(words[index..<end])
      }
      if !isFirst, UnknownNames.before.contains(hash(words[index - 1])),
        !(end < words.count && isLevel(words[end])), !isLevel(words[end - 1]),
        !isPossessive(words[end - 1])
      {
        return name(words[index..<end])
      }
    }
    return nil
  }

  /// The place that is not known of a body named there: `Bavarian` of `Bavarian police`, 巴伐利亚 of
  /// 巴伐利亚警方.
  func placeOfBody(_ sentence: ReportSentence, within range: Range<Int>) -> String? {
    guard !sentence.isHeading else { return nil }
    if sentence.isHan {
      return scanned.marks(of: sentence).lazy.compactMap { [text] mark -> String? in
        let start = Int(mark.range.lowerBound)
        guard mark.kind == .concept || mark.kind == .function, range.contains(start),
          // Most words begin with another character.
          let head = text.threeByteScalar(at: start), UnknownNames.hanHeads.contains(head),
          UnknownNames.hanBodies.contains(where: { text.bytes[start...].starts(with: $0) })
        else { return nil }
        return HanPlaceNames.unknownPlace(text, before: start, from: range.lowerBound)
          .map(text.string)
      }.first
    }
    let words = words(of: sentence)
    for (index, word) in words.enumerated()
    where word.isCapital && !word.isKnown && range.contains(word.range.lowerBound) {
      var end = index + 1
      while end < words.count, words[end].isCapital, !words[end].isKnown,
        isJoined(words[end - 1], words[end])
      {
        end += 1
      }
      // Of the words at the start every one may have its capital from there.
      let isName = index > 0 || end > index + 1 || isAdjectiveOfPlace(word)
      if isName, end < words.count, isJoined(words[end - 1], words[end]),
        UnknownNames.bodies.contains(hash(words[end]))
      {
        return name(words[index..<end])
      }
    }
    return nil
  }

  private func name(_ words: ArraySlice<Word>) -> String? {
    guard let first = words.first, let last = words.last else { return nil }
    return text.string(first.range.lowerBound..<last.range.upperBound)
  }

  /// Bodies before which a Chinese text names their place.
  private static let hanBodies = [
    "警方", "警察", "警局", "警署", "刑警", "公安", "当局", "政府", "官员", "检方", "检察", "法院", "移民局",
    "海关", "州警", "国民警卫队", "宪兵", "医院", "卫生", "诊所", "监狱", "实验室",
  ].map { Array($0.utf8) }
  private static let hanHeads = Set(
    hanBodies.compactMap { String(decoding: $0, as: UTF8.self).unicodeScalars.first?.value })

  private func isJoined(_ left: Word, _ right: Word) -> Bool {
    right.range.lowerBound == left.range.upperBound + 1 && text.bytes[left.range.upperBound] == 0x20
  }

  private func says(_ word: Word, in sentence: ReportSentence) -> Bool {
    scanned.marks(of: sentence).contains {
      $0.kind == .concept && Int($0.value) == ids.say
        && Int($0.range.lowerBound) == word.range.lowerBound
    }
  }

  private func isLevel(_ word: Word) -> Bool { UnknownNames.levels.contains(hash(word)) }

  private func isPossessive(_ word: Word) -> Bool {
    let rest = text.bytes[word.range.upperBound...].prefix(3)
    return rest.first == 0x27 || rest.elementsEqual([0xE2, 0x80, 0x99])
  }

  private func hash(_ word: Word) -> UInt64 {
    WordTable.hash(text.bytes[word.range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  private func isAdjectiveOfPlace(_ word: Word) -> Bool {
    let letters = text.bytes[word.range]
    return letters.count > 5 && !UnknownNames.commonWords.contains(hash(word))
      && UnknownNames.adjectiveEndings.contains { letters.suffix($0.count).elementsEqual($0) }
  }

  private static let adjectiveEndings = ["ian", "ish", "ese", "ean", "egian"].map { Array($0.utf8) }
  private static let commonWords = hashes(["civilian", "christian", "guardian", "these"])
  private static let before = hashes(["in", "at", "across", "throughout", "near", "outside"])
  private static let levels = hashes([
    "county", "city", "prefecture", "township", "village", "district", "town", "neighbourhood",
    "neighborhood", "province", "region", "autonomous",
  ])
  private static let article = WordTable.hash("the".utf8)
  /// Before which a place stands.
  private static let bodies = hashes([
    "police", "policemen", "officers", "detectives", "hospital", "hospitals", "clinic", "clinics",
    "health", "authorities", "officials", "government", "prosecutors", "gendarmerie",
    "constabulary",
    "forensic", "laboratory", "ministry", "court",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordTable.hash($0.utf8) })
  }

  private func words(of sentence: ReportSentence) -> [Word] {
    let start = sentence.range.lowerBound
    if let known = recent.first(where: { $0.start == start }) { return known.words }
    let words = readWords(of: sentence)
    if recent.count < 4 {
      recent.append((start, words))
    } else {
      recent[oldest] = (start, words)
      oldest = (oldest + 1) % recent.count
    }
    return words
  }

  private func readWords(of sentence: ReportSentence) -> [Word] {
    let range = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    let marks = scanned.marks(of: sentence)
    // A reference of its own, so that it is not looked up for every byte.
    let source = text.bytes
    let bytes = source.span
    var words: [Word] = []
    words.reserveCapacity(range.count / 5)
    var index = range.lowerBound
    while index < range.upperBound {
      guard isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var capitals = 0
      while index < range.upperBound, isLetter(bytes[index]) {
        capitals += (0x41...0x5A).contains(bytes[index]) ? 1 : 0
        index += 1
      }
      // Abbreviations name things more often than places.
      let isCapital =
        (0x41...0x5A).contains(bytes[start]) && capitals * 2 <= index - start
      let isKnown =
        isCapital
        && marks.contains {
          $0.kind != .function && Int($0.range.lowerBound) <= start
            && Int($0.range.upperBound) >= index
        }
      words.append(Word(range: start..<index, isCapital: isCapital, isKnown: isKnown))
    }
    return words
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 && !isSign(byte)
  }

  /// The first byte of dashes and quotation marks.
  private func isSign(_ byte: UInt8) -> Bool { byte == 0xE2 || byte == 0x80 || byte == 0x99 }
}
