import Glibc
import Synchronization

/// Whole lines of a file that stand together.
public struct LineBatch: Sendable {
  /// Number of its first line, counted from one.
  public let firstLine: Int
  /// The lines with their line feeds; the last of a file may lack it. Empty where `isTooLong`.
  public let bytes: [UInt8]
  /// Where the lines stand, without their line feeds.
  public let lines: [Range<Int>]
  /// The batch stands for one line that is longer than the limit and was not kept.
  public let isTooLong: Bool
}

/// Reads a file, a pipe or standard input in batches of whole lines, without ever holding more of
/// it than a batch and one line; several threads may ask, and each line is handed out once.
public final class LineBatches: Sendable {
  private struct State {
    var rest: [UInt8] = []
    var line = 1
    var hasEnded = false
  }

  private let path: String
  private let descriptor: Int32
  private let lineLimit: Int
  private let batchSize: Int
  private let state = Mutex(State())

  /// `-` is standard input.
  public init(
    _ path: String, lineLimit: Int, batchSize: Int = 1 << 20
  ) throws(FileReader.Failure) {
    self.path = path
    self.lineLimit = lineLimit
    self.batchSize = batchSize
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.failure(path) }
  }

  deinit { if descriptor > STDIN_FILENO { _ = close(descriptor) } }

  /// The next lines, or nil after the last.
  public func next() throws(FileReader.Failure) -> LineBatch? {
    try state.withLock { state throws(FileReader.Failure) in try next(&state) }
  }

  private func next(_ state: inout State) throws(FileReader.Failure) -> LineBatch? {
    var bytes = state.rest
    state.rest = []
    var searched = 0
    while true {
      if bytes.count >= batchSize || state.hasEnded,
        let end = bytes[searched...].lastIndex(of: UInt8(ascii: "\n"))
      {
        state.rest = Array(bytes[(end + 1)...])
        bytes.removeSubrange((end + 1)...)
        return batch(bytes, &state)
      }
      if bytes.count >= batchSize { searched = bytes.count }
      if bytes.count > lineLimit { return try skipLine(&state) }
      if state.hasEnded { return bytes.isEmpty ? nil : batch(bytes, &state) }
      try read(into: &bytes, &state)
    }
  }

  private func batch(_ bytes: [UInt8], _ state: inout State) -> LineBatch {
    let lines = LineBatches.lines(of: bytes)
    defer { state.line += lines.count }
    return LineBatch(firstLine: state.line, bytes: bytes, lines: lines, isTooLong: false)
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    unsafe bytes.withUnsafeBytes { space in
      guard let base = space.baseAddress else { return }
      var start = 0
      while start < space.count {
        // SAFETY: what is searched lies between `start` and the end of the bytes.
        let found = unsafe memchr(base + start, 0x0A, space.count - start)
        let end = unsafe found.map { unsafe base.distance(to: $0) } ?? space.count
        lines.append(start..<end)
        start = end + 1
      }
    }
    return lines
  }

  private func skipLine(_ state: inout State) throws(FileReader.Failure) -> LineBatch {
    var bytes: [UInt8] = []
    while !state.hasEnded {
      try read(into: &bytes, &state)
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        state.rest = Array(bytes[(end + 1)...])
        break
      }
      bytes.removeAll(keepingCapacity: true)
    }
    defer { state.line += 1 }
    return LineBatch(firstLine: state.line, bytes: [], lines: [], isTooLong: true)
  }

  private func read(
    into bytes: inout [UInt8], _ state: inout State
  ) throws(FileReader.Failure) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { space in
        unsafe Glibc.read(descriptor, space.baseAddress, space.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileReader.failure(path)
      }
      if count == 0 { state.hasEnded = true }
      bytes.append(contentsOf: buffer[..<count])
      return
    }
  }
}
