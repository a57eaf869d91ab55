import Glibc

/// iconv of the C library: bytes of one encoding to UTF-8.
///
/// INVARIANT: `descriptor` is open as long as the object lives, and is used by no other.
@safe final class TextConversion {
  private let descriptor: iconv_t

  /// Nil where the system does not know the encoding.
  init?(from name: String) {
    guard let opened = unsafe iconv_open("UTF-8", name),
      Int(bitPattern: opened) != -1
    else { return nil }
    unsafe descriptor = opened
  }

  deinit { _ = unsafe iconv_close(descriptor) }

  /// The text, with U+FFFD for each sequence that is none, and where those stood.
  func convert(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], faults: [Int]) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var faults: [Int] = []
    var consumed = bytes.startIndex
    var room = [UInt8](repeating: 0, count: 1 << 15)
    // The converter begins in its first state.
    _ = unsafe iconv(descriptor, nil, nil, nil, nil)
    while consumed < bytes.endIndex {
      let step = convertSome(bytes[consumed...], &room)
      text.append(contentsOf: room[..<step.written])
      consumed += step.read
      if step.isStuck, consumed < bytes.endIndex {
        faults.append(consumed)
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        consumed += 1
      }
    }
    return (text, faults)
  }

  private func convertSome(
    _ bytes: ArraySlice<UInt8>, _ room: inout [UInt8]
  ) -> (read: Int, written: Int, isStuck: Bool) {
    let capacity = room.count
    // SAFETY: both pointers are moved only within their buffers, by the counts that iconv is given.
    return unsafe bytes.withUnsafeBytes { source in
      unsafe room.withUnsafeMutableBytes { target in
        var from = unsafe UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var left = source.count
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var free = capacity
        let result = unsafe iconv(descriptor, &from, &left, &to, &free)
        // E2BIG only asks for another turn.
        let isStuck = result == -1 && errno != E2BIG
        return (source.count - left, capacity - free, isStuck)
      }
    }
  }
}
