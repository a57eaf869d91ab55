import Digests
import Formats

/// A signed head of the log, as text that other programs verify: a checkpoint as C2SP describes it
/// (tlog-checkpoint, signed-note).
///
///     example.org/ledger            the log's name
///     42                            how many records
///     2Yx…=                         the root, in base 64
///
///     — example.org/ledger Aw…=     four bytes that name the key, and the signature
public struct Checkpoint: Sendable, Hashable {
  public let head: TreeHead
  /// The Ed25519 signature over the first three lines.
  public let signature: [UInt8]

  public init(head: TreeHead, signature: [UInt8]) {
    self.head = head
    self.signature = signature
  }

  /// The three lines that are signed.
  public static func body(_ head: TreeHead, name: String) -> String {
    "\(name)\n\(head.size)\n\(Base64.padded.text(of: head.root.bytes))\n"
  }

  public func note(by key: LogKey) -> String {
    Checkpoint.body(head, name: key.name)
      + "\n— \(key.name) \(Base64.padded.text(of: key.hash + signature))\n"
  }

  public func verifies(by key: LogKey) -> Bool {
    key.key.verifies(signature, of: Array(Checkpoint.body(head, name: key.name).utf8))
  }

  /// Reads a note and verifies it; signatures of other keys are passed over.
  public init(note: String, key: LogKey) throws(LedgerFailure) {
    func refuse(_ why: String) -> LedgerFailure {
      LedgerFailure(
        .checkpoint, "the checkpoint \(why)", remedy: "take it again from where it was published")
    }
    guard let gap = note.firstRange(of: "\n\n") else { throw refuse("has no signature") }
    let body = note[..<gap.lowerBound] + "\n"
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[0] == key.name else {
      throw refuse("is not one of the log `\(key.name)`")
    }
    guard let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Base64.padded.bytes(of: String(lines[2])).flatMap({ SHA256(bytes: $0) })
    else { throw refuse("cannot be read") }
    let prefix = "— \(key.name) "
    let signatures = note[gap.upperBound...].split(separator: "\n")
      .filter { $0.hasPrefix(prefix) }
      .compactMap { Base64.padded.bytes(of: String($0.dropFirst(prefix.count))) }
      .filter { $0.count == 4 + Ed25519.signatureSize && Array($0.prefix(4)) == key.hash }
      .map { Array($0.dropFirst(4)) }
    guard
      let signature = signatures.first(where: { key.key.verifies($0, of: Array(body.utf8)) })
    else { throw refuse("carries no signature of the key that verifies") }
    self.init(head: TreeHead(size: size, root: root), signature: signature)
  }

  /// Reads a note that any key of the log signed while it was in use.
  public init(note: String, keys: PublishedKeys) throws(LedgerFailure) {
    for retired in keys.retired {
      if let read = try? Checkpoint(note: note, key: retired.key),
        keys.log(at: read.head.size) == retired.key
      {
        self = read
        return
      }
    }
    try self.init(note: note, key: keys.log)
  }
}
