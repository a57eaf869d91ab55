/// How alike the words of the list were found to be to each word of one query.
struct WordLikenesses {
  /// Of further words of a query nothing is kept.
  static let mostSlots = 6
  private static let bitsOfSlot: UInt64 = 7
  private static let joined: UInt64 = 1 << 47
  private static let firstOfTurn: UInt64 = 48

  /// What one word of the list is to the words of the query.
  struct Entry {
    fileprivate let bits: UInt64

    /// Whether it was met by two words of the query together, or may be several.
    var isJoined: Bool { bits & WordLikenesses.joined != 0 }
    /// Whether it is like no word of the query.
    var isEmpty: Bool { bits & (WordLikenesses.joined - 1) == 0 }

    /// From 0 to 100, 0 where it is not like that word.
    func likeness(to slot: Int) -> Int {
      Int(truncatingIfNeeded: bits >> (WordLikenesses.bitsOfSlot * UInt64(slot)) & 0x7F)
    }
  }

  private var entries: [UInt64] = []
  private let lexemes: Int
  private var turn: UInt64 = 0

  /// - Parameter lexemes: How many words the list has.
  init(lexemes: Int) { self.lexemes = lexemes }

  /// Begins another query: nothing is known.
  mutating func begin() {
    turn += 1
    guard entries.isEmpty || turn > 0xFFFF else { return }
    entries = [UInt64](repeating: 0, count: lexemes)
    turn = 1
  }

  /// Of several readings the likest counts.
  mutating func note(_ lexeme: Int, _ slot: Int, _ likeness: Int) {
    guard slot < Self.mostSlots else { return }
    let shift = Self.bitsOfSlot * UInt64(slot)
    let known = self[lexeme].bits
    guard UInt64(likeness) > known >> shift & 0x7F else { return }
    entries[lexeme] =
      turn << Self.firstOfTurn | known & ~(0x7F << shift) | UInt64(likeness) << shift
  }

  mutating func noteJoined(_ lexeme: Int) {
    entries[lexeme] = turn << Self.firstOfTurn | self[lexeme].bits | Self.joined
  }

  subscript(lexeme: Int) -> Entry {
    let entry = entries[lexeme]
    return Entry(
      bits: entry >> Self.firstOfTurn == turn ? entry & (1 << Self.firstOfTurn - 1) : 0)
  }
}
