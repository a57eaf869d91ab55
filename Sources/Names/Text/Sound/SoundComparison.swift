/// How much two words sound alike, of which at least one may have been written in another script.
///
/// The words are laid against each other letter by letter, with costs that depend on the scripts
/// they come from: Japanese does not tell l from r, Arabic leaves out short vowels, a Chinese
/// transcription puts a vowel after each consonant. From about 62 two words may be one name; one in
/// 100 to 1,000 other pairs reaches that, mostly of words with two consonants, so that one word
/// alone proves little and two words much.
struct SoundComparison: Sendable {
  /// - Parameters:
  ///   - first: A word in Latin letters, folded; at most 48 sounds of it count.
  ///   - firstScript: The script in which it was written.
  ///   - floor: What is below counts as nothing in common.
  /// - Returns: 0 for words with nothing in common to 100 for words of the same sounds.
  static func similarity(
    _ first: Span<UInt8>, _ firstScript: Script, _ second: Span<UInt8>, _ secondScript: Script,
    floor: Int = 0
  ) -> Int {
    let families = (SoundFamily(firstScript), SoundFamily(secondScript))
    return similarity(
      SoundForm(first, script: families.0, comparedWith: families.1),
      SoundForm(second, script: families.1, comparedWith: families.0), families.0, families.1,
      floor: floor)
  }

  /// The same for forms that are kept, each made for comparison with the family of the other.
  static func similarity(
    _ left: borrowing SoundForm, _ right: borrowing SoundForm, _ leftFamily: SoundFamily,
    _ rightFamily: SoundFamily, floor: Int = 0
  ) -> Int {
    similarity(
      left.letters.span.extracting(0..<left.count), left.losses.span.extracting(0..<left.count),
      right.letters.span.extracting(0..<right.count),
      right.losses.span.extracting(0..<right.count), leftFamily, rightFamily, floor: floor)
  }

  /// The same for letters of sound with what each costs without a partner.
  static func similarity(
    _ left: Span<UInt8>, _ leftLosses: Span<UInt8>, _ right: Span<UInt8>,
    _ rightLosses: Span<UInt8>, _ leftFamily: SoundFamily, _ rightFamily: SoundFamily, floor: Int
  ) -> Int {
    guard left.count > 0, right.count > 0 else { return left.count == right.count ? 100 : 0 }
    // Of two foreign scripts the one that tells less apart decides.
    let family = leftFamily.rawValue > rightFamily.rawValue ? leftFamily : rightFamily
    let costs = SoundCosts.shared.table(for: family)
    var weight = 4
    for index in left.indices { weight += Int(leftLosses[index]) }
    for index in right.indices { weight += Int(rightLosses[index]) }
    // Beyond this the result is below the floor, whatever else is found.
    let limit = ((101 - floor) * weight - 1) / 200 - 2
    let cost = cost(left, leftLosses, right, rightLosses, costs.span, limit: max(0, limit))
    if cost == 0 { return 100 }
    // A difference says more between short words, which chance makes alike more often.
    let similarity = max(0, 100 - 200 * (cost + 2) / weight)
    return similarity >= floor ? similarity : 0
  }

  /// The least cost of laying the letters of one form against those of the other in order, or
  /// something above `limit`.
  private static func cost(
    _ leftLetters: Span<UInt8>, _ leftLosses: Span<UInt8>, _ rightLetters: Span<UInt8>,
    _ rightLosses: Span<UInt8>, _ table: Span<UInt8>, limit: Int
  ) -> Int {
    var row = InlineArray<49, Int32>(repeating: 0)
    let count = min(rightLetters.count, SoundForm.capacity)
    var cells = row.mutableSpan
    for column in 0..<count {
      cells[column + 1] = cells[column] &+ Int32(rightLosses[column])
    }
    for index in leftLetters.indices {
      let costs = Int(leftLetters[index]) * SoundCosts.stride
      let loss = Int32(leftLosses[index])
      var diagonal = cells[0]
      var before = diagonal &+ loss
      var least = before
      cells[0] = before
      for column in 0..<count {
        let above = cells[column + 1]
        let met = diagonal &+ Int32(table[costs &+ Int(rightLetters[column])])
        before = min(met, min(above &+ loss, before &+ Int32(rightLosses[column])))
        least = min(least, before)
        diagonal = above
        cells[column + 1] = before
      }
      if least > Int32(limit) { return Int(least) }
    }
    return Int(cells[count])
  }
}
