/// A written address as far as its bytes tell, which costs a hundredth of taking it apart.
package struct AddressSketch: Sendable {
  /// Numbers that it writes, and those that its ranges span.
  package let numbers: [Int]
  /// Its atoms with a space between, and beside some what they are written out or translated as.
  package let words: [UInt8]
  /// False where its bytes tell neither: other scripts, and texts that are only read in part.
  package let isPlain: Bool

  private static let longest = 1000

  /// `readings` are the words as which some words are read too (`AddressWords.readings`).
  init(_ text: String, readings: [String: [String]]) {
    let bytes = Array(text.utf8)
    isPlain = bytes.count <= Self.longest && bytes.allSatisfy { $0 < 0x80 }
    guard isPlain else {
      numbers = []
      words = []
      return
    }
    var numbers = Self.numbers(in: bytes)
    var words: [UInt8] = []
    func add(_ word: some Sequence<UInt8>) {
      words += word
      words.append(0x20)
    }
    func addReadings(of word: [UInt8]) {
      for reading in readings[String(decoding: word, as: UTF8.self)] ?? [] {
        add(reading.utf8)
        if let number = Int(reading) { numbers.append(number) }
      }
    }
    var initials: [UInt8] = []
    var atoms = AddressAtoms(bytes[...])
    while let atom = atoms.next() {
      add(atom)
      addReadings(of: atom)
      // `U.A.E.` is one word to a reader.
      initials = atom.count == 1 ? initials + atom : []
      if initials.count > 1 { addReadings(of: initials) }
    }
    self.numbers = numbers
    self.words = words
  }

  private static func numbers(in bytes: [UInt8]) -> [Int] {
    func isDigit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && 0x30...0x39 ~= bytes[index]
    }
    func end(from start: Int) -> Int {
      var end = start
      while isDigit(end) { end += 1 }
      return end
    }
    var numbers: [Int] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let after = end(from: index)
      if after - index < 10, let value = Int(String(decoding: bytes[index..<after], as: UTF8.self))
      {
        numbers.append(value)
        if after < bytes.count, bytes[after] == UInt8(ascii: "-"), isDigit(after + 1) {
          let written = String(decoding: bytes[index..<end(from: after + 1)], as: UTF8.self)
          numbers += AddressKeys.points(AddressNumber(written)).compactMap { Int($0) }
        }
      }
      index = after
    }
    return numbers
  }
}

/// Letters or digits that stand together, in lower case: parts of which the words of an address are
/// made.
struct AddressAtoms {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func next() -> [UInt8]? {
    while index < bytes.endIndex, kind(index) == 0 { index += 1 }
    guard index < bytes.endIndex else { return nil }
    let first = kind(index)
    var atom: [UInt8] = []
    while index < bytes.endIndex {
      if kind(index) == first {
        atom.append(first == 1 ? bytes[index] | 0x20 : bytes[index])
      } else if !isApostrophe(index) {
        break
      }
      index += 1
    }
    return atom
  }

  /// 1 for a letter, 2 for a digit, 0 for what stands between.
  private func kind(_ index: Int) -> Int {
    switch bytes[index] {
    case 0x41...0x5A, 0x61...0x7A: 1
    case 0x30...0x39: 2
    default: 0
    }
  }

  /// `Chang'an` is one word.
  private func isApostrophe(_ index: Int) -> Bool {
    (bytes[index] == 0x27 || bytes[index] == 0x60) && index > bytes.startIndex
      && index + 1 < bytes.endIndex && kind(index - 1) == 1 && kind(index + 1) == 1
  }
}

extension NameKnowledge {
  package func sketch(ofAddress text: String) -> AddressSketch {
    AddressSketch(text, readings: tables.addressWords.readings)
  }
}

extension AddressClue {
  /// Whether words of the text, in their order, open and close as the clue asks.
  package func isShown(by sketch: AddressSketch) -> Bool {
    guard sketch.isPlain else { return true }
    return opens(sketch.words, from: 0, asked: 0)
      && closes(sketch.words, to: sketch.words.count, asked: closing.count)
  }

  /// Whether what is asked from here on opens a word, or is words in a row and opens the last.
  private func opens(_ words: [UInt8], from start: Int, asked: Int) -> Bool {
    guard asked < opening.count else { return true }
    var at = start
    // INVARIANT: a space ends every word.
    while at < words.count {
      var next = asked
      while next < opening.count, words[at] == opening[next] {
        at += 1
        next += 1
      }
      if next == opening.count { return true }
      if words[at] == 0x20, next > asked, opens(words, from: at + 1, asked: next) { return true }
      while words[at] != 0x20 { at += 1 }
      at += 1
    }
    return false
  }

  /// The same from the end; `asked` counts what is still asked for.
  private func closes(_ words: [UInt8], to end: Int, asked: Int) -> Bool {
    guard asked > 0 else { return true }
    var end = end
    while end > 0 {
      var start = end - 1
      while start > 0, words[start - 1] != 0x20 { start -= 1 }
      let length = end - 1 - start
      if closes(words, start, length, asked) { return true }
      // `jiefang` is asked for and `jiefangbei` is written.
      for glued in Self.glued where length > glued.count {
        let rest = length - glued.count
        if words[start + rest..<end - 1].elementsEqual(glued), closes(words, start, rest, asked) {
          return true
        }
      }
      end = start
    }
    return false
  }

  private func closes(_ words: [UInt8], _ start: Int, _ length: Int, _ asked: Int) -> Bool {
    var agreed = 0
    while agreed < length, agreed < asked,
      words[start + length - 1 - agreed] == closing[asked - 1 - agreed]
    {
      agreed += 1
    }
    if agreed == asked { return true }
    return agreed == length && closes(words, to: start, asked: asked - agreed)
  }

  private static let glued = ["bei", "nan", "dong", "xi", "zhong"].map { Array($0.utf8) }
}
