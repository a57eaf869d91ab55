/// Who says what a sentence says.
public struct Attribution: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case publisher, person, document, body
  }

  public let kind: Kind
  public let name: String
  /// The id of a publisher that `publishers.tsv` knows.
  public let publisher: String?

  /// Somebody by a name, a publisher where the name tells so.
  static func named(_ name: String) -> Attribution {
    let isOutlet = OutletNames.isOutlet(name) || OutletNames.isHanOutlet(name)
    return Attribution(kind: isOutlet ? .publisher : .person, name: name, publisher: nil)
  }
}

/// Finds in a sentence who says it.
///
/// A class, because it is asked for every sentence and holds much that none of them changes.
final class AttributionReader {
  private let vocabulary: Shared<ReportVocabulary>
  let text: ReportText
  private let report: ScannedReport
  private let ids: StanceConcepts
  /// The key of the publisher's own name: who cites another one speaks after that one.
  private let own: String?

  init(
    vocabulary: Shared<ReportVocabulary>, text: ReportText, report: ScannedReport, own: String?
  ) {
    self.vocabulary = vocabulary
    self.text = text
    self.report = report
    self.own = own
    ids = vocabulary.value.ids
  }

  /// Nil where the report speaks itself.
  func attribution(of sentence: ReportSentence) -> Attribution? {
    guard sentence.concepts.contains(ids.say),
      text.segments[Int(sentence.segment)].kind != .caption
    else { return nil }
    let marks = report.marks(of: sentence)
    let reach = sentence.isHan ? 8 : 6
    var best: (gap: Int, attribution: Attribution)?
    var ownVoice: Attribution?
    var people: (gap: Int, attribution: Attribution)?
    func offer(_ gap: Int, _ attribution: @autoclosure () -> Attribution) {
      guard gap <= reach, best.map({ gap < $0.gap }) ?? true else { return }
      best = (gap, attribution())
    }
    for say in marks where say.kind == .concept && Int(say.value) == ids.say {
      for mark in marks {
        switch mark.kind {
        case .publisher:
          let publisher = vocabulary.value.publishers[Int(mark.value)]
          // `state news agency Xinhua` names Xinhua.
          offer(
            gap(mark, say) + (publisher.domains.isEmpty ? 2 : 0),
            Attribution(kind: .publisher, name: publisher.name, publisher: publisher.id))
        case .concept where Int(mark.value) == ids.document:
          offer(gap(mark, say) + 2, Attribution(kind: .document, name: words(mark), publisher: nil))
        case .concept where Int(mark.value) == ids.authority || Int(mark.value) == ids.police:
          guard speaks(mark, say) else { continue }
          offer(gap(mark, say) + 4, Attribution(kind: .body, name: words(mark), publisher: nil))
        case .concept where Int(mark.value) == ids.tellers:
          // 知情人士透露, `a nurse said`
          let gap = gap(mark, say)
          guard speaks(mark, say) || isSaid(say), gap <= reach,
            people.map({ gap < $0.gap }) ?? true
          else { continue }
          people = (gap, Attribution(kind: .person, name: words(mark), publisher: nil))
        case .company:
          guard speaks(mark, say) else { continue }
          offer(gap(mark, say) + 1, Attribution(kind: .body, name: words(mark), publisher: nil))
        default: continue
        }
      }
      guard best == nil || best?.attribution.kind == .body else { continue }
      let named =
        (sentence.isHan ? hanOutlet(beside: say, in: sentence) : person(beside: say, in: sentence))
        .map(Attribution.named)
      // A publisher by its name goes before a body that only stands near.
      if let named, best == nil || named.kind == .publisher {
        if OutletNames.key(named.name) == own { ownVoice = named } else { best = (0, named) }
      }
    }
    // A body that stands further from the verb than those who told it does not speak.
    if let people, let named = best, named.attribution.kind == .body, people.gap + 4 <= named.gap {
      return people.attribution
    }
    return best?.attribution ?? (sentence.isHan ? nil : outlet(in: sentence)) ?? ownVoice
      ?? people?.attribution
  }

  /// Verbs that stand before who speaks too: `said a mother of five`.
  private func isSaid(_ say: ReportMark) -> Bool {
    let verb = text.bytes[Int(say.range.lowerBound)..<Int(say.range.upperBound)]
    return verb.elementsEqual("said".utf8) || verb.elementsEqual("says".utf8)
  }

  /// A publisher that is named elsewhere in the sentence: `Harbour Post's reporters found`.
  private func outlet(in sentence: ReportSentence) -> Attribution? {
    var place = Int(sentence.range.lowerBound)
    let end = Int(sentence.range.upperBound)
    var names: [Range<Int>] = []
    while let word = word(after: place, to: end) {
      place = word.upperBound
      let isPart = isName(word)
      // `NAIROBI (Savanna Dispatch)`
      if text.bytes[word.lowerBound] == 0x28 { names.removeAll() }
      if isPart, names.count < 5 { names.append(word) }
      let ends =
        !isPart || bare(word) != word || [0x2C, 0x2E, 0x29].contains(text.bytes[place - 1])
      guard ends || place >= end else { continue }
      if names.count >= 2 {
        let name = words(names)
        if OutletNames.isOutlet(name), OutletNames.key(name) != own { return .named(name) }
      }
      names.removeAll()
    }
    return nil
  }

