import Names
import Synchronization

/// The addresses of a snapshot, taken apart when a query may meet them.
///
/// Taking all apart costs most of a start, and an order asks about a few. So each is filed under
/// the numbers that its bytes show, and held against the clues of a query (`AddressClue`), which
/// whatever shares a key with the query passes; what passes is taken apart once and kept.
struct ListedAddresses: Sendable {
  /// One text with the entries that have it, ascending.
  struct Slot: Sendable {
    let text: String
    let country: String?
    var entries: [Int]
    let sketch: AddressSketch
  }

  /// An address of lists that is or may be the one asked for.
  struct Match: Sendable {
    let address: ParsedAddress
    let entries: [Int]
    let comparison: AddressComparison
  }

  private final class Parsed: Sendable {
    let address: ParsedAddress
    /// Ascending.
    let keys: [UInt64]

    init(_ address: ParsedAddress) {
      self.address = address
      keys = AddressKeys.keys(of: address)
    }
  }

  /// What was taken apart, by slot.
  private final class Shelf: Sendable {
    let parsed = Mutex<[Int: Parsed]>([:])
  }

  private(set) var slots: [Slot] = []
  /// Numbers with their slots, both in one, ascending.
  private var postings: [UInt64] = []
  /// Slots of which the bytes tell nothing.
  private var opaque: [Int] = []
  private let shelf = Shelf()
  private let knowledge: NameKnowledge

  init(_ entries: [ListEntry], knowledge: NameKnowledge) {
    self.knowledge = knowledge
    var known: [String: Int] = [:]
    for (position, entry) in entries.enumerated() where !entry.addresses.isEmpty {
      let country = entry.countries.count == 1 ? entry.countries[0] : nil
      for text in entry.addresses {
        let name = (country ?? "") + "|" + text
        if let slot = known[name] {
          if slots[slot].entries.last != position { slots[slot].entries.append(position) }
          continue
        }
        known[name] = slots.count
        file(
          Slot(
            text: text, country: country, entries: [position],
            sketch: knowledge.sketch(ofAddress: text)))
      }
    }
    postings.sort()
  }

  private mutating func file(_ slot: Slot) {
    let place = slots.count
    slots.append(slot)
    guard slot.sketch.isPlain else {
      opaque.append(place)
      return
    }
    for number in Set(slot.sketch.numbers) {
      postings.append(Self.posting(number) | UInt64(place))
    }
  }

  /// The first posting that a number can have; numbers here have at most nine digits.
  private static func posting(_ number: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: number)) << 32
  }

  /// Addresses that are or may be this one, best first, then in the order of the lists.
  func matches(for address: ParsedAddress) -> [Match] {
    let keys = Set(AddressKeys.keys(of: address))
    guard !keys.isEmpty else { return [] }
    var candidates: Set<Int> = []
    for clue in AddressKeys.clues(of: address) { gather(clue, into: &candidates) }
    var found: [(slot: Int, match: Match)] = []
    for (slot, parsed) in parsed(candidates) {
      guard parsed.keys.contains(where: keys.contains) else { continue }
      let comparison = knowledge.compare(address, parsed.address)
      guard comparison.verdict >= .possible else { continue }
      found.append(
        (
          slot,
          Match(
            address: parsed.address, entries: slots[slot].entries, comparison: comparison)
        ))
    }
    found.sort { left, right in
      let verdicts = (left.match.comparison.verdict, right.match.comparison.verdict)
      return verdicts.0 == verdicts.1 ? left.slot < right.slot : verdicts.0 > verdicts.1
    }
    return found.map(\.match)
  }

  private func gather(_ clue: AddressClue, into candidates: inout Set<Int>) {
    func offer(_ place: Int) {
      guard !candidates.contains(place) else { return }
      if clue.isShown(by: slots[place].sketch) { candidates.insert(place) }
    }
    guard let number = clue.number, 0..<1_000_000_000 ~= number else {
      slots.indices.forEach(offer)
      return
    }
    let low = Self.posting(number)
    for posting in postings[first(from: low)...].prefix(while: { $0 >> 32 == low >> 32 }) {
      offer(Int(posting & 0xFFFF_FFFF))
    }
    candidates.formUnion(opaque)
  }

  /// The place of the first posting that is not below this one.
  private func first(from bound: UInt64) -> Int {
    var (low, high) = (0, postings.count)
    while low < high {
      let middle = (low + high) / 2
      if postings[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// One look for all of them: threads that ask for each by itself mostly wait for each other.
  private func parsed(_ slots: Set<Int>) -> [(slot: Int, parsed: Parsed)] {
    let found = shelf.parsed.withLock { shelf in slots.map { ($0, shelf[$0]) } }
    // Two threads may do it twice, which costs less than one that waits for the other.
    let fresh = found.compactMap { slot, parsed in
      parsed == nil
        ? (
          slot, Parsed(knowledge.address(self.slots[slot].text, country: self.slots[slot].country))
        )
        : nil
    }
    if !fresh.isEmpty {
      shelf.parsed.withLock { $0.merge(fresh) { kept, _ in kept } }
    }
    return found.compactMap { slot, parsed in parsed.map { (slot, $0) } } + fresh
  }
}
