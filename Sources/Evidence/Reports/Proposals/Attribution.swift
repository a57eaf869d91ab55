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
struct AttributionReader {
  let vocabulary: ReportVocabulary
  let text: ReportText
  let report: ScannedReport
  let ids: StanceConcepts

  /// Nil where the report speaks itself.
  func attribution(of sentence: ReportSentence) -> Attribution? {
    guard sentence.concepts.contains(ids.say),
      text.segments[Int(sentence.segment)].kind != .caption
    else { return nil }
    let marks = report.marks(of: sentence)
    let reach = sentence.isHan ? 8 : 6
    var best: (gap: Int, attribution: Attribution)?
    func offer(_ gap: Int, _ attribution: @autoclosure () -> Attribution) {
      guard gap <= reach, best.map({ gap < $0.gap }) ?? true else { return }
      best = (gap, attribution())
    }
    for say in marks where say.kind == .concept && Int(say.value) == ids.say {
      for mark in marks {
        switch mark.kind {
        case .publisher:
          let publisher = vocabulary.publishers[Int(mark.value)]
          // `state news agency Xinhua` names Xinhua.
          offer(
            gap(mark, say) + (publisher.domains.isEmpty ? 2 : 0),
            Attribution(kind: .publisher, name: publisher.name, publisher: publisher.id))
        case .concept where Int(mark.value) == ids.document:
          offer(gap(mark, say) + 2, Attribution(kind: .document, name: words(mark), publisher: nil))
        case .concept where Int(mark.value) == ids.authority || Int(mark.value) == ids.police:
          guard speaks(mark, say) else { continue }
          offer(gap(mark, say) + 4, Attribution(kind: .body, name: words(mark), publisher: nil))
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
      if let named, best == nil || named.kind == .publisher { best = (0, named) }
    }
    return best?.attribution
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
    let start = Int(sentence.range.lowerBound)
    let end = Int(sentence.range.upperBound)
    // Three words of a name are not longer.
    let ahead = max(start, Int(say.range.lowerBound) - 150)..<Int(say.range.lowerBound)
    let behind = Int(say.range.upperBound)..<min(end, Int(say.range.upperBound) + 150)
    let before = text.bytes[ahead].split { $0 == 0x20 }.suffix(3)
    // `according to the Harbour Post`
    let after = text.bytes[behind].split { $0 == 0x20 }
      .drop { $0.elementsEqual("the".utf8) || $0.elementsEqual("The".utf8) }.prefix(3)
    var first: [String] = []
    for word in before.reversed() {
      guard let name = AttributionReader.name(word) else { break }
      first.insert(name, at: 0)
    }
    var second: [String] = []
    for word in after {
      guard let name = AttributionReader.name(word) else { break }
      second.append(name)
      if word.last == 0x2C || word.last == 0x2E { break }
    }
    for names in [first, second] where names.count >= 2 { return names.joined(separator: " ") }
    return nil
  }

  private static let noNames: Set<String> = [
    "An", "The", "In", "A", "On", "At", "But", "And", "It", "He", "She", "They", "This", "That",
    "According", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December", "China", "Chinese", "Xinjiang", "Tibet",
  ]

  /// The letters of a capitalised word; nil for one that is no part of a name.
  private static func name(_ word: ArraySlice<UInt8>) -> String? {
    // Of `Harbour Post's` the name alone.
    let bare = word.prefix { $0 != 0x27 && $0 != 0xE2 }
    let letters = bare.filter { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0xC3 && $0 < 0xE0 }
    guard let first = letters.first, (0x41...0x5A).contains(first), letters.count > 1 else {
      return nil
    }
    let name = String(decoding: letters, as: UTF8.self)
    return noNames.contains(name) ? nil : name
  }
}
