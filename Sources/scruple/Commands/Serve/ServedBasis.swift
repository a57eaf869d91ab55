import Formats
import Hook
import Synchronization

/// Policies, lists and corpus of a running server, read again as a whole where a file has changed.
final class ServedBasis: Sendable {
  let holder: BasisHolder
  private let arguments: Arguments
  private let stamps: Mutex<[String]>
  private let isReading = Mutex(false)

  init(_ arguments: Arguments) throws(CommandFailure) {
    self.arguments = arguments
    let (stamps, basis) = try ServedBasis.read(arguments)
    holder = BasisHolder(basis)
    self.stamps = Mutex(stamps)
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
        let (stamps, basis) = try ServedBasis.read(arguments)
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
  ) throws(CommandFailure) -> ([String], LoadedBasis) {
    let stamps = stamps(try folders(arguments))
    let session = try Session(arguments)
    let basis = LoadedBasis(
      knowledge: session.knowledge, policies: session.policies, corpus: session.corpus)
    do throws(Diagnostic) {
      _ = try basis.standing(on: session.today)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
    return (stamps, basis)
  }

  private static func folders(_ arguments: Arguments) throws(CommandFailure) -> [String] {
    let home = try HomeFolder(option: arguments.option("home"))
    return [home.policies, home.data]
      + (Session.corpusFolder(arguments, home).map { [$0] } ?? [])
  }

  private static func stamps(_ folders: [String]) -> [String] {
    folders.flatMap { folder in
      ((try? FileReader.files(below: folder)) ?? []).map { name in
        folder + "/" + name + " " + (FileStamp(of: folder + "/" + name)?.text ?? "gone")
      }
    }
  }
}
