/// Names that share words which one of both names writes together.
extension SearchScratch {
  /// Names that write two words of the query together, or one of it as two.
  struct JoinedNames {
    /// Where they stand: among the names under keys, or among the holders of a word.
    let names: Range<Int>
    let areHolders: Bool
    /// One bit for each word of the query.
    let bits: UInt16
    /// What the agreement is worth for the order of candidates.
    let worth: UInt16
  }

  /// Notes that names share words that one of both names writes together: what was shared of them before
  /// counts half.
  ///
  /// - Parameters:
  ///   - names: Names under a key, or holders of a word.
  ///   - places: The bits of what is written together.
  mutating func countJoined(
    _ names: Span<UInt32>, _ joined: JoinedNames, places: UInt16, needsTwo: Bool
  ) {
    let twice = shares.twice
    Self.countJoined(
      names, joined, places: places, among: needsTwo ? twice.span : Span(), &shared, &touched)
  }

  private static func countJoined(
    _ names: Span<UInt32>, _ joined: JoinedNames, places: UInt16, among few: Span<UInt64>,
    _ shared: inout [Shared], _ touched: inout [UInt32]
  ) {
    var counts = shared.mutableSpan
    for index in names.indices {
      let posting = NamePosting(bits: names[index])
      let name = joined.areHolders ? posting.name : Int(names[index])
      guard few.isEmpty || SharedNames.contains(name, few) else { continue }
      if counts[name].words == 0 { touched.append(UInt32(truncatingIfNeeded: name)) }
      counts[name].join(
        joined.bits, places: joined.areHolders ? posting.place | places : places,
        worth: joined.worth)
    }
  }
}
