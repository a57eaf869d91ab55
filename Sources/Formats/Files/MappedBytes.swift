import Glibc

/// Bytes that are read where they lie: a file mapped into memory, a copy in memory of its own, or
/// a part of either.
///
/// Every read is checked against the length. A file must not be changed in place while it is
/// mapped; whoever replaces one renames a new file over it.
@safe
public final class MappedBytes: Sendable {
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawPointer
  public let count: Int
  private let origin: Origin

  /// Who gives the memory back.
  private enum Origin {
    case mapped, copied
    case part(of: MappedBytes)
  }

  /// Maps a file; empty files and what is no file are refused.
  ///
  /// With `ifOwn` so is a link, and a file that is another user's or that others may write.
  public init(path: String, ifOwn: Bool = false) throws(FileReader.Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (ifOwn ? O_NOFOLLOW : 0))
    guard descriptor >= 0 else { throw FileReader.failure(path) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileReader.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw FileReader.Failure(path: path, reason: "it is empty or no file", isMissing: false)
    }
    guard !ifOwn || status.st_uid == geteuid() && status.st_mode & 0o022 == 0 else {
      throw FileReader.Failure(
        path: path, reason: "it is not this user's alone to write", isMissing: false)
    }
    count = Int(status.st_size)
    guard
      let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw FileReader.failure(path) }
    unsafe base = UnsafeRawPointer(start)
    origin = .mapped
  }

  /// Copies bytes into memory of their own.
  public init(_ bytes: [UInt8]) {
    count = bytes.count
    origin = .copied
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 16)
    unsafe bytes.withUnsafeBytes { source in
      if let from = source.baseAddress {
        unsafe copy.copyMemory(from: from, byteCount: source.count)
      }
    }
    unsafe base = UnsafeRawPointer(copy)
  }

  /// A part of other bytes, which stay as long as it does; nil where they do not reach so far.
  public init?(part range: Range<Int>, of whole: MappedBytes) {
    guard range.lowerBound >= 0, range.upperBound <= whole.count else { return nil }
    count = range.count
    origin = .part(of: whole)
    unsafe base = whole.base.advanced(by: range.lowerBound)
  }

  deinit {
    switch origin {
    case .mapped: _ = unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
    case .copied: unsafe base.deallocate()
    case .part: break
    }
  }

  /// The value that lies at an offset in bytes, in the order of bytes of this machine.
  @inlinable @inline(__always)
  public func load<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value {
    precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count, "outside the bytes")
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: Value.self)
  }

  /// Hands over so many values that lie behind each other; the offset must suit their alignment.
  @inlinable @inline(__always)
  public func withValues<Value: BitwiseCopyable, Result>(
    at offset: Int, count values: Int, of type: Value.Type, _ body: (Span<Value>) -> Result
  ) -> Result {
    precondition(
      offset >= 0 && values >= 0 && offset % MemoryLayout<Value>.alignment == 0
        && offset + values * MemoryLayout<Value>.stride <= count, "outside the bytes")
    let start = unsafe base.advanced(by: offset).assumingMemoryBound(to: Value.self)
    return body(unsafe UnsafeBufferPointer(start: start, count: values).span)
  }
}
