public import Digests
import Formats

/// All secrets of one ledger: what signs its log and its clearances, what seals the keys of its
/// records, and what makes digests by which records are found without naming anybody.
public struct LedgerKeys: Sendable {
  public let name: String
  public let log: Ed25519.PrivateKey
  public let clearances: Ed25519.PrivateKey
  let records: [UInt8]
  let lookup: [UInt8]

  /// What others need to verify.
  public var published: PublishedKeys {
    get throws(LedgerFailure) {
      guard let key = LogKey(name: name, key: log.publicKey) else { throw LedgerKeys.noName(name) }
      return PublishedKeys(log: key, clearances: [clearances.publicKey])
    }
  }

  private static func noName(_ name: String) -> LedgerFailure {
    LedgerFailure(
      .keys, "`\(name)` is no name of a log",
      remedy: "use letters, digits and marks of ASCII without blanks and `+`")
  }

  /// New secrets; `name` stands in every checkpoint, best a domain and a path.
  public init(name: String) throws(LedgerFailure) {
    func secret() throws(LedgerFailure) -> [UInt8] {
      guard let bytes = RandomBytes.make(32) else {
        throw LedgerFailure(.cryptography, "libcrypto has no random bytes")
      }
      return bytes
    }
    let seeds = (try secret(), try secret())
    guard let log = Ed25519.PrivateKey(seed: seeds.0),
      let clearances = Ed25519.PrivateKey(seed: seeds.1)
    else { throw LedgerFailure(.cryptography, "libcrypto makes no keys") }
    guard LogKey(name: name, key: log.publicKey) != nil else { throw LedgerKeys.noName(name) }
    self.name = name
    self.log = log
    self.clearances = clearances
    (records, lookup) = (try secret(), try secret())
  }

  /// Reads a file that `write(to:)` made. One that others may read is refused.
  public init(file path: String) throws(LedgerFailure) {
    guard let isShared = FileReader.isShared(path) else {
      throw LedgerFailure(
        .keys, "there are no keys `\(path)`", remedy: "make them with `scruple log keys`")
    }
    guard !isShared else {
      throw LedgerFailure(
        .keys, "others than their owner may read the keys `\(path)`",
        remedy: "`chmod 600` them, and consider them known")
    }
    let json: JSON
    do {
      json = try JSONReader.read(try FileReader.bytes(of: path, limit: 1 << 16))
    } catch {
      throw LedgerFailure(.keys, "the keys `\(path)` cannot be read")
    }
    func secret(_ member: String) -> [UInt8]? {
      json[member]?.string.flatMap(Base64.padded.bytes).flatMap { $0.count == 32 ? $0 : nil }
    }
    guard json["version"]?.integer == 1, let name = json["name"]?.string,
      let log = secret("log").flatMap({ Ed25519.PrivateKey(seed: $0) }),
      let clearances = secret("clearances").flatMap({ Ed25519.PrivateKey(seed: $0) }),
      let records = secret("records"), let lookup = secret("lookup")
    else { throw LedgerFailure(.keys, "`\(path)` holds no keys of a ledger") }
    self.name = name
    self.log = log
    self.clearances = clearances
    self.records = records
    self.lookup = lookup
  }

  /// Makes a file that only its owner may read; an existing one is never replaced.
  public func write(to path: String) throws(LedgerFailure) {
    let json = JSON.object([
      ("version", .integer(1)), ("name", .string(name)),
      ("log", .string(Base64.padded.text(of: log.seed))),
      ("clearances", .string(Base64.padded.text(of: clearances.seed))),
      ("records", .string(Base64.padded.text(of: records))),
      ("lookup", .string(Base64.padded.text(of: lookup))),
    ])
    do throws(FileReader.Failure) {
      try FileWriter.createPrivate(Array((json.text(indented: true) + "\n").utf8), at: path)
    } catch {
      throw LedgerFailure(.keys, error.message, remedy: "keys are never replaced")
    }
  }

  /// What finds the records on somebody or something without saying who or what.
  func token(_ subject: LedgerSubject) throws(LedgerFailure) -> [UInt8] {
    guard let token = KeyedDigest.make(of: Array(subject.text.utf8), key: lookup) else {
      throw LedgerFailure(.cryptography, "libcrypto computes no digest")
    }
    return token
  }

  func checkpoint(_ head: TreeHead) throws(LedgerFailure) -> Checkpoint {
    guard let signature = log.signature(of: Array(Checkpoint.body(head, name: name).utf8)) else {
      throw LedgerFailure(.cryptography, "libcrypto does not sign")
    }
    return Checkpoint(head: head, signature: signature)
  }
}
