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
    guard sketch.isPlain, !opening.isEmpty || !closing.isEmpty else { return true }
    let atoms = sketch.words.split(separator: 0x20)
    return Self.opens(opening[...], atoms[...]) && Self.closes(closing[...], atoms[...])
  }

  private static func opens(_ asked: ArraySlice<UInt8>, _ atoms: ArraySlice<ArraySlice<UInt8>>)
    -> Bool
  {
    guard !asked.isEmpty else { return true }
    return atoms.indices.contains { index in
      let atom = atoms[index]
      if atom.starts(with: asked) { return true }
      return asked.starts(with: atom)
        && opens(asked.dropFirst(atom.count), atoms[(index + 1)...])
    }
  }

  private static func closes(_ asked: ArraySlice<UInt8>, _ atoms: ArraySlice<ArraySlice<UInt8>>)
    -> Bool
  {
    guard !asked.isEmpty else { return true }
    return atoms.indices.contains { index in
      endings(of: atoms[index]).contains { atom in
        if atom.reversed().starts(with: asked.reversed()) { return true }
        return asked.reversed().starts(with: atom.reversed())
          && closes(asked.dropLast(atom.count), atoms[..<index])
      }
    }
  }

  /// The word, and what a direction is glued to: `jiefang` of `jiefangbei`.
  private static func endings(of atom: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var endings = [atom]
    for glued in ["bei", "nan", "dong", "xi", "zhong"]
    where atom.count > glued.utf8.count && atom.reversed().starts(with: glued.utf8.reversed()) {
      endings.append(atom.dropLast(glued.utf8.count))
    }
    return endings
  }
}
