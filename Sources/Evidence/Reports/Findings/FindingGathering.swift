/// Findings of a report while they are gathered, each once with all its places.
struct FindingGathering {
  private(set) var findings: [ReportFinding] = []
  /// By finding, the place that was noted last.
  private var lastPlaces: [ClosedRange<Int>] = []
  /// Findings by their kind and a number: of a table, or a hash of the words.
  private var byNumber: [Key: Int] = [:]
  private var byCode: [Code: Int] = [:]
  private let text: ReportText
  private let limit: Int
  /// The stretch of the text whose place was told last, with its locator.
  private var placed: (range: Range<Int>, place: Int, locator: String) = (0..<0, 0, "")

  private struct Key: Hashable {
    let kind: ReportFinding.Kind
    let number: UInt64
  }

  private struct Code: Hashable {
    let kind: ReportFinding.Kind
    let code: String
  }

  init(_ text: ReportText, limit: Int) {
    self.text = text
    self.limit = limit
  }

  /// Notes what a number of its kind stands for, and for no other.
  mutating func add(
    _ kind: ReportFinding.Kind, _ number: Int, _ range: Range<Int32>,
    _ code: @autoclosure () -> String
  ) {
    let key = Key(kind: kind, number: UInt64(bitPattern: Int64(number)))
    if let known = byNumber[key] { return note(known, range) }
    byNumber[key] = create(kind, code(), range)
  }

  /// Notes what some words stand for; `scope` tells apart what the same words may mean.
  mutating func add(
    _ kind: ReportFinding.Kind, words range: Range<Int32>, scope: Int,
    _ code: (String) -> String
  ) {
    var hash = WordTable.seed ^ UInt64(bitPattern: Int64(scope))
    for index in Int(range.lowerBound)..<Int(range.upperBound) {
      hash = WordTable.step(hash, text.bytes[index])
    }
    let key = Key(kind: kind, number: hash)
    if let known = byNumber[key] { return note(known, range) }
    let words = code(text.string(Int(range.lowerBound)..<Int(range.upperBound)))
    byNumber[key] = add(kind, words, range)
  }

  /// Notes what has a code of its own.
  @discardableResult
  mutating func add(
    _ kind: ReportFinding.Kind, _ code: String, _ range: Range<Int32>
  ) -> Int {
    let key = Code(kind: kind, code: code)
    if let known = byCode[key] {
      note(known, range)
      return known
    }
    let created = create(kind, code, range)
    byCode[key] = created
    return created
  }

  private mutating func create(
    _ kind: ReportFinding.Kind, _ code: String, _ range: Range<Int32>
  ) -> Int {
    let range = Int(range.lowerBound)..<Int(range.upperBound)
    let (places, locator) = locate(range)
    findings.append(
      ReportFinding(
        kind: kind, code: code, words: text.string(range), locators: [locator], count: 1))
    lastPlaces.append(places)
    return findings.count - 1
  }

  private mutating func note(_ finding: Int, _ range: Range<Int32>) {
    findings[finding].count += 1
    guard findings[finding].locators.count < limit else { return }
    let (places, locator) = locate(Int(range.lowerBound)..<Int(range.upperBound))
    guard places != lastPlaces[finding] else { return }
    lastPlaces[finding] = places
    findings[finding].locators.append(locator)
  }

  private mutating func locate(_ range: Range<Int>) -> (places: ClosedRange<Int>, locator: String) {
    if placed.range.lowerBound <= range.lowerBound, range.upperBound <= placed.range.upperBound {
      return (placed.place...placed.place, placed.locator)
    }
    let stretch = text.stretch(around: range.lowerBound)
    let first = text.place(of: range.lowerBound)
    if range.upperBound <= stretch.upperBound {
      placed = (stretch, first, text.locator(range))
      return (first...first, placed.locator)
    }
    let last = text.place(of: max(range.lowerBound, range.upperBound - 1))
    return (first...max(first, last), text.locator(range))
  }
}
