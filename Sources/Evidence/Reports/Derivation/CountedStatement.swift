internal import Formats

/// A number that a report states, with the words around it, by which it is seen whether two numbers
/// are of one thing.
final class CountedStatement {
  let statement: ContradictionFinder.Statement
  let quantity: ReportQuantity
  /// Hashes of the words of the sentence without numbers; of Chinese ones pairs of characters.
  private lazy var words: Set<UInt64> = CountedStatement.words(of: statement.proposal.quote)

  init(statement: ContradictionFinder.Statement, quantity: ReportQuantity) {
    self.statement = statement
    self.quantity = quantity
  }

  /// Two reports of the same place that say nearly the same sentence with another number, or of
  /// the same time much the same.
  func speaksOfTheSame(as other: CountedStatement) -> Bool {
    let (mine, theirs) = (statement.proposal, other.statement.proposal)
    guard statement.report != other.statement.report, mine.subject == theirs.subject else {
      return false
    }
    let shared = words.intersection(other.words).count
    let shorter = min(words.count, other.words.count)
    guard shorter >= 4 else { return false }
    if shared * 4 >= shorter * 3 { return true }
    return mine.from != nil && mine.from == theirs.from && mine.until == theirs.until
      && shared * 5 >= shorter * 2
  }

  private static func words(of text: String) -> Set<UInt64> {
    var words: Set<UInt64> = []
    var hash = WordTable.seed
    var letters = 0
    var last: UInt32?
    func close() {
      if letters > 0 { words.insert(hash) }
      hash = WordTable.seed
      letters = 0
    }
    for scalar in text.unicodeScalars {
      if HanFolding.isHan(scalar.value) {
        close()
        if let last { words.insert(UInt64(last) << 32 | UInt64(scalar.value)) }
        last = scalar.value
        continue
      }
      last = nil
      if scalar.properties.isAlphabetic {
        for byte in String(scalar).lowercased().utf8 { hash = WordTable.step(hash, byte) }
        letters += 1
      } else {
        close()
      }
    }
    close()
    return words
  }
}
