import Formats

/// The words of a closed list, or the codes of a tree, by the bytes that spell them.
final class DeclaredWords: Sendable {
  /// The fact that each states, at its index.
  let facts: [Fact]
  private let names: JSONNames
  /// Equality of texts is wider than that of bytes: an accent may stand with its letter or behind.
  private let indices: [String: Int]
  /// The index that each name's text has; the first, where equal texts stand twice.
  private let firsts: [Int]

  /// Each word or code with how it is printed.
  init(_ words: [(code: String, name: String)]) {
    let indices = Dictionary(
      words.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.indices = indices
    firsts = words.map { indices[$0.code] ?? 0 }
    names = JSONNames(words.map(\.code))
    facts = words.map {
      Fact(.codes([$0.code], isComplete: true), .declared, words: $0.name)
    }
  }

  /// Longer than any word or code; a hash of a hostile text would cost what its length does.
  private static let longestWord = 256

  func code(at index: Int) -> String { names.names[index] }

  func index(of word: Span<UInt8>) -> Int? {
    guard word.count <= DeclaredWords.longestWord else { return nil }
    if let index = names.index(of: word) { return firsts[index] }
    guard let text = try? UTF8Span(validating: word) else { return nil }
    return indices[String(copying: text)]
  }
}
