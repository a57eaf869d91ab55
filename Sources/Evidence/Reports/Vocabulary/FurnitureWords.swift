internal import Formats

/// The lines of a page that are no part of its text: buttons, menus, marks of the house.
struct FurnitureWords: Sendable {
  private var whole: Set<[UInt8]> = []
  /// Of these no line is a whole one that is longer.
  private var longest = 0
  /// By first byte.
  private var starts = [[[UInt8]]](repeating: [], count: 256)
  private var sections: Set<[UInt8]> = []
  /// First bytes of all these: most lines begin otherwise and are not looked at further.
  private var firsts = [Bool](repeating: false, count: 256)

  init() {}

  init(file: String, han: HanFolding) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["form", "language", "phrases"], file: file)
    for row in table.rows {
      let phrases = row.list("phrases").map { FurnitureWords.folded(ArraySlice($0.utf8)) }
      for phrase in phrases { if let first = phrase.first { firsts[Int(first)] = true } }
      switch row["form"] {
      case "whole": whole.formUnion(phrases)
      case "start":
        for phrase in phrases { if let first = phrase.first { starts[Int(first)].append(phrase) } }
      default: sections.formUnion(phrases)
      }
      if row["form"] != "start" { longest = max(longest, phrases.map(\.count).max() ?? 0) }
    }
  }

  /// Whether the line, which is short, is a button or a mark.
  func isFurniture(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 240, mayBegin(line) else { return false }
    let text = FurnitureWords.trimmed(line)
    if text.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x20 }) { return text.count < 5 }
    guard let first = text.first else { return true }
    if text.count <= longest, whole.contains(FurnitureWords.folded(text)) { return true }
    return starts[Int(FurnitureWords.folded(first))].contains { FurnitureWords.begins(text, $0) }
  }

  /// Whether the line heads a list of links that lead elsewhere.
  func beginsSection(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 60 && mayBegin(line) && sections.contains(FurnitureWords.folded(line))
  }

  /// False only for a line that none of the words begins and that is no number.
  private func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !FurnitureWords.isEdge($0) }) else { return true }
    return (0x30...0x39).contains(first)
      || firsts[Int(FurnitureWords.folded(first))]
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x2E, 0x3A, 0x2D, 0x7C, 0x2A, 0x3E, 0x5B, 0x5D: true
    default: false
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func begins(_ line: ArraySlice<UInt8>, _ phrase: [UInt8]) -> Bool {
    guard line.count >= phrase.count else { return false }
    for index in phrase.indices where folded(line[line.startIndex + index]) != phrase[index] {
      return false
    }
    return true
  }

  /// Without signs at the ends that buttons carry.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = line.drop(while: isEdge)
    while let last = text.last, isEdge(last) { text.removeLast() }
    return text
  }

  /// Lower case, without signs at the ends.
  private static func folded(_ line: ArraySlice<UInt8>) -> [UInt8] {
    trimmed(line).map { folded($0) }
  }
}
