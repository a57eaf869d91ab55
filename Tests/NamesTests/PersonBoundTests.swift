import Testing

@testable import Names

@Suite("Whom the weights of the words rule out is not compared", .enabled(if: Bundled.hasPlaces))
struct PersonBoundTests {
  private static func form(_ name: String) throws -> PersonForm {
    let knowledge = try Bundled.knowledge.get()
    return PersonForm(PersonName(name, knowledge: knowledge), knowledge.tables.persons)
  }

  private func mayReach(_ query: String, _ stored: String, sharing: UInt16) throws -> Bool {
    let form = try Self.form(stored)
    return PersonBound(PersonQuery(try Self.form(query)), sharing: sharing).mayReach(
      NameKnowledge.threshold, form.words.span, form.pool.span, initials: 0)
  }

  /// Words that are written together share nothing with their halves.
  @Test(arguments: [
    ("Jalal Uddin Rahmani", "JALALUDDIN RAHMANI", UInt16(0b100)),
    ("Jalaluddin Rahmani", "JALAL UDDIN RAHMANI", 0b10),
    ("نجيب الله كريمي", "KARIMI, Najibullah", 0b100),
  ])
  func wordsWrittenTogetherAreNotRuledOut(
    query: String, stored: String, sharing: UInt16
  ) throws {
    #expect(try mayReach(query, stored, sharing: sharing))
    var measure = PersonMeasure()
    let (left, right) = (try Self.form(query), try Self.form(stored))
    let score = measure.score(
      left.words.span, left.pool.span, right.words.span, right.pool.span)
    #expect(score >= NameKnowledge.threshold)
  }

  @Test(arguments: [
    ("Jalaluddin Rahmani", "OKAFOR MUSTAFA RAHMANI", UInt16(0b10))
  ])
  func whoSharesOneWordBesideOthersIsRuledOut(
    query: String, stored: String, sharing: UInt16
  ) throws {
    #expect(try !mayReach(query, stored, sharing: sharing))
    var measure = PersonMeasure()
    let (left, right) = (try Self.form(query), try Self.form(stored))
    let score = measure.score(
      left.words.span, left.pool.span, right.words.span, right.pool.span)
    #expect(score < NameKnowledge.threshold)
  }

  /// What is cut off shares no key with the whole word, whatever is known of the others.
  @Test func aWordThatMayBeCutOffIsMeasuredWhateverItShares() throws {
    var measure = PersonMeasure()
    let (left, right) = (
      try Self.form("Okafor Mustafa Jalalud"), try Self.form("OKAFOR Mustafa Jalaluddin")
    )
    let whole = measure.score(
      left.words.span, left.pool.span, right.words.span, right.pool.span)
    let shared = measure.score(
      left.words.span, left.pool.span, right.words.span, right.pool.span, sharing: 0b011,
      places: 0b011)
    #expect(whole >= NameKnowledge.threshold)
    #expect(shared == whole)
  }
}
