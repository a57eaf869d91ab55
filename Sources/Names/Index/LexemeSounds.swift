/// The words of the list as letters of sound, written once so that no search reads them letter by
/// letter.
///
/// For each word its letters of sound, then for each way of hearing what it costs to leave each of
/// them without a partner; all of one length, so that a fifth of the bytes are letters.
enum LexemeSounds {
  /// Appends what is stored of a word.
  static func append(_ word: PersonWord, _ pool: Span<UInt8>, to bytes: inout [UInt8]) {
    guard word.length > 1 else { return }
    let start = Int(word.start)
    let letters = pool.extracting(start..<start + Int(word.length))
    let family = SoundFamily(Script(number: word.script))
    for hearing in SoundHearing.allCases {
      let form = SoundForm(letters, script: family, comparedWith: hearing.example)
      if hearing == .plainly {
        for index in 0..<form.count { bytes.append(form.letters[index]) }
      }
      for index in 0..<form.count { bytes.append(form.losses[index]) }
    }
  }

  /// How well a stored word is heard as another; nil where what is stored does not say it.
  ///
  /// - Parameter word: The other word, made for comparison with the family of the stored one.
  static func heard(
    _ word: borrowing SoundForm, _ family: SoundFamily, _ stored: Span<UInt8>,
    _ storedFamily: SoundFamily, floor: Int
  ) -> Int? {
    guard !stored.isEmpty, family != .latin || storedFamily != .latin else { return nil }
    let parts = SoundHearing.allCases.count + 1
    let count = stored.count / parts
    let first = count * (1 + Int(SoundHearing(of: family).rawValue))
    return SoundComparison.similarity(
      word.letters.span.extracting(0..<word.count), word.losses.span.extracting(0..<word.count),
      stored.extracting(0..<count), stored.extracting(first..<first + count), family,
      storedFamily, floor: floor)
  }
}

/// All that letters of sound have to know of the script that they are held against.
enum SoundHearing: UInt8, CaseIterable {
  case plainly, withoutVowels, inSyllables, inCharacters

  init(of family: SoundFamily) {
    self =
      family == .han
      ? .inCharacters
      : family.isSyllabic ? .inSyllables : family.isAbjad ? .withoutVowels : .plainly
  }

  /// A family that hears so.
  var example: SoundFamily {
    switch self {
    case .plainly: .cyrillic
    case .withoutVowels: .arabic
    case .inSyllables: .kana
    case .inCharacters: .han
    }
  }
}
