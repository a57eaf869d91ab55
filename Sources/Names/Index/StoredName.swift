/// Where one name of a stored identity lies among the stored words.
struct StoredName: BitwiseCopyable {
  var identity: UInt32
  /// First word and number of words, readings included; none for the name of a body.
  var firstWord: UInt32
  var words: UInt16
  /// Words by which a person's name is found: no particles, initials and further readings.
  var keyedWords: UInt16
  /// Where its letters lie.
  var letters: UInt32
  var lettersCount: UInt32
  /// Where the name of a body lies taken apart; 0 for a person's.
  var body: UInt32
  var bodyCount: UInt32
}

/// Where the names of one stored identity lie.
struct StoredIdentity: BitwiseCopyable {
  var firstName: UInt32
  var names: UInt16
  /// 1 where the country is known.
  var flags: UInt16
}
