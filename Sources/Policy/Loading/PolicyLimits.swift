public import Formats

/// Sizes beyond which a policy is refused, so that no text can hold up whoever reads it.
public enum PolicyLimits {
  /// Bytes of one file.
  public static let fileBytes = 1 << 20
  /// Variables of one rule or guarantee.
  public static let bindings = 8
  /// Facts tested by one rule or guarantee.
  public static let facts = 64
  /// Examples of one rule, and facts that one example states.
  public static let examples = 256
  /// Rules of a set.
  public static let rules = 2_000
  /// Brackets and `not` within one another.
  public static let nesting = 32

  /// What is wrong with the bytes of a file before it is read: too long, or no text.
  public static func fault(of bytes: [UInt8], file: String) -> Diagnostic? {
    guard bytes.count <= fileBytes else {
      return Diagnostic(
        "POL084", "the file has \(bytes.count) bytes; a policy has at most \(fileBytes)",
        remedy: "divide it into several files", file: file)
    }
    return firstInvalidUTF8(in: bytes).map { invalid in
      Diagnostic(
        "POL072", "the file is not valid UTF-8", remedy: "save it as UTF-8", file: file,
        position: SourcePosition(of: invalid, in: bytes))
    }
  }
}
