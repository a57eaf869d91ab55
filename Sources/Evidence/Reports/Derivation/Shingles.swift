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
    var window: [UInt64] = []
    for (number, sentence) in scanned.sentences.enumerated() where sentence.repeats < 0 {
      let length = sentence.isHan ? Shingles.length * 2 : Shingles.length
      window.removeAll(keepingCapacity: true)
      var hash = WordTable.seed
      var letters = 0
      func close() {
        guard letters > 0 else { return }
        window.append(hash)
        hash = WordTable.seed
        letters = 0
        guard window.count >= length else { return }
        var run = WordTable.seed
        for place in (window.count - length)..<window.count {
          run = (run ^ window[place]) &* 0x9E37_79B9_7F4A_7C15
        }
        if (run >> 7) & mask == 0 { found.append((run, Int32(number))) }
      }
      for index in Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound) {
        let byte = text.bytes[index]
        if byte >= 0xE4, byte <= 0xE9 { close() }
        if (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) {
          hash = WordTable.step(hash, byte | 0x20)
          letters += 1
        } else if byte >= 0xE4,
          byte <= 0xE9
            || byte >= 0x80 && byte < 0xC0 && letters > 0
              && sentence.isHan
        {
          hash = WordTable.step(hash, byte)
          letters += 1
        } else if byte < 0x80 {
          close()
        }
      }
      close()
    }
    sentences = scanned.sentences.map(\.range)
    runs = found
    if runs.count > Shingles.capacity {
      runs = Array(ascending.runs.prefix(Shingles.capacity))
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
    var left = 0
    var right = 0
    while left < runs.count, right < other.runs.count {
      if runs[left].hash < other.runs[right].hash {
        left += 1
      } else if runs[left].hash > other.runs[right].hash {
        right += 1
      } else {
        let pair = (own: runs[left].sentence, other: other.runs[right].sentence)
        if !pairs.contains(where: { $0.own == pair.own && $0.other == pair.other }) {
          pairs.append(pair)
        }
        if pairs.count > 2000 { return pairs }
        left += 1
      }
    }
    return pairs.sorted { ($0.own, $0.other) < ($1.own, $1.other) }
  }
}
