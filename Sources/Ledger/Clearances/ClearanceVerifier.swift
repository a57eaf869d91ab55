public import Digests
public import Trade

/// Why a token lets nothing leave.
public enum ClearanceRefusal: Error, Sendable, Hashable {
  case doesNotVerify(JSONWebSignature.Refusal)
  case revocationsDoNotVerify(JSONWebSignature.Refusal)
  /// Signed, and it does not hold for this order now; all reasons.
  case isVoid([String])

  public var words: [String] {
    switch self {
    case .doesNotVerify(let refusal): ["the clearance does not verify: \(refusal.words)"]
    case .revocationsDoNotVerify(let refusal):
      ["the revocation list does not verify: \(refusal.words)"]
    case .isVoid(let reasons): reasons
    }
  }
}

extension JSONWebSignature.Refusal {
  var words: String {
    switch self {
    case .malformed(let what): what
    case .otherAlgorithm(let name): "its algorithm is `\(name.prefix(32))`, not EdDSA"
    case .otherKind(let name): "it is a token of another kind, `\(name.prefix(64))`"
    case .otherKey(let name): "no known key is named `\(name.prefix(64))`"
    case .doesNotVerify: "its signature is not of its content"
    }
  }
}

/// Checks a clearance at the gate: without a network and without the ledger.
///
/// Whoever checks needs the order as it is about to leave, the public keys, and a revocation list
/// that is not too old.
public struct ClearanceVerifier: Sendable {
  /// Seconds by which clocks may differ.
  static let tolerance = 300

  public let keys: PublishedKeys
  /// Seconds since 1970-01-01 UTC.
  public let now: Int

  public init(keys: PublishedKeys, now: Int) {
    self.keys = keys
    self.now = now
  }

  /// The clearance, if it holds for this order now.
  public func verify(
    _ token: String, for order: Order, revocations: RevocationList
  ) throws(ClearanceRefusal) -> Clearance {
    let clearance = try read(token)
    let reasons = faults(of: clearance, order) + faults(of: clearance, revocations)
    guard reasons.isEmpty else { throw .isVoid(reasons) }
    return clearance
  }

  /// What a token claims, if a key signed it that may have done so by now. That alone lets nothing
  /// leave.
  public func read(_ token: String) throws(ClearanceRefusal) -> Clearance {
    let former = keys.retired.compactMap(\.clearances)
    let clearance: Clearance
    let key: Ed25519.PublicKey
    do throws(JSONWebSignature.Refusal) {
      let signature = try JSONWebSignature(
        token, kind: Clearance.kind,
        keys: [keys.clearances].compactMap(\.self) + former.map(\.key))
      guard let read = Clearance(signature.payload) else {
        throw .malformed("a claim is missing")
      }
      (clearance, key) = (read, signature.key)
    } catch {
      throw .doesNotVerify(error)
    }
    guard key != keys.clearances, let former = former.first(where: { $0.key == key }) else {
      return clearance
    }
    if clearance.issued > former.until {
      throw .isVoid(["it was issued after its key was replaced"])
    }
    // No clearance lasts longer, whatever it claims.
    let (end, overflow) = former.until.addingReportingOverflow(Clearance.longest)
    guard !overflow, now < end else {
      throw .isVoid(["its key was replaced more than 30 days ago"])
    }
    return clearance
  }

  private func faults(of clearance: Clearance, _ order: Order) -> [String] {
    var faults: [String] = []
    if clearance.issuer != keys.log.name {
      faults.append("it was issued by `\(clearance.issuer)`, not by `\(keys.log.name)`")
    }
    if clearance.system != order.system || clearance.reference != order.reference {
      faults.append(
        "it is of the order `\(clearance.system):\(clearance.reference)`, not of "
          + "`\(order.system):\(order.reference)`")
    }
    if clearance.orderDigest != order.digest.description {
      faults.append(
        "the order was changed: parties, items, quantities, prices, serials, route, destination, "
          + "end use or another material field is not what was cleared")
    }
    if clearance.issued > now + ClearanceVerifier.tolerance {
      faults.append("it was issued in the future; check this machine's clock")
    }
    if clearance.expires <= now { faults.append("its time is over") }
    let (lifetime, overflow) = clearance.expires.subtractingReportingOverflow(clearance.issued)
    if overflow || lifetime > Clearance.longest || lifetime <= 0 {
      faults.append("it claims to last longer than 30 days")
    }
    if !["release", "releaseWithConditions"].contains(clearance.outcome) {
      faults.append("its determination is `\(clearance.outcome)`")
    }
    for condition in clearance.conditions where condition.confirmedBy == nil {
      faults.append("condition \(condition.id) is not confirmed")
    }
    if clearance.approvers.isEmpty { faults.append("nobody approved it") }
    return faults
  }

  private func faults(of clearance: Clearance, _ list: RevocationList) -> [String] {
    var faults: [String] = []
    if list.issuer != clearance.issuer {
      faults.append("the revocation list is of another issuer")
    }
    if list.expires <= now {
      faults.append("the revocation list is too old; fetch the present one")
    }
    if list.issued > now + ClearanceVerifier.tolerance {
      faults.append("the revocation list is of the future; check this machine's clock")
    }
    for entry in list.entries where entry.clearance == clearance.id {
      faults.append("it is revoked (\(entry.reason))")
    }
    return faults
  }
}
