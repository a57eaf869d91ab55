import SeededNumbers
import Testing

@testable import Evidence

/// Rules are chosen by what a sentence speaks of as by asking each of them.
@Suite struct RuleMasksTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func theRulesThatAreAdmittedAreThoseThatASentenceMeets(seed: UInt64) throws {
    let rules = try #require(Reading.vocabulary).rules
    let masks = RuleMasks(rules)
    var draw = SeededGenerator(seed: seed)
    var admittedOnce: Set<Int> = []
    for _ in 0..<2000 {
      var concepts = ConceptSet.empty
      // What one rule asks for, and a few others.
      let wanted = rules[draw.below(rules.count)]
      for group in wanted.groups where !draw.chance(1, in: 12) {
        var members: [Int] = []
        group.near.forEach { members.append($0) }
        if !members.isEmpty { concepts.insert(draw.pick(members)) }
      }
      for _ in 0..<draw.below(4) { concepts.insert(draw.below(200)) }
      var around = concepts
      for _ in 0..<draw.below(30) { around.insert(draw.below(200)) }
      let expected = rules.indices.filter { number in
        let rule = rules[number]
        return !concepts.intersects(rule.unless)
          && rule.groups.contains { concepts.intersects($0.near) }
          && rule.groups.allSatisfy {
            concepts.intersects($0.near) || around.intersects($0.around)
          }
      }
      var admitted: [Int] = []
      masks.forEachAdmitted(concepts, around: around) { admitted.append($0) }
      #expect(admitted == expected, "seed \(seed)")
      admittedOnce.formUnion(admitted)
    }
    #expect(admittedOnce.count * 10 > rules.count * 9)
  }

  @Test func aSetHandsOverWhatWasPutIn() {
    let numbers = [0, 1, 63, 64, 127, 128, 200, 255]
    var handed: [Int] = []
    ConceptSet(numbers + [-1, 256, 1000]).forEach { handed.append($0) }
    #expect(handed == numbers)
    #expect(ConceptSet(numbers).count == numbers.count)
  }
}
