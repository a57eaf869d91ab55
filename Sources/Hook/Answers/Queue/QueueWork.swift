import Formats
import Ledger
import Synchronization
import Trade

/// Answers what waits, until it is told to stop.
public struct QueueWork: Sendable {
  private let service: HookService

  public init(_ service: HookService) { self.service = service }

  /// Looks for what is on record without an answer, and answers it, on threads of their own.
  public func start(threads: Int = 4) {
    Threads.start { [self] in
      while !service.queue.isStopped {
        look()
        service.queue.wakeDue(Process.monotonicNanoseconds)
        Threads.pause(milliseconds: 500)
      }
    }
    for _ in 0..<threads {
      Threads.start { [self] in
        while !service.queue.isStopped {
          if !step() { service.queue.wait() }
        }
      }
    }
  }

  /// What is not answered then stays on record for the next start or another instance.
  public func stop() { service.queue.stop() }

  /// Finds what was accepted before this process began, or by other instances, which have some
  /// seconds to answer it themselves: two for an order and fifteen for a batch.
  func look() {
    let ledger = service.ledger
    let now = Process.monotonicNanoseconds
    do throws(LedgerFailure) {
      // What other programs recorded says how late it is at least.
      try ledger.lookForNewest()
      for position in try ledger.acceptances(after: service.queue.seen) {
        if let found = try waiting(at: position) {
          service.queue.add(
            found.id, at: position, due: now + (found.isBatch ? 15 : 2) * 1_000_000_000)
        }
        service.queue.looked(through: position)
      }
    } catch {
      // A store that is away for a moment is asked again.
      service.note("queueNotRead", error.diagnostic.id)
    }
  }

  /// What stands at a position and is not answered; nil where nothing is left of it.
  private func waiting(
    at position: Int
  ) throws(LedgerFailure) -> (id: String, isBatch: Bool)? {
    let ledger = service.ledger
    let accepted: AcceptedRequest?
    do throws(LedgerFailure) {
      accepted = try ledger.acceptance(at: position)
    } catch {
      guard error.kind == .erased else { throw error }
      return nil
    }
    guard let accepted, try !ledger.isAnswered(accepted) else { return nil }
    let isBatch = MediaType.batches.contains(accepted.terms["mediaType"]?.string ?? "")
    return (accepted.id, isBatch)
  }

  /// Answers the next; false where none is ready.
  @discardableResult
  func step() -> Bool {
    guard let item = service.queue.take() else { return false }
    do throws(Problem) {
      try answer(item)
      service.queue.finished(item.id)
    } catch {
      service.queue.failed(item.id, error, now: Process.monotonicNanoseconds)
      service.note("queuedNotAnswered", error.kind.rawValue)
    }
    return true
  }

  private func answer(_ item: ScreeningQueue.Item) throws(Problem) {
    guard let accepted = try service.standing(item.id),
      let requested = RequestedScreening(accepted, seesFindings: false)
    else { throw Problem(.internal, "what was accepted cannot be read") }
    let arrival = Process.monotonicNanoseconds
    guard requested.isBatch else {
      let read = try requested.order(service)
      let answer = try ScreeningDesk(service: service).answer(
        requested.submission(read, arrival: arrival, deadline: .max))
      if let problem = answer.problem { throw problem }
      return
    }
    let batch = try BatchAnswer(requested, service)
    service.queue.progressed(item.id, count: batch.items.count, by: 0)
    let failure = Mutex<Problem?>(nil)
    _ = Threads.map(batch.items) { order in
      guard order.decoded.order != nil else {
        return service.queue.progressed(item.id, count: batch.items.count, by: 1)
      }
      let problem: Problem? =
        switch batch.answer(to: order, arrival, .max) {
        case .success(let answer): answer.problem
        case .failure(let problem): problem.isOfTheRequest ? nil : problem
        }
      guard let problem else {
        return service.queue.progressed(item.id, count: batch.items.count, by: 1)
      }
      failure.withLock { $0 = $0 ?? problem }
    }
    if let problem = failure.withLock({ $0 }) { throw problem }
    try Problem.ofLedger { () throws(LedgerFailure) in try service.ledger.finish(accepted) }
  }
}

extension Problem {
  /// Whether the same would be answered to the same again, whatever data come.
  var isOfTheRequest: Bool {
    switch kind {
    case .malformedBody, .invalidOrder, .invalidRequest, .keyReused: true
    default: false
    }
  }
}
