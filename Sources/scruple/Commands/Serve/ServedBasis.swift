import Formats
import Hook
import Ledger
import Screening
import Synchronization

/// Policies, lists and corpus of a running server, read again as a whole where a file has changed.
final class ServedBasis: Sendable {
  let holder: BasisHolder
  private let arguments: Arguments
  private let ledger: Ledger
  private let stamps: Mutex<[String]>
  private let isReading = Mutex(false)

  init(_ arguments: Arguments, _ ledger: Ledger) throws(CommandFailure) {
    self.arguments = arguments
    self.ledger = ledger
    let (stamps, basis, policies) = try ServedBasis.read(arguments)
    holder = BasisHolder(basis)
    self.stamps = Mutex(stamps)
    try record(policies)
  }

  /// What is in force from now on is on record before the first order is decided by it.
  private func record(_ policies: PolicyIdentity) throws(CommandFailure) {
    _ = try CommandFailure.of { () throws(LedgerFailure) in
      try ledger.recordInForce(policies, by: StoreOptions.asker(arguments, "scruple serve"))
    }
  }

  /// Reads again if a file of policies, data or corpus was written since, and makes ready for a
  /// day that has begun meanwhile.
  func lookAgain(_ log: LogWriter) {
    let folders = try? ServedBasis.folders(arguments)
    let stamps = ServedBasis.stamps(folders ?? [])
    if stamps != self.stamps.withLock({ $0 }) {
      readAgain(log)
    } else {
      _ = try? holder.current.standing(on: UTCTime.day(of: Process.now.seconds))
    }
  }

  /// Reads on a thread of its own; requests go on with what is in force until all of it is there.
  func readAgain(_ log: LogWriter) {
    let isFirst = isReading.withLock { isReading in
      defer { isReading = true }
      return !isReading
    }
    guard isFirst else { return }
    let isStarted = Threads.start { [self] in
      defer { isReading.withLock { $0 = false } }
      do throws(CommandFailure) {
        let (stamps, basis, policies) = try ServedBasis.read(arguments)
        try record(policies)
        holder.replace(by: basis)
        self.stamps.withLock { $0 = stamps }
        log.note("dataInForce", [])
      } catch {
        // The stamps stay as they were, so that the next look tries again.
        holder.refused(error.reasons.joined(separator: "; "))
        log.note("dataRefused", error.reasons)
      }
    }
    if !isStarted { isReading.withLock { $0 = false } }
  }

  /// Stamps are taken before reading: what is written meanwhile is read again.
  private static func read(
    _ arguments: Arguments
  ) throws(CommandFailure) -> ([String], LoadedBasis, PolicyIdentity) {
    let stamps = stamps(try folders(arguments))
    let session = try Session(arguments)
    let basis = LoadedBasis(
      knowledge: session.knowledge, policies: session.policies, corpus: session.corpus)
    do throws(Diagnostic) {
      return (stamps, basis, try basis.standing(on: session.today).policy)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  private static func folders(_ arguments: Arguments) throws(CommandFailure) -> [String] {
    let home = try HomeFolder(option: arguments.option("home"))
    return [home.policies, home.data]
      + (Session.corpusFolder(arguments, home).map { [$0] } ?? [])
  }

  private static func stamps(_ folders: [String]) -> [String] {
    var stamps: [String] = []
    for folder in folders {
      for name in (try? FileReader.files(below: folder)) ?? [] {
        let path = folder + "/" + name
        stamps.append(path + " " + (FileStamp(of: path)?.text ?? "gone"))
      }
    }
    return stamps
  }
}
