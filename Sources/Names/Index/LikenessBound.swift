internal import Formats

/// Whether a stored name can reach the threshold, told by how alike its words were found to be to
/// those of the query when candidates were looked for.
///
/// `PersonBound` takes every shared word to be equal. Across scripts hardly any is, and a name whose
/// words are just alike enough to be looked at must leave nothing out. What is not known word by
/// word (initials, words cut off, written together or apart, syllables) is taken to agree.
struct LikenessBound {
  private let query: PersonQuery
  private let joins: PersonBound
  /// Whether all words of the query are known word by word.
  private let isTold: Bool
  private let letters: Int

  init(_ query: PersonQuery) {
    self.query = query
    joins = PersonBound(query, sharing: 0)
    let words = query.slots.map { query.form.words[$0.lowerBound] }
    isTold =
      !words.isEmpty && words.count <= WordLikenesses.mostSlots && query.initials == 0
      && !query.mayHoldSeveral && !query.isKorean
      && words.allSatisfy { $0.characters == 0 && !$0.mayShareNothing }
    letters = words.reduce(0) { $0 + Int($1.length) }
  }

  /// What a stored name shares with the query, word by word.
  private struct Account {
    var likeness = InlineArray<6, Int>(repeating: 0)
    /// The heaviest word that is like each of the query's.
    var partner = InlineArray<6, Int>(repeating: 0)
    /// Words of the name that are like some word, and the lightest of them.
    var met = 0
    var lightest = Int.max
    /// What the others weigh.
    var lost = 0
    var words = 0
    var letters = 0
    var firstLength = 0

    /// Closes the account of one word.
    mutating func close(_ weight: Int, isMet: Bool) {
      guard weight > 0 else { return }
      if isMet {
        met += 1
        lightest = min(lightest, weight)
      } else {
        lost += weight
      }
    }
  }

  /// - Parameters:
  ///   - words: The words of the stored name, `letters` what they are written with.
  ///   - lexemes: Which words of the list those are.
  func mayReach(
    _ threshold: Int, _ words: Span<PersonWord>, _ letters: Span<UInt8>, lexemes: Span<UInt32>,
    _ likenesses: borrowing WordLikenesses
  ) -> Bool {
    guard isTold else { return true }
    var account = Account()
    var (weight, isMet) = (0, false)
    for index in words.indices where !words[index].flags.contains(.isParticle) {
      let word = words[index]
      if !word.isReading {
        guard word.characters == 0, !word.mayShareNothing, word.script != Script.hangul.number
        else { return true }
        account.close(weight, isMet: isMet)
        (weight, isMet) = (word.weight, false)
        if account.words == 0 { account.firstLength = Int(word.length) }
        account.words += 1
        account.letters += Int(word.length)
      }
      guard lexemes[index] != CompiledNamesLayout.noLexeme else { continue }
      let entry = likenesses[Int(lexemes[index])]
      if entry.isJoined { return true }
      guard !entry.isEmpty else { continue }
      isMet = true
      for slot in query.slots.indices {
        var likeness = entry.likeness(to: slot)
        guard likeness > 0 else { continue }
        // Those were not measured.
        if query.isLatin, word.script != Script.latin.number { likeness = max(likeness, 96) }
        account.likeness[slot] = max(account.likeness[slot], likeness)
        account.partner[slot] = max(account.partner[slot], weight)
      }
    }
    account.close(weight, isMet: isMet)
    guard account.words > 0 else { return true }
    return mayReach(threshold, account) || mayJoin(account)
      || mayBeCut(words, letters) || joins.mayMeet(words, letters, cuts: false)
  }

  /// Whether what agrees may outweigh what is lost, if all words that may meet do so.
  private func mayReach(_ threshold: Int, _ account: Account) -> Bool {
    var (gain, met, lightest, lost) = (0, 0, Int.max, 0)
    for slot in query.slots.indices {
      let weight = query.weights[slot]
      guard account.likeness[slot] > 0 else {
        lost += weight
        continue
      }
      met += 1
      lightest = min(lightest, weight)
      gain += (weight + account.partner[slot]) / 2 * max(0, account.likeness[slot] - threshold)
    }
    // Each word finds one partner.
    if met > account.met { lost += (met - account.met) * lightest }
    let other = account.lost + (account.met > met ? (account.met - met) * account.lightest : 0)
    let contradicted = min(lost, other)
    let omitted = max(lost, other) - contradicted
    return gain >= threshold * (3 * contradicted + omitted / 4)
  }

  /// Whether both names may be the same letters with other spaces.
  private func mayJoin(_ account: Account) -> Bool {
    let difference = abs(account.letters - letters)
    if account.words != query.slots.count { return difference <= 1 }
    return difference == 0
      && account.firstLength != Int(query.form.words[query.slots[0].lowerBound].length)
  }

  /// Whether a word of one name is the beginning of one of the other and the last of a long text.
  private func mayBeCut(_ words: Span<PersonWord>, _ letters: Span<UInt8>) -> Bool {
    let form = query.form
    let pool = form.pool.span
    for slot in query.slots {
      for own in slot {
        let word = form.words[own]
        for index in words.indices where words[index].length != word.length {
          let other = words[index]
          let short = word.length < other.length ? word : other
          guard short.mayBeCut, short.length > 1 else { continue }
          var isBeginning = true
          for place in 0..<Int(short.length)
          where pool[Int(word.start) + place] != letters[Int(other.start) + place] {
            isBeginning = false
            break
          }
          if isBeginning { return true }
        }
      }
    }
    return false
  }
}
