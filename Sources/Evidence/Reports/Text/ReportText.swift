internal import Formats

/// A report as text in one piece: what it says, without furniture and repetitions, each part with
/// the place at which it stands in the source.
public struct ReportText: Sendable {
  /// UTF-8; soft line breaks have become blanks.
  public let bytes: [UInt8]
  public let segments: [ReportSegment]
  public let unit: LocatorUnit
  /// The highest line or paragraph that there is.
  public let lastPlace: Int
  /// Where in `bytes` which line or paragraph begins, ascending.
  let marks: [Mark]

  struct Mark: Sendable {
    let offset: Int
    let place: Int
  }

  /// The line or paragraph of an offset into `bytes`.
  public func place(of offset: Int) -> Int {
    let next = nextMark(after: offset)
    return next > 0 ? marks[next - 1].place : 1
  }

  /// What stands in one piece around an offset, all at one place.
  func stretch(around offset: Int) -> Range<Int> {
    let next = nextMark(after: offset)
    let start = next > 0 ? marks[next - 1].offset : 0
    return start..<max(start, next < marks.count ? marks[next].offset : bytes.count)
  }

  private func nextMark(after offset: Int) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `L12`, or `L12-L14` for a stretch that covers several.
  public func locator(_ range: Range<Int>) -> String { locator(places(of: range)) }

  /// The first and the last line or paragraph of a stretch.
  func places(of range: Range<Int>) -> ClosedRange<Int> {
    let next = nextMark(after: range.lowerBound)
    let first = next > 0 ? marks[next - 1].place : 1
    let end = max(range.lowerBound, range.upperBound - 1)
    // Most stretches end where they begin.
    if next >= marks.count || end < marks[next].offset { return first...first }
    return first...max(first, place(of: end))
  }

  func locator(_ places: ClosedRange<Int>) -> String {
    let first = unit.rawValue + String(places.lowerBound)
    return places.count > 1 ? first + "-" + unit.rawValue + String(places.upperBound) : first
  }

  /// A sentence without blanks around it.
  func words(of sentence: ReportSentence) -> Range<Int> {
    var start = Int(sentence.range.lowerBound)
    var end = Int(sentence.range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The character of three bytes that begins at an offset, as most Han characters and Chinese signs
  /// do; nil where none does.
  func threeByteScalar(at index: Int) -> UInt32? {
    guard index >= 0, index + 3 <= bytes.count, bytes[index] & 0xF0 == 0xE0 else { return nil }
    return UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
  }

  /// Whether a locator such as `L12`, `p3` or `L12-L14; L20` names places that hold words.
  public func resolves(_ locator: String) -> Bool {
    let parts = locator.split(separator: ";")
    guard !parts.isEmpty else { return false }
    return parts.allSatisfy { part in
      guard let lines = ReportText.lines(in: part, unit: unit) else { return false }
      return marks.contains { lines.contains($0.place) }
        || segments.contains { $0.alsoAt.contains(where: lines.contains) }
    }
  }

  static func lines(in part: Substring, unit: LocatorUnit) -> ClosedRange<Int>? {
    let ends = part.split(separator: "-").map { $0.filter { $0 != " " } }
    guard (1...2).contains(ends.count) else { return nil }
    var numbers: [Int] = []
    for end in ends {
      guard end.hasPrefix(unit.rawValue), let number = Int(end.dropFirst()), number > 0 else {
        return nil
      }
      numbers.append(number)
    }
    let (first, last) = (numbers[0], numbers[numbers.count - 1])
    return first <= last ? first...last : nil
  }
}
