import Digests
import Formats

/// Seals a record under a key of its own and writes the header that the log hashes.
///
/// The header holds the digest of the sealed content, not of the content: a digest of the content
/// would let anybody confirm a guess at what was erased.
extension LedgerKeys {
  /// Of what has a content in plain text, of what has a packed one, and of what has that of another
  /// record.
  private static let formatVersions = (plain: 1, packed: 2, restating: 3)

  func seal(_ record: LedgerRecord, time: Int) throws(LedgerFailure) -> StoredRecord {
    let (keySize, nonceSize) = (SealedBox.keySize, SealedBox.nonceSize)
    guard let random = RandomBytes.make(keySize + 2 * nonceSize) else {
      throw LedgerFailure(.cryptography, "libcrypto gives no random bytes")
    }
    let key = Array(random[..<keySize])
    guard
      let sealed = SealedBox.seal(
        RecordText.bytes(of: record), key: key,
        nonce: Array(random[keySize..<(keySize + nonceSize)]),
        context: LedgerKeys.context(record.kind)),
      let wrapped = SealedBox.seal(
        key, key: records, nonce: Array(random[(keySize + nonceSize)...]),
        context: LedgerKeys.keyContext)
    else { throw LedgerFailure(.cryptography, "libcrypto cannot seal a record") }
    var tokens = Set(record.prepared?.tokens ?? [])
    // Determinations are many; nobody asks for all of them by kind.
    let kind: [LedgerSubject] = record.kind == .determination ? [] : [.kind(record.kind)]
    let condition = try record.condition.map { condition throws(LedgerFailure) in
      StoredRecord.Condition(token: try token(condition.subject), count: condition.count)
    }
    for subject in record.subjects + kind {
      // What a record must be the only one of is what it is found by.
      if let condition, let asked = record.condition?.subject.text,
        asked.utf8.elementsEqual(subject.text.utf8)
      {
        tokens.insert(condition.token)
      } else {
        tokens.insert(try token(subject))
      }
    }
    let version =
      record.restates != nil
      ? LedgerKeys.formatVersions.restating
      : record.prepared == nil
        ? LedgerKeys.formatVersions.plain : LedgerKeys.formatVersions.packed
    let restated = record.restates.map { [("restates", JSON.integer($0))] } ?? []
    let header = JSON.object(
      record.open + restated + [
        ("kind", .string(record.kind.rawValue)),
        ("payload", .string(SHA256(of: sealed).description)),
        ("subjects", .string(RecordHeader.digest(ofTokens: Array(tokens)).description)),
        ("time", .string(UTCTime.text(seconds: time))),
        ("version", .integer(version)),
      ])
    return StoredRecord(
      header: header.canonicalText, sealed: sealed, wrappedKey: wrapped, tokens: Array(tokens),
      condition: condition)
  }

  /// Whether a header of this version says of what other record it has its content as it must.
  static func knows(version: Int, restates: JSON?) -> Bool {
    switch version {
    case formatVersions.plain, formatVersions.packed: restates == nil
    case formatVersions.restating: restates?.integer.map { $0 >= 0 } ?? false
    default: false
    }
  }

  func open(
    _ sealed: [UInt8], wrappedKey: [UInt8], header: RecordHeader, at position: Int
  ) throws(LedgerFailure) -> JSON {
    guard SHA256(of: sealed) == header.payload,
      let key = SealedBox.open(wrappedKey, key: records, context: LedgerKeys.keyContext),
      let plain = SealedBox.open(sealed, key: key, context: LedgerKeys.context(header.kind)),
      let content = RecordText.content(plain)
    else {
      throw LedgerFailure(
        .doesNotVerify,
        "record \(position) cannot be opened: it was changed, or the keys are not "
          + "those of this ledger", remedy: "see `scruple log verify`")
    }
    return content
  }

  /// Whether the key of a record is as it was sealed: cheap beside opening the record.
  func opens(_ wrappedKey: [UInt8]) -> Bool {
    SealedBox.open(wrappedKey, key: records, context: LedgerKeys.keyContext)?.count
      == SealedBox.keySize
  }

  private static func context(_ kind: LedgerRecord.Kind) -> [UInt8] {
    Array("scruple record 1 \(kind.rawValue)".utf8)
  }
  private static let keyContext = Array("scruple record key 1".utf8)
}

/// The part of a record that the log hashes, read back.
struct RecordHeader {
  let kind: LedgerRecord.Kind
  let payload: SHA256
  /// Of the tokens by which the record is found: one that is hidden is a record that is hidden.
  let subjects: SHA256
  let time: String
  /// The record that holds what is not in this one.
  let restates: Int?
  let json: JSON

  /// Nil for what this version of the program did not write.
  init?(_ text: String) {
    guard let json = try? JSONReader.read(Array(text.utf8)),
      let version = json["version"]?.integer,
      LedgerKeys.knows(version: version, restates: json["restates"]),
      let kind = json["kind"]?.string.flatMap(LedgerRecord.Kind.init),
      let payload = json["payload"]?.string.flatMap({ SHA256($0) }),
      let subjects = json["subjects"]?.string.flatMap({ SHA256($0) }),
      let time = json["time"]?.string
    else { return nil }
    self.kind = kind
    self.payload = payload
    self.subjects = subjects
    self.time = time
    restates = json["restates"]?.integer
    self.json = json
  }

  static func digest(ofTokens tokens: [[UInt8]]) -> SHA256 {
    SHA256(of: tokens.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self))
  }
}
