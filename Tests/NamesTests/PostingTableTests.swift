import Formats
import SeededNumbers
import Testing

@testable import Names

/// Keys and their entries, found by a directory of first bits.
@Suite struct PostingTableTests {
  /// Keys that are spread and keys that all begin alike.
  @Test(arguments: [0, 1, 2, 7, 64, 3_000], [0, 40])
  func everyKeyIsFoundAndNoOther(count: Int, shift: Int) {
    let seed: UInt64 = 20_261_127
    var generator = SeededGenerator(seed: seed)
    var keys = Set<UInt64>()
    while keys.count < count {
      keys.insert(UInt64.random(in: 0 ... .max, using: &generator) >> shift)
    }
    let sorted = keys.sorted()
    let directory = PostingTable<UInt32>.directory(sorted)
    var bytes: [UInt8] = []
    func append(_ values: [UInt64], _ width: Int) -> Int {
      let start = bytes.count
      for value in values {
        for byte in 0..<width { bytes.append(UInt8(value >> (8 * byte) & 0xFF)) }
      }
      return start
    }
    let offsets = (
      append(sorted, 8), append((0...count).map { UInt64($0) }, 4),
      append(directory.map { UInt64($0) }, 4)
    )
    let table = PostingTable<UInt32>(
      MappedBytes(bytes), keys: (offsets.0, count), ranges: offsets.1, list: (0, count),
      directory: (offsets.2, directory.count))
    for (place, key) in sorted.enumerated() { #expect(table.range(of: key) == place..<place + 1) }
    for _ in 0..<1_000 {
      let key = UInt64.random(in: 0 ... .max, using: &generator) >> shift
      if !keys.contains(key) { #expect(table.range(of: key).isEmpty, "\(key), seed \(seed)") }
    }
  }
}
