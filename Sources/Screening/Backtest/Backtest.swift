public import Formats
public import Policy
import Synchronization

/// Evaluates recorded determinations again under other policies and counts what would change.
///
/// Each record is evaluated on the facts that it rested on, at its own as-of date and with the
/// confirmations of that day. What was searched that day cannot be searched again, so a record
/// that failed closed stays so, unless the new policies refuse the order whatever the lists say.
public struct Backtest: Sendable {
  /// Bytes beyond which a line is no record.
  public static let lineLimit = 16 << 20

  private let new: PolicySet
  private let old: PolicySet?
  private let exampleLimit: Int
  private let reader: BacktestRecordReader

  /// With `old`, what the policies change is told apart from what else has changed since.
  public init(new: PolicySet, old: PolicySet? = nil, exampleLimit: Int = 5) {
    self.new = new
    self.old = old
    self.exampleLimit = exampleLimit
    reader = BacktestRecordReader(new: new, old: old, lineLimit: Backtest.lineLimit)
  }

  /// The result is the same however many threads share the work.
  public func run(
    _ lines: LineBatches, threads: Int = Threads.count
  ) throws(FileReader.Failure) -> BacktestResult {
    let sum = Mutex(BacktestResult(new: new, old: old, exampleLimit: exampleLimit))
    let failure = Mutex<FileReader.Failure?>(nil)
    Threads.perform(threads) { _ in
      var worker = BacktestWorker(
        reader: reader, result: BacktestResult(new: new, old: old, exampleLimit: exampleLimit))
      do throws(FileReader.Failure) {
        while let batch = try lines.next() { worker.add(batch) }
      } catch {
        failure.withLock { $0 = error }
      }
      let part = worker.result
      sum.withLock { $0.add(part) }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return sum.withLock { $0 }
  }
}
