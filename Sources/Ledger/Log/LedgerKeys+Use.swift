import Digests
import Formats

extension LedgerKeys {
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

  /// New keys that sign from now on. Records stay sealed as they are: what seals them is not
  /// replaced, for it would have to open them all.
  func successor() throws(LedgerFailure) -> LedgerKeys {
    let fresh = try LedgerKeys(name: name)
    return LedgerKeys(
      name: name, log: fresh.log, clearances: fresh.clearances, records: records, lookup: lookup,
      retired: retired + [
        Retired(
          log: log.publicKey, clearances: clearances.publicKey, through: nil, until: nil)
      ])
  }

  /// The same keys, once it is known up to which size and until which moment the last ones signed.
  func settled(through size: Int, until moment: Int? = nil) -> LedgerKeys {
    var retired = retired
    if let last = retired.indices.last {
      retired[last].through = size
      retired[last].until = moment
    }
    return with(retired)
  }

  /// The same keys; what those before them cleared no longer counts.
  var withoutOldClearances: LedgerKeys {
    with(
      retired.map { entry in
        var entry = entry
        entry.clearances = nil
        return entry
      })
  }

  private func with(_ retired: [Retired]) -> LedgerKeys {
    LedgerKeys(
      name: name, log: log, clearances: clearances, records: records, lookup: lookup,
      retired: retired)
  }
}

extension LedgerKeys.Retired {
  var json: JSON {
    .object([
      ("log", .string(Base64.padded.text(of: log.bytes))),
      ("clearances", .optional(clearances.map { Base64.padded.text(of: $0.bytes) })),
      ("through", through.map(JSON.integer) ?? .null),
      ("until", until.map(JSON.integer) ?? .null),
    ])
  }
}
