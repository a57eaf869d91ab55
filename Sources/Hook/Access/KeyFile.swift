public import Formats

/// The file of keys of a running server, looked at now and then: a key that is revoked must not open
/// anything for long.
public struct KeyFile: Sendable {
  /// The keys in force; none while the file is gone or cannot be read.
  public private(set) var ring: KeyRing
  private let path: String
  private var stamp: FileStamp?
  private var isRefused = false

  /// Throws for a file that cannot be read whole.
  public init(_ path: String) throws(Diagnostic) {
    self.path = path
    // Taken before reading: what is written meanwhile is read again.
    stamp = FileStamp(of: path)
    ring = try KeyRing(file: path)
  }

  /// Looks at the file again. Nil where nothing changed; a failure says why no key opens any more.
  public mutating func look() -> Result<KeyRing, Diagnostic>? {
    let newer = FileStamp(of: path)
    guard newer != stamp || isRefused else { return nil }
    let isTold = isRefused && newer == stamp
    stamp = newer
    do throws(Diagnostic) {
      ring = try KeyRing(file: path)
      isRefused = false
      return .success(ring)
    } catch {
      // Nobody knows which keys still hold.
      ring = KeyRing()
      isRefused = true
      return isTold ? nil : .failure(error)
    }
  }
}
