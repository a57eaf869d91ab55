extension String {
  /// Whether this is the other text, which is ASCII and short.
  ///
  /// Equality of strings is canonical equivalence, which sorts combining marks: a foreign name
  /// with a million of them would hold up the comparison for hours. The lengths tell first.
  func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && self == other
  }
}
