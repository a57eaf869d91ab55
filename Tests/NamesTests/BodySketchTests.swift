import SeededNumbers
import Testing

@testable import Formats
@testable import Names

@Suite("What tells names of bodies apart before they are read", .enabled(if: Bundled.hasPlaces))
struct BodySketchTests {
  /// Fictional names, with pairs that a comparison takes for one in every way there is.
  private static let names = [
    "Varnholt Optical Systems LLC", "Varnholt Optical Systems", "Varnhold Optical Systems",
    "VarnholtOptical Systems", "Optical Systems Varnholt, Limited", "Varnholt Optics",
    "Ostkamm Precision Bearings GmbH", "Ost Kamm Precision Bearings", "Ostkam Precision Bearing",
    "Krestova Shipping and Trading Company", "Krestowa Shipping", "KSTC", "Tianyao Weiye Group",
    "Tian Yao Weiye Group", "Academy of Marine Geophysics", "Bank of Eastern Telavia",
    "First Bank of Eastern Telavia", "1st Bank of Eastern Telavia", "Lumen Ridge Aviation 12",
    "Lumen Ridge Aviation 21", "Lumenridge Aviation", "Lyuvena", "ООО «Лювена»", "Лювена Шиппинг",
    "АО «Верфь Кривена»", "Krivena Shipyard JSC", "Кривена Трейдинг", "Vanex Trading",
    "ООО Ванекс Трейдинг", "شركة تلفيا الدولية", "Telavia International Company", "شركة سورنا",
    "Surna Company", "Surna Bank", "Petro Sanava Oil Company", "Petrosanava Oil Co.",
    "Sanava Petrochemical Holding", "United Metal Works of Karsk", "Karsk Metal Works",
    "Oriel Semiconductor Research Institute", "Institute of Semiconductor Research Oriel",
    "Delma Telecom", "Delma Telekom", "Dalma Telecom", "AVT Freight Services, S.A.",
    "Aldona Vessel Transport", "AVTX", "Port Authority of Nessa", "Nessa Port", "Nessa Sea Lines",
  ]

  private static func edited(_ name: String, _ generator: inout SeededGenerator) -> String {
    var letters = Array(name.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where letters.count > 4 {
      let place = Int.random(in: 1..<letters.count - 1, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters.swapAt(place, place + 1)
      default: letters[place] = letters[Int.random(in: letters.indices, using: &generator)]
      }
    }
    return String(String.UnicodeScalarView(letters))
  }

  @Test func whatIsRuledOutIsDifferent() throws {
    let knowledge = try Bundled.knowledge.get()
    let seed: UInt64 = 20_261_123
    var generator = SeededGenerator(seed: seed)
    let written = Self.names + Self.names.map { Self.edited($0, &generator) }
    let parsed = written.map { knowledge.parse($0) }
    let sketches = parsed.map { BodySketch($0) }
    var (ruledOut, byWords, taken) = (0, 0, 0)
    for (row, first) in parsed.enumerated() {
      var sieve = BodySieve(first)
      for (column, second) in parsed.enumerated() {
        let verdict = knowledge.bodyVerdict(first, second, explains: false).verdict
        if verdict != .different { taken += 1 }
        let isOther = sieve.rulesOut(sketches[column])
        if isOther { ruledOut += 1 }
        let isOtherByWords = sieve.rulesOut(sketches[column]) { second.tokens[$0].text }
        #expect(isOtherByWords || !isOther, "\(written[row]) / \(written[column]), seed \(seed)")
        guard isOtherByWords else { continue }
        byWords += 1
        #expect(verdict == .different, "\(written[row]) / \(written[column]), seed \(seed)")
      }
    }
    #expect(ruledOut > written.count * written.count / 2)
    #expect(byWords > ruledOut)
    #expect(taken > 2 * written.count)
  }

  @Test func aStoredSketchSaysTheSame() throws {
    let knowledge = try Bundled.knowledge.get()
    let parsed = Self.names.map { knowledge.parse($0) }
    let sketches = parsed.map { BodySketch($0) }
    let stored = sketches.map { sketch in
      // Not at the beginning and not aligned, as behind other names.
      var bytes: [UInt8] = [1, 2, 3]
      sketch.append(to: &bytes)
      let size = bytes.count - 3
      let mapped = MappedBytes(bytes)
      #expect(BodySketch.size(at: 3, of: mapped) == size)
      return BodySketch(at: 3, of: mapped)
    }
    for row in parsed.indices {
      let sieve = BodySieve(parsed[row])
      for column in sketches.indices {
        #expect(
          sieve.rulesOut(stored[column]) == sieve.rulesOut(sketches[column]),
          "\(Self.names[row]) / \(Self.names[column])")
      }
    }
  }

  /// The words are found in a stored name without reading it.
  @Test func aWordIsFoundWhereTheSketchSays() throws {
    let knowledge = try Bundled.knowledge.get()
    for name in Self.names {
      let parsed = knowledge.parse(name)
      let index = IdentityIndex.compile(
        [Identity(names: [name], kind: .organisation)], knowledge: knowledge)
      let names = try #require(CompiledNames(MappedBytes(index)))
      let sketch = try #require(names.sketch(names.name(0)))
      for place in 0..<sketch.count {
        #expect(names.word(place, of: names.name(0), sketch) == parsed.tokens[place].text)
      }
    }
  }
}
