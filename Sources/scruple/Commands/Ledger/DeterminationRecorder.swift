import Dossier
import Formats
import Ledger
import Policy
import Screening
import Trade

/// Records determinations before anybody sees them, where a store is named.
struct DeterminationRecorder {
  private let ledger: Ledger
  private let asker: LedgerAsker
  private let session: Session

  /// Nil without `--store`. Throws where the store cannot take records: nothing is screened then.
  init?(_ arguments: Arguments, _ session: Session, act: String) throws(CommandFailure) {
    guard try StoreOptions.isNamed(arguments) else { return nil }
    ledger = try StoreOptions(arguments).ledger()
    asker = StoreOptions.asker(arguments, act)
    self.session = session
    try session.putInForce(in: ledger, by: asker)
  }

  /// That an order was held because it could not be read or screened.
  @discardableResult
  func record(
    _ problems: [Diagnostic], of input: [UInt8], line: Int? = nil, order: Order? = nil
  ) throws(CommandFailure) -> Ledger.Receipt {
    try CommandFailure.of { () throws(LedgerFailure) in
      try ledger.recordFailure(problems, of: input, line: line, order: order, asker: asker)
    }
  }

  /// Where the determination stands in the log, once it is durable.
  @discardableResult
  func record(
    _ determination: Determination, of order: Order
  ) throws(CommandFailure) -> Ledger.Receipt {
    let company = session.corpus.company
    return try CommandFailure.of { () throws(LedgerFailure) in
      try ledger.record(
        determination, of: order, asker: asker,
        retention: RetentionBasis(
          of: determination, order, isUSPerson: company.isUSPerson,
          isEUPerson: company.isEUPerson))
    }
  }

  /// Whether something holds an order that its determination allows: an investigation that touches
  /// it, or a request about it that waits.
  func holds(_ order: Order, _ determination: Determination) throws(CommandFailure) -> Bool {
    guard determination.decision == .allow else { return false }
    return try CommandFailure.of { () throws(LedgerFailure) in
      try ClearanceDesk(ledger).hold(on: order) != nil
    }
  }
}

extension Session {
  /// Records that the policies of this command are in force, where the log's last word is of others.
  func putInForce(in ledger: Ledger, by asker: LedgerAsker) throws(CommandFailure) {
    let identity = PolicyIdentity(
      name: policies.name, revision: policies.revision, digest: policies.digest, dataDigest: "")
    _ = try CommandFailure.of { () throws(LedgerFailure) in
      try ledger.recordInForce(identity, by: asker)
    }
  }
}
