/// The layout of compiled names: a header, then sections that begin at multiples of 16 bytes.
///
/// Numbers lie in the order of bytes of the machine that wrote them, and the header says in which,
/// so that a file of another machine or another layout is refused and compiled anew.
enum CompiledNamesLayout {
  static let magic: UInt64 = 0x5343_5255_504C_4531
  static let version: UInt32 = 10
  static let alignment = 16
  /// For a word by which no name is found: a particle, an initial.
  static let noLexeme = UInt32.max

  enum Section: Int, CaseIterable {
    case names, words, letters, bodies
    /// Keys of whole names and of bodies, and the names that are filed under each.
    case nameKeys, nameRanges, nameList, nameDirectory
    /// The letters of each word of persons' names, once, words that may be alike near each other.
    case lexemeLetters
    /// Each of those words, keys of words, and the words that are filed under each.
    case lexemes, wordKeys, wordRanges, wordList, wordDirectory
    /// For each of those words where the names that hold it begin among all of them.
    case lexemeRanges, lexemeNames
    /// For each of those words where its letters of sound begin, and all of them.
    case soundRanges, sounds
    /// What is read of each of those words before its letters.
    case cards
    /// For each of those words where the words alike to it begin, and all of them.
    case neighbourRanges, neighbours
    /// The words of each name, counted and weighed.
    case summaries
    /// For each word of a name which of the words it is that are kept once, or `noLexeme`.
    case lexemesOfWords

    /// Bytes of one value.
    var stride: Int {
      switch self {
      case .names: MemoryLayout<StoredName>.stride
      case .words, .lexemes: MemoryLayout<PersonWord>.stride
      case .letters, .lexemeLetters, .bodies, .sounds: 1
      case .cards: MemoryLayout<WordCard>.stride
      case .summaries: MemoryLayout<PersonSummary>.stride
      case .nameKeys, .wordKeys: 8
      case .wordList: MemoryLayout<WordPosting>.stride
      case .nameRanges, .nameList, .wordRanges, .lexemeRanges, .lexemeNames,
        .soundRanges, .neighbourRanges, .neighbours, .lexemesOfWords, .nameDirectory,
        .wordDirectory:
        4
      }
    }
  }

  /// Magic, version, strides, length, number of identities, then offset and count of each section.
  static let headerSize = 48 + Section.allCases.count * 16

  /// Changes when the compiler lays out a record in another way.
  static var strides: UInt32 {
    UInt32(MemoryLayout<StoredName>.stride << 10 | MemoryLayout<PersonWord>.stride)
  }
}
