/// Which names may hold two words of a query, told before words are measured.
///
/// One bit a name, so that all of it stays near: 12 KB at 100,000 names. A word that is on no list, a
/// slip of the pen above all, shares keys with a hundred words; hardly any of them stands in a name
/// beside another word of the query, and only those are measured.
struct SharedNames {
  /// Names that hold the word of the query that is looked at.
  private var own: [UInt64]
  /// Names that hold one of the words before it.
  private var once: [UInt64]
  /// Names that may hold one of the words behind it.
  private var later: [UInt64]
  /// Names that hold two words, or do with one.
  private(set) var twice: [UInt64]

  /// - Parameter names: How many names the list has.
  init(names: Int) {
    own = [UInt64](repeating: 0, count: (names + 63) / 64)
    (once, later, twice) = (own, own, own)
  }

  /// Begins another query.
  mutating func begin() {
    Self.clear(&own)
    Self.clear(&once)
    Self.clear(&twice)
  }

  /// Notes who holds the word of the query that is looked at.
  ///
  /// - Parameters:
  ///   - names: See `NamePosting`.
  ///   - isLatin: Whether a name of one word does not do with it.
  mutating func note(holders names: Span<UInt32>, isLatin: Bool) {
    for index in names.indices {
      let posting = NamePosting(bits: names[index])
      Self.insert(posting.name, &own)
      if Self.doesWithOne(posting, isLatin: isLatin) { Self.insert(posting.name, &twice) }
    }
  }

  /// The same by the numbers of names.
  mutating func note(_ names: Span<UInt32>) {
    for index in names.indices { Self.insert(Int(names[index]), &own) }
  }

  /// Ends the word that is looked at.
  mutating func closeWord() {
    let count = own.count
    precondition(once.count == count && twice.count == count)
    // SAFETY: all three hold `count` words.
    unsafe own.withUnsafeMutableBufferPointer { own in
      unsafe once.withUnsafeMutableBufferPointer { once in
        unsafe twice.withUnsafeMutableBufferPointer { twice in
          for place in 0..<count {
            unsafe twice[place] |= once[place] & own[place]
            unsafe once[place] |= own[place]
            unsafe own[place] = 0
          }
        }
      }
    }
  }

  /// Begins to say which names may hold one of the words behind the one that is looked at.
  mutating func beginLater() {
    Self.clear(&later)
  }

  mutating func noteLater(holders names: Span<UInt32>) {
    for index in names.indices { Self.insert(NamePosting(bits: names[index]).name, &later) }
  }

  mutating func noteLater(_ names: Span<UInt32>) {
    for index in names.indices { Self.insert(Int(names[index]), &later) }
  }

  /// Whether one of the names that hold a word may hold another one, or does with this.
  func areAsked(holders names: Span<UInt32>, isLatin: Bool) -> Bool {
    for index in names.indices {
      let posting = NamePosting(bits: names[index])
      let place = posting.name &>> 6
      if (once[place] | later[place]) & Self.bit(posting.name) != 0
        || Self.doesWithOne(posting, isLatin: isLatin)
      {
        return true
      }
    }
    return false
  }

  /// Takes in names that hold two words together, if they hold a third or nothing else.
  mutating func join(holders names: Span<UInt32>) {
    for index in names.indices {
      let posting = NamePosting(bits: names[index])
      if posting.mayDoWithOne || once[posting.name &>> 6] & Self.bit(posting.name) != 0 {
        Self.insert(posting.name, &twice)
      }
    }
  }

  /// Takes in names whatever else they hold.
  mutating func insert(holders names: Span<UInt32>) {
    for index in names.indices { Self.insert(NamePosting(bits: names[index]).name, &twice) }
  }

  mutating func insert(_ names: Span<UInt32>) {
    for index in names.indices { Self.insert(Int(names[index]), &twice) }
  }

  /// Whether a name is in a set.
  @inline(__always)
  static func contains(_ name: Int, _ set: Span<UInt64>) -> Bool {
    set[name &>> 6] & bit(name) != 0
  }

  private static func clear(_ set: inout [UInt64]) {
    unsafe set.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: 0) }
  }

  @inline(__always)
  private static func insert(_ name: Int, _ set: inout [UInt64]) { set[name &>> 6] |= bit(name) }

  @inline(__always)
  private static func bit(_ name: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: name & 63) }

  /// An initial stands for any word.
  @inline(__always)
  private static func doesWithOne(_ posting: NamePosting, isLatin: Bool) -> Bool {
    isLatin ? posting.hasInitial : posting.mayDoWithOne
  }
}
