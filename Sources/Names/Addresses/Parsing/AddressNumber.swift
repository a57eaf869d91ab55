/// The number of a house, a building, a floor or a room, as far as it can be counted with.
///
/// `2-16` is a range, `1318-19` too; `1799-6` and `109/4` are numbers with a part.
public struct AddressNumber: Sendable, Hashable {
  /// Lower case, without leading zeros and spaces.
  public let text: String
  /// The numbers that a range spans; nil where it is no plain number or range.
  public let range: ClosedRange<Int>?
  /// The digits in front: 14 of `14c`.
  let stem: Int?
  let suffix: String

  public init(_ written: String) {
    let bytes = Array(written.lowercased().utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: ".") })
    let digits = bytes.prefix { 0x30...0x39 ~= $0 }
    let rest = bytes.dropFirst(digits.count)
    let stem = digits.count < 10 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    self.stem = stem
    suffix = String(decoding: rest, as: UTF8.self)
    text = (stem.map(String.init) ?? String(decoding: digits, as: UTF8.self)) + suffix
    if let stem, rest.isEmpty {
      range = stem...stem
    } else if let stem, rest.first == UInt8(ascii: "-") {
      range = Self.range(from: stem, digits: digits.count, to: Array(rest.dropFirst()))
    } else {
      range = nil
    }
  }

  private static func range(from low: Int, digits: Int, to end: [UInt8]) -> ClosedRange<Int>? {
    guard !end.isEmpty, end.count < 10, end.allSatisfy({ 0x30...0x39 ~= $0 }),
      var high = Int(String(decoding: end, as: UTF8.self))
    else { return nil }
    if high < low, end.count < digits {
      var scale = 1
      for _ in end { scale *= 10 }
      high += low / scale * scale
    }
    return low < high && high - low < 1000 ? low...high : nil
  }

  enum Relation: Sendable { case agrees, partly, contradicts }

  func relation(to other: AddressNumber) -> Relation {
    if text == other.text { return .agrees }
    if let range, let theirs = other.range {
      return range.overlaps(theirs) ? .agrees : .contradicts
    }
    if let stem, stem == other.stem, suffix.isEmpty != other.suffix.isEmpty { return .partly }
    // `19c` beside the range 18-20, `2-16` beside `2-16a`.
    if let range, let theirs = other.stem, other.range == nil, range.contains(theirs) {
      return .partly
    }
    if let range = other.range, let stem, self.range == nil, range.contains(stem) {
      return .partly
    }
    return .contradicts
  }
}
