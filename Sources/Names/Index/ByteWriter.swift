/// Writes numbers and texts one behind the other.
struct ByteWriter {
  var bytes: [UInt8]

  /// Seven bits a byte, the low ones first.
  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ range: Range<Int>) {
    put(range.lowerBound)
    put(range.count)
  }

  mutating func put(_ numbers: [Int]) {
    put(numbers.count)
    for number in numbers { put(number) }
  }

  mutating func put<Element>(_ list: [Element], _ each: (Element, inout ByteWriter) -> Void) {
    put(list.count)
    for element in list { each(element, &self) }
  }
}

/// Reads what `ByteWriter` wrote; past the end everything is zero and empty.
struct ByteReader {
  private var place = 0

  mutating func integer(_ bytes: Span<UInt8>) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value))
  }

  mutating func flag(_ bytes: Span<UInt8>) -> Bool {
    guard place < bytes.count else { return false }
    defer { place += 1 }
    return bytes[place] == 1
  }

  mutating func text(_ bytes: Span<UInt8>) -> String {
    let count = min(max(integer(bytes), 0), bytes.count - place)
    defer { place += count }
    guard count > 0 else { return "" }
    let part = bytes.extracting(place..<place + count)
    return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  mutating func range(_ bytes: Span<UInt8>) -> Range<Int> {
    let start = max(integer(bytes), 0)
    let count = max(integer(bytes), 0)
    return start..<start + count
  }

  mutating func integers(_ bytes: Span<UInt8>) -> [Int] {
    list(bytes) { $0.integer($1) }
  }

  mutating func list<Element>(
    _ bytes: Span<UInt8>, _ each: (inout ByteReader, Span<UInt8>) -> Element
  ) -> [Element] {
    let count = integer(bytes)
    guard count > 0 else { return [] }
    var list: [Element] = []
    list.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count where place < bytes.count { list.append(each(&self, bytes)) }
    return list
  }
}
