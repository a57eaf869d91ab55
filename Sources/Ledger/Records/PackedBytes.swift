import CZstandard

/// Bytes made smaller by Zstandard (RFC 8878): a determination says much in the same words.
enum PackedBytes {
  /// Fast, and a quarter of the size; slower levels win little more.
  private static let level: Int32 = 1

  /// Nil where the library cannot.
  static func packed(_ plain: [UInt8]) -> [UInt8]? {
    var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(plain.count))
    // SAFETY: both buffers outlive the call, and it writes no more than it is told there is room for.
    let count = unsafe packed.withUnsafeMutableBytes { space in
      unsafe plain.withUnsafeBytes { source in
        unsafe ZSTD_compress(
          space.baseAddress, space.count, source.baseAddress, source.count, level)
      }
    }
    guard ZSTD_isError(count) == 0 else { return nil }
    packed.removeLast(packed.count - count)
    return packed
  }

  /// Nil for what `packed` did not make, or what would be larger than `limit` bytes.
  static func plain(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    unsafe packed.withUnsafeBytes { source -> [UInt8]? in
      let size = unsafe ZSTD_getFrameContentSize(source.baseAddress, source.count)
      guard let size = Int(exactly: size), size <= limit else { return nil }
      var plain = [UInt8](repeating: 0, count: size)
      // SAFETY: as above; a frame that says less than it holds is an error.
      let count = unsafe plain.withUnsafeMutableBytes { space in
        unsafe ZSTD_decompress(space.baseAddress, space.count, source.baseAddress, source.count)
      }
      return ZSTD_isError(count) == 0 && count == size ? plain : nil
    }
  }
}
