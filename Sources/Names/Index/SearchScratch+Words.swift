/// Which words of the list are looked at for one word of a query.
extension SearchScratch {
  /// A word of the list that shares a key with one of the query.
  struct LookedAt {
    let lexeme: Int
    /// Whether the key stands for the word itself or for a form of it.
    let isKnown: Bool
    /// In which ways the words may be alike.
    var ways: WordSieve.Ways = []
  }

  /// A word of the query whose words of the list are gathered and not measured yet.
  struct SoughtWord {
    /// Which word of the form, and whether that is the form of two neighbours together.
    let index: Int
    let areTwo: Bool
    let bits: UInt16
    let slot: Int
    /// Where the words of the list stand among those that are looked at.
    let gathered: Range<Int>
  }

  /// Begins another word of the query: none of the list has been looked at for it.
  mutating func beginWord() {
    turn &+= 1
    guard turn == 0 else { return }
    for index in seen.indices { seen[index] = 0 }
    turn = 1
  }

  /// Takes down which words of a key are looked at for the first time since `beginWord`; of those
  /// that are not known to be a form of the word only such as may be alike.
  mutating func look(at found: Span<WordPosting>, like traits: WordTraits, areKnown: Bool) {
    for position in found.indices {
      let number = Int(found[position].lexeme)
      guard areKnown || traits.mayBeAlike(found[position].traits), seen[number] != turn else {
        continue
      }
      seen[number] = turn
      lookedAt.append(LookedAt(lexeme: number, isKnown: areKnown))
    }
  }
}
