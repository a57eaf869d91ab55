/// Compares a party's address with a bare address that is listed as a party.
///
/// Equal after folding is certain. Where every number of the listed address stands in the other
/// and at least two of three words do, a person has to look.
struct AddressComparison {
  let text: String
  private let folded: FoldedName
  private let numbers: Set<Substring>
  private let words: Set<Substring>

  init(_ text: String) {
    self.text = text
    folded = FoldedName(text)
    let parts = Set(folded.words)
    numbers = parts.filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
    words = parts.subtracting(numbers)
  }

  /// Nil where they are different addresses.
  func certainty(of other: AddressComparison) -> ListMatch.Certainty? {
    guard !folded.isEmpty, !numbers.isEmpty else { return nil }
    if folded == other.folded { return .certain }
    guard numbers.isSubset(of: other.numbers), !words.isEmpty else { return nil }
    let shared = words.intersection(other.words).count
    return shared * 3 >= words.count * 2 ? .possible : nil
  }
}
