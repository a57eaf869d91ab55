import Formats
import SeededNumbers
import Testing

@testable import Trade

private let seed: UInt64 = 3_500

@Suite("Damaged orders")
struct MutationTests {
  /// Whatever is done to the bytes, there is an answer, and an order that comes out has every
  /// party and every line that the text has.
  @Test func noDamageCrashesOrLosesAParty() throws {
    var random = SeededGenerator(seed: seed)
    let original = Array(SampleOrder.text.utf8)
    let tree = try JSONReader.read(original)
    var orders = 0
    for round in 0..<5_000 {
      let bytes: [UInt8] =
        switch round % 4 {
        case 0: flipped(original, &random)
        case 1: Array(original.prefix(Int.random(in: 0..<original.count, using: &random)))
        case 2: spliced(original, &random)
        default: Array(swapped(tree, &random).text().utf8)
        }
      let decoded = OrderDecoder.decode(
        bytes, file: "damaged.json", knownCountries: SampleOrder.countries)
      #expect(!decoded.isEmpty, "seed \(seed), round \(round)")
      for result in decoded {
        guard let order = result.order else {
          let isExplained = result.diagnostics.contains { $0.severity == .error }
          #expect(isExplained, "seed \(seed), round \(round)")
          continue
        }
        orders += 1
        let text = try JSONReader.read(bytes)
        #expect(order.parties.count == text["parties"]?.array?.count, "seed \(seed), \(round)")
        #expect(order.lines.count == text["lines"]?.array?.count, "seed \(seed), \(round)")
        let roles = order.parties.map(\.roles.count)
        #expect(roles.allSatisfy { $0 > 0 }, "seed \(seed), round \(round)")
        let names = text["parties"]?.array?.map {
          $0["entity"]?["properties"]?["name"]?.strings ?? []
        }
        #expect(
          order.parties.map { $0.entity.values(of: "name") } == names, "seed \(seed), \(round)")
      }
    }
    // Some damage is harmless, or the test would look at failures alone.
    #expect(orders > 200, "\(orders) orders came out, seed \(seed)")
  }

  private func flipped(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      result[Int.random(in: result.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
    }
    return result
  }

  /// Takes a piece out or puts it in a second time.
  private func spliced(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...80, using: &random))
    var result = bytes
    if random.chance(1, in: 2) {
      result.removeSubrange(start..<end)
    } else {
      result.insert(
        contentsOf: bytes[start..<end], at: Int.random(in: bytes.indices, using: &random))
    }
    return result
  }

  /// Puts a value of any kind in the place of one value of the tree.
  private func swapped(_ json: JSON, _ random: inout SeededGenerator) -> JSON {
    let others: [JSON] = [
      .null, .boolean(true), .integer(0), .string(""), .string("p1"), .array([]), .object([]),
      JSON(.number("-1e400")), .array([.null]), .strings(["endUser", "endUser"]),
      .object([("name", .null)]), .string("\u{202E}\u{0}"),
    ]
    if random.chance(1, in: 6) { return random.pick(others) }
    switch json.value {
    case .object(var members) where !members.isEmpty:
      let index = Int.random(in: members.indices, using: &random)
      members[index] = .init(members[index].key, swapped(members[index].value, &random))
      return JSON(.object(members))
    case .array(var elements) where !elements.isEmpty:
      let index = Int.random(in: elements.indices, using: &random)
      elements[index] = swapped(elements[index], &random)
      return JSON(.array(elements))
    default: return random.pick(others)
    }
  }
}
