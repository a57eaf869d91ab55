import Ledger
import WatchLists

/// Records which versions of lists came, where a store is named.
struct ImportRecorder {
  private let ledger: Ledger
  private let asker: LedgerAsker

  /// Nil without `--store`. Throws where the store cannot take records: nothing is imported then.
  init?(_ arguments: Arguments, act: String) throws(CommandFailure) {
    guard try StoreOptions.isNamed(arguments) else { return nil }
    ledger = try StoreOptions(arguments).ledger()
    asker = StoreOptions.asker(arguments, act)
  }

  /// A version that was there already is on record or came before the store.
  func record(_ imported: ListImport) throws(CommandFailure) {
    guard !imported.wasPresent else { return }
    let manifest = imported.manifest
    let receipt = try CommandFailure.of { () throws(LedgerFailure) in
      try ledger.recordImport(
        ofList: manifest.feed, version: manifest.stem, digest: manifest.digest,
        entries: manifest.entries, by: asker)
    }
    Output.tell("recorded as \(receipt.position)")
  }
}
