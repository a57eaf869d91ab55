import Formats

/// Finds line and column of many byte offsets in one text.
///
/// `SourcePosition(of:in:)` walks the text from its start; a list of 100,000 orders with a
/// warning each would take hours. Here a walk starts at the last of the marks set every 4 KiB.
struct PlaceIndex {
  private static let stride = 4096
  private let bytes: [UInt8]
  private var marks: [SourcePosition] = []

  /// `firstLine` is the line of the file at which the bytes begin.
  init(_ bytes: [UInt8], firstLine: Int = 1) {
    self.bytes = bytes
    var place = SourcePosition(line: firstLine, column: 1)
    marks.append(place)
    var start = 0
    while start + PlaceIndex.stride <= bytes.count {
      place = PlaceIndex.advance(place, over: bytes[start..<start + PlaceIndex.stride])
      marks.append(place)
      start += PlaceIndex.stride
    }
  }

  func position(of offset: Int) -> SourcePosition {
    let end = min(max(offset, 0), bytes.count)
    let mark = end / PlaceIndex.stride
    return PlaceIndex.advance(marks[mark], over: bytes[mark * PlaceIndex.stride..<end])
  }

  private static func advance(
    _ place: SourcePosition, over bytes: ArraySlice<UInt8>
  ) -> SourcePosition {
    var (line, column) = (place.line, place.column)
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}
