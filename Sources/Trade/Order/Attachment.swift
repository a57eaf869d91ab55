/// A document that came with the order, known by its digest.
public struct Attachment: Sendable, Hashable {
  public var name: String
  /// 64 lower-case hexadecimal digits.
  public var sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
