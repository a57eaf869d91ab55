/// By what a server recognises the version it sent before (RFC 9110, section 8.8).
public struct Validators: Sendable, Hashable {
  /// The entity tag as sent, with its quotes.
  public let entityTag: String?
  /// The date of last modification as sent.
  public let lastModified: String?

  /// Values that could not stand in a header field are left out.
  public init(entityTag: String? = nil, lastModified: String? = nil) {
    self.entityTag = entityTag.flatMap { Validators.isFieldValue($0) ? $0 : nil }
    self.lastModified = lastModified.flatMap { Validators.isFieldValue($0) ? $0 : nil }
  }

  public var isEmpty: Bool { entityTag == nil && lastModified == nil }

  private static func isFieldValue(_ text: String) -> Bool {
    (1...1024).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}
