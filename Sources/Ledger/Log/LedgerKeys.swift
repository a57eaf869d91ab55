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
  /// Keys that were replaced, the oldest first.
  let retired: [Retired]

  /// What signed the log up to a size, and clearances until a moment; nil where that is not settled
  /// yet.
  struct Retired: Sendable, Hashable {
    let log: Ed25519.PublicKey
    /// Nil where its clearances no longer count.
    var clearances: Ed25519.PublicKey?
    var through: Int?
    /// Seconds since 1970-01-01 UTC.
    var until: Int?
  }

  /// What others need to verify.
  public var published: PublishedKeys {
    get throws(LedgerFailure) {
      guard let key = LogKey(name: name, key: log.publicKey) else { throw LedgerKeys.noName(name) }
      var older: [PublishedKeys.Retired] = []
      for entry in retired {
        guard let through = entry.through, let key = LogKey(name: name, key: entry.log) else {
          throw LedgerFailure(
            .keys, "a rotation of the keys is not finished",
            remedy: "`scruple log keys rotate` finishes it")
        }
        older.append(
          PublishedKeys.Retired(
            key: key, through: through, clearances: PublishedKeys.FormerKey(entry)))
      }
      return PublishedKeys(log: key, retired: older, clearances: clearances.publicKey)
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
    retired = []
  }

  init(
    name: String, log: Ed25519.PrivateKey, clearances: Ed25519.PrivateKey, records: [UInt8],
    lookup: [UInt8], retired: [Retired]
  ) {
    self.name = name
    self.log = log
    self.clearances = clearances
    self.records = records
    self.lookup = lookup
    self.retired = retired
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
    var retired: [Retired] = []
    for entry in json["retired"]?.array ?? [] {
      func key(_ member: String) -> Ed25519.PublicKey? {
        entry[member]?.string.flatMap(Base64.padded.bytes).flatMap { Ed25519.PublicKey($0) }
      }
      let clearances = key("clearances")
      guard let log = key("log"), clearances != nil || entry["clearances"]?.isNull == true else {
        throw LedgerFailure(.keys, "`\(path)` holds a retired key that cannot be read")
      }
      retired.append(
        Retired(
          log: log, clearances: clearances, through: entry["through"]?.integer,
          until: entry["until"]?.integer))
    }
    self.retired = retired
  }

  /// Makes a file that only its owner may read; an existing one is never replaced.
  public func write(to path: String) throws(LedgerFailure) {
    let json = JSON.object([
      ("version", .integer(1)), ("name", .string(name)),
      ("log", .string(Base64.padded.text(of: log.seed))),
      ("clearances", .string(Base64.padded.text(of: clearances.seed))),
      ("records", .string(Base64.padded.text(of: records))),
      ("lookup", .string(Base64.padded.text(of: lookup))),
      ("retired", .array(retired.map(\.json))),
    ])
    do throws(FileReader.Failure) {
      try FileWriter.createPrivate(Array((json.text(indented: true) + "\n").utf8), at: path)
    } catch {
      throw LedgerFailure(.keys, error.message, remedy: "keys are never replaced")
    }
  }
}
