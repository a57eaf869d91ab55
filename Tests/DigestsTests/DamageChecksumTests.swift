import Digests
import Formats
import Testing

@Suite("A damage checksum finds every flipped bit outside its own place")
struct DamageChecksumTests {
  private static func checksum(_ bytes: [UInt8], _ hole: Range<Int> = 8..<24) -> DamageChecksum? {
    DamageChecksum(of: MappedBytes(bytes), without: hole)
  }

  @Test func everyBitCounts() throws {
    let bytes = (0..<100).map { UInt8($0) }
    let sound = try #require(Self.checksum(bytes))
    #expect(sound.bytes.count == DamageChecksum.size)
    for bit in 0..<bytes.count * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      let isHole = (8..<24).contains(bit / 8)
      #expect((Self.checksum(damaged) == sound) == isHole, "bit \(bit)")
    }
  }

  @Test func lengthAndOrderCount() throws {
    let bytes = [UInt8](repeating: 0, count: 64)
    let sound = try #require(Self.checksum(bytes))
    #expect(Self.checksum(bytes + [0]) != sound)
    #expect(Self.checksum(Array(bytes.dropLast())) != sound)
    let ascending = (0..<64).map { UInt8($0) }
    #expect(Self.checksum(ascending) != Self.checksum(ascending.reversed()))
  }

  @Test func aPlaceOutsideHasNoChecksum() {
    #expect(Self.checksum([1, 2, 3], 2..<18) == nil)
    #expect(Self.checksum([UInt8](repeating: 1, count: 16), 0..<16) != nil)
  }

  /// The bytes of one file are those of another however they lie in memory.
  @Test func aPartOfOtherBytesHasItsOwn() throws {
    let bytes = (0..<200).map { UInt8($0) }
    let part = try #require(MappedBytes(part: 50..<150, of: MappedBytes(bytes)))
    #expect(
      DamageChecksum(of: part, without: 8..<24) == Self.checksum(Array(bytes[50..<150])))
    #expect(MappedBytes(part: 50..<201, of: MappedBytes(bytes)) == nil)
  }
}