  /// A body speaks where it stands before the verb; after it it is spoken of.
  private func speaks(_ mark: ReportMark, _ say: ReportMark) -> Bool {
    if mark.units.upperBound <= say.units.lowerBound { return true }
    let verb = text.bytes[Int(say.range.lowerBound)..<Int(say.range.upperBound)]
    return AttributionReader.precedes.contains { words in
      verb.count >= words.count && zip(verb, words).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// Before whom they speak: `according to`, 据.
  private static let precedes = [Array("according".utf8), Array("据".utf8)]

  private func words(_ mark: ReportMark) -> String {
    text.string(Int(mark.range.lowerBound)..<Int(mark.range.upperBound))
  }

  private func gap(_ mark: ReportMark, _ say: ReportMark) -> Int {
    mark.units.upperBound <= say.units.lowerBound
      ? Int(say.units.lowerBound - mark.units.upperBound)
      : max(0, Int(mark.units.lowerBound - say.units.upperBound))
  }

  /// Two or three capitalised words right before or after the verb.
  private func person(beside say: ReportMark, in sentence: ReportSentence) -> String? {
    // Three words of a name are not longer.
    let reach = 150
    let verb = Int(say.range.lowerBound)..<Int(say.range.upperBound)
    let start = max(Int(sentence.range.lowerBound), verb.lowerBound - reach)
    let end = min(Int(sentence.range.upperBound), verb.upperBound + reach)
    var names: [Range<Int>] = []
    var place = verb.lowerBound
    while names.count < 3, let word = word(before: place, from: start), isName(word) {
      names.append(word)
      place = word.lowerBound
    }
    if names.count >= 2 {
      let name = words(names.reversed())
      // `the firm, based in Waltham, Mass., said`: a place and nobody.
      if !isAfterPreposition(place, from: start) || OutletNames.isOutlet(name) { return name }
    }
    names.removeAll()
    place = verb.upperBound
    // `according to the Harbour Post`
    if let first = word(after: place, to: end), text.bytes[first].elementsEqual("the".utf8) {
      place = first.upperBound
    }
    while names.count < 3, let word = word(after: place, to: end), isName(word) {
      names.append(word)
      place = word.upperBound
      if text.bytes[place - 1] == 0x2C || text.bytes[place - 1] == 0x2E { break }
    }
    return names.count >= 2 ? words(names) : nil
  }

  private func isAfterPreposition(_ place: Int, from start: Int) -> Bool {
    guard let word = word(before: place, from: start) else { return false }
    return AttributionReader.prepositions.contains { text.bytes[word].elementsEqual($0) }
  }

  private static let prepositions = ["in", "at", "near", "from"].map { Array($0.utf8) }

  private func words(_ names: [Range<Int>]) -> String {
    names.map { name in
      let letters = text.bytes[bare(name)].filter(AttributionReader.isLetter)
      return String(decoding: letters, as: UTF8.self)
    }.joined(separator: " ")
  }

  /// Of `Post's` the name alone.
  private func bare(_ word: Range<Int>) -> Range<Int> {
    let sign = word.dropFirst().first {
      text.bytes[$0] == 0x27 || text.bytes[$0..<word.upperBound].starts(with: [0xE2, 0x80, 0x99])
    }
    return word.lowerBound..<(sign ?? word.upperBound)
  }

  private func word(before end: Int, from start: Int) -> Range<Int>? {
    var last = end
    while last > start, text.bytes[last - 1] == 0x20 { last -= 1 }
    var first = last
    while first > start, text.bytes[first - 1] != 0x20 { first -= 1 }
    return first < last ? first..<last : nil
  }

  private func word(after start: Int, to end: Int) -> Range<Int>? {
    var first = start
    while first < end, text.bytes[first] == 0x20 { first += 1 }
    var last = first
    while last < end, text.bytes[last] != 0x20 { last += 1 }
    return first < last ? first..<last : nil
  }

  private static let noNames = Set(
    [
      "An", "The", "In", "A", "On", "At", "But", "And", "It", "He", "She", "They", "This", "That",
      "According", "January", "February", "March", "April", "May", "June", "July", "August",
      "September", "October", "November", "December", "China", "Chinese", "Xinjiang", "Tibet",
    ].map { WordTable.hash($0.utf8) })

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 && byte < 0xE0
  }

  /// Whether the letters of a word are those of a capitalised one that may be part of a name.
  private func isName(_ word: Range<Int>) -> Bool {
    var hash = WordTable.seed
    var count = 0
    for index in word where AttributionReader.isLetter(text.bytes[index]) {
      if count == 0, !(0x41...0x5A).contains(text.bytes[index]) { return false }
      hash = WordTable.step(hash, text.bytes[index])
      count += 1
    }
    return count > 1 && !AttributionReader.noNames.contains(hash)
  }
}
