/// Runs of words by which two texts are seen to share sentences.
struct Shingles: Sendable {
  /// Hashes of runs, each with the sentence in which it stands; ascending where two texts are
  /// compared.
  private(set) var runs: [(hash: UInt64, sentence: Int32)] = []

  let sentences: [Range<Int32>]

  /// Words of a run; Chinese runs have so many characters twice over.
  static let length = 8
  static let capacity = 1 << 16

  init(text: ReportText, scanned: ScannedReport) {
    var found: [(hash: UInt64, sentence: Int32)] = []
    // Of a long text only every n-th run is kept, chosen by its hash, so that texts stay comparable.
    let mask: UInt64 = text.bytes.count > 1 << 21 ? 63 : text.bytes.count > 1 << 18 ? 7 : 0
    let bytes = text.bytes.span
    let letters = Shingles.letters
    found.reserveCapacity(mask == 0 ? bytes.count / 8 : 0)
    for (number, sentence) in scanned.sentences.enumerated() where sentence.repeats < 0 {
      var window = Window(sentence: Int32(number), isHan: sentence.isHan, mask: mask)
      var hash = WordTable.seed
      var isWithinHan = false
      for index in Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound) {
        let byte = bytes[index]
        let letter = letters[Int(byte)]
        if letter != 0 {
          // A word of letters directly behind a character is one of its own.
          if isWithinHan {
            window.add(hash, to: &found)
            hash = WordTable.seed
            isWithinHan = false
          }
          hash = WordTable.step(hash, letter)
          continue
        }
        if isWithinHan, byte & 0xC0 == 0x80 {
          hash = WordTable.step(hash, byte)
          continue
        }
        let isHan = byte >= 0xE4 && byte <= 0xE9
        guard byte < 0x80 || isHan else { continue }
        if hash != WordTable.seed { window.add(hash, to: &found) }
        hash = isHan ? WordTable.step(WordTable.seed, byte) : WordTable.seed
        isWithinHan = isHan
      }
      if hash != WordTable.seed { window.add(hash, to: &found) }
    }
    sentences = scanned.sentences.map(\.range)
    runs = found
    if runs.count > Shingles.capacity {
      runs = Array(ascending.runs.prefix(Shingles.capacity))
    }
  }

  /// Letters of ASCII in small and digits; zero for every other byte.
  private static let letters: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x30...0x39, 0x61...0x7A: byte
    default: 0
    }
  }

  /// The words of a sentence that were read last.
  private struct Window {
    private var words = InlineArray<16, UInt64>(repeating: 0)
    private var count = 0
    private let length: Int
    private let sentence: Int32
    private let mask: UInt64

    init(sentence: Int32, isHan: Bool, mask: UInt64) {
      self.sentence = sentence
      self.mask = mask
      length = isHan ? Shingles.length * 2 : Shingles.length
    }

    /// Adds the run that ends with a word, where there are words enough and it is kept.
    mutating func add(_ word: UInt64, to runs: inout [(hash: UInt64, sentence: Int32)]) {
      words[count & 15] = word
      count += 1
      guard count >= length else { return }
      var run = WordTable.seed
      for place in (count - length)..<count {
        run = (run ^ words[place & 15]) &* 0x9E37_79B9_7F4A_7C15
      }
      if (run >> 7) & mask == 0 { runs.append((run, sentence)) }
    }
  }

  /// In the order in which two texts are compared.
  var ascending: Shingles {
    var sorted = self
    sorted.runs.sort { $0.hash < $1.hash }
    return sorted
  }

  /// Sentences of this text and of another that share runs, in pairs, in order; both ascending.
  func shared(with other: Shingles) -> [(own: Int32, other: Int32)] {
    var pairs: [(own: Int32, other: Int32)] = []
    var seen: Set<UInt64> = []
    var left = 0
    var right = 0
    while left < runs.count, right < other.runs.count {
      if runs[left].hash < other.runs[right].hash {
        left += 1
      } else if runs[left].hash > other.runs[right].hash {
        right += 1
      } else {
        let pair = (own: runs[left].sentence, other: other.runs[right].sentence)
        let key =
          UInt64(UInt32(bitPattern: pair.own)) << 32 | UInt64(UInt32(bitPattern: pair.other))
        if seen.insert(key).inserted { pairs.append(pair) }
        if pairs.count > 2000 { return pairs }
        left += 1
      }
    }
    return pairs.sorted { ($0.own, $0.other) < ($1.own, $1.other) }
  }
}
