import Formats
import Ledger

/// What the server knows of its data, its store and its clock without waiting for them.
extension HookService {
  /// Milliseconds for which a question about health waits for the store, and for the data; beyond,
  /// what is asked for is not known.
  static let patience = 800

  /// How many records the log has, or why that is not known.
  typealias StoreSeen = Result<Int, LedgerFailure>
  typealias DataSeen = Result<DataStanding, Diagnostic>

  /// Throws where the store does not answer, or the clock is behind its newest record.
  func storeStanding() throws(Problem) -> Int {
    guard let seen = storeGlance.value(within: HookService.patience) else {
      throw Problem(.storeUnavailable, "the store does not answer")
    }
    let size = try Problem.ofLedger { () throws(LedgerFailure) in try seen.get() }
    try requireClock()
    return size
  }

  /// What is in force, or nil where that is not known: it cannot be read, or the lists of a new day
  /// are still being made ready.
  func dataStanding() -> DataStanding? {
    try? dataGlance.value(within: HookService.patience)?.get()
  }

  /// A clock that is behind the log decides nothing.
  func requireClock() throws(Problem) {
    try Problem.ofLedger { () throws(LedgerFailure) in try ledger.requireClock() }
  }
}
