import SeededNumbers
import Testing

@testable import Evidence

@Suite struct HashSlotsTests {
  @Test(arguments: [1, 2] as [UInt64])
  func whatIsCountedIsFoundAgain(seed: UInt64) {
    var draw = SeededGenerator(seed: seed)
    var slots = HashSlots()
    var counts: [UInt64: UInt32] = [:]
    for _ in 0..<20_000 {
      let key = UInt64(draw.below(4000)) &* 0x1_0000_0001
      counts[key, default: 0] += 1
      #expect(slots.count(key) == counts[key], "seed \(seed)")
    }
    for (key, count) in counts { #expect(slots[key] == count, "seed \(seed)") }
    #expect(slots[1 << 63] == 0)
  }

  @Test func ofSeveralNumbersOfOneHashTheOneIsFoundThatIsAskedFor() {
    var slots = HashSlots()
    for number in 1...2000 as ClosedRange<UInt32> { slots.insert(UInt64(number % 10), number) }
    #expect(slots.first(3) { $0 > 1500 && $0 % 10 == 3 } == 1503)
    #expect(slots.first(3) { $0 % 10 == 4 } == 0)
  }
}
