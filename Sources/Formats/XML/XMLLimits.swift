/// How much of hostile XML is held in memory before it is refused.
///
/// The defaults leave wide room for every official list: their records have some kilobytes and are
/// nested ten deep.
public struct XMLLimits: Sendable, Hashable {
  /// How deep elements may be nested.
  public var depth = 64
  /// Bytes of text between two tags.
  public var text = 1 << 20
  /// Bytes of one tag, comment or instruction. Names of attributes are compared pair by pair.
  public var tag = 1 << 18
  /// Attributes of one element.
  public var attributes = 256
  /// Bytes of text and attribute values, and 64 for each element, that a record may hold.
  public var record = 1 << 23

  public init() {}
}
