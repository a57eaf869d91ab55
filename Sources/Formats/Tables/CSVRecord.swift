/// One record of separated values, whose cells become text only where they are asked for.
public struct CSVRecord: Sendable {
  struct Cell: Sendable {
    var range: Range<Int>
    /// Doubled quotation marks stand in it, which mean one each.
    var isDoubled = false
  }

  /// The line on which the record begins, counted from one.
  public let line: Int
  /// The byte at which it begins.
  public let offset: Int
  let cells: [Cell]
  let bytes: [UInt8]

  public var count: Int { cells.count }

  /// Whether the cell holds no byte; true beyond the last cell.
  public func isEmpty(_ index: Int) -> Bool {
    !cells.indices.contains(index) || cells[index].range.isEmpty
  }

  /// The cell as written but for quotation marks; an empty text beyond the last cell.
  public subscript(index: Int) -> String {
    guard cells.indices.contains(index) else { return "" }
    let cell = cells[index]
    guard cell.isDoubled else { return String(decoding: bytes[cell.range], as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(cell.range.count)
    var at = cell.range.lowerBound
    while at < cell.range.upperBound {
      text.append(bytes[at])
      at += bytes[at] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// All cells as text.
  public var texts: [String] { cells.indices.map { self[$0] } }
}
