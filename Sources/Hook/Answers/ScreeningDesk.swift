import Formats
import Ledger
import Policy
import Screening
import Trade

/// Screens one order, records the determination, and only then answers.
struct ScreeningDesk {
  let service: HookService

  /// The answer as data, with what the log line says of it. Throws a problem, which is a hold.
  func answer(_ submission: Submission) throws(Problem) -> ScreeningAnswer {
    guard let key = submission.key else {
      return try screened(submission, occasion(submission), nil, seen: 0)
    }
    let flight = submission.client + "\n" + key
    guard service.flights.begin(flight) else {
      throw Problem(.inFlight, "the request with this Idempotency-Key is not answered yet")
    }
    defer { service.flights.end(flight) }
    if let answer = unlooked(submission) { return answer }
    var overtaken = 0
    while true {
      let (recorded, seen) = try recorded(submission, key)
      if let recorded { return recorded }
      do throws(Problem) {
        return try screened(submission, occasion(submission), nil, seen: seen)
      } catch {
        // Another instance has recorded the same request meanwhile: the first one holds.
        overtaken += 1
        guard error.kind == .busy, overtaken < 3 else { throw error }
      }
    }
  }

  /// What an order is decided on, when, and by what it is known when it comes again.
  private struct Occasion {
    let inForce: BasisHolder.InForce
    let time: (seconds: Int, nanoseconds: Int)
    let day: CivilDate
    /// Whether the order speaks of another moment than now.
    let isReplay: Bool
    /// Nil where nobody kept the bytes of the order.
    let written: WrittenKey?
  }

  private func occasion(_ submission: Submission) -> Occasion {
    let time = service.clock()
    let day = submission.order.asOf?.date ?? UTCTime.day(of: time.seconds)
    let isReplay = isReplay(submission.order, at: time.seconds)
    var written = submission.written
    written?.add(day.dayNumber)
    written?.add(isReplay ? 1 : 0)
    return Occasion(
      inForce: service.holder.inForce, time: time, day: day, isReplay: isReplay, written: written)
  }

  /// What the order came to a moment ago, recorded without a look at the log before: the store takes
  /// no second record of a request. Nil where it is not known, or where that record was refused or
  /// failed; then the log is asked.
  private func unlooked(_ submission: Submission) -> ScreeningAnswer? {
    let occasion = occasion(submission)
    guard let known = occasion.written.flatMap({ occasion.inForce.recurring.screened[$0] }) else {
      return nil
    }
    return try? screened(submission, occasion, known, seen: 0)
  }

  /// The answer that stands to a request, without screening anything; nil where there is none.
  func recorded(_ submission: Submission) throws(Problem) -> ScreeningAnswer? {
    guard let key = submission.key else { return nil }
    return try recorded(submission, key).answer
  }

  /// `known` is what the order came to, where it was worked out before; `seen` is how many records
  /// of the request there were before.
  private func screened(
    _ submission: Submission, _ occasion: Occasion, _ known: RecurringAnswers.Screened?, seen: Int
  ) throws(Problem) -> ScreeningAnswer {
    try service.requireClock()
    if let demanded = submission.minimumDataVersion {
      try demand(demanded, occasion.inForce.basis, occasion.day)
    }
    let screened = if let known { known } else { try screened(submission, occasion) }
    // The connection has its answer already; nothing that nobody sees is recorded.
    guard Process.monotonicNanoseconds < submission.deadline else {
      throw Problem(.deadline, "no determination was reached within the time allowed")
    }
    var request = LedgerRequest(
      client: submission.client, key: submission.key, digest: submission.digest,
      evaluatedAt: UTCTime.text(
        seconds: occasion.time.seconds, milliseconds: occasion.time.nanoseconds / 1_000_000))
    request.seen = seen
    let asker = LedgerAsker(name: "key:" + submission.client, act: "POST /v1/screenings")
    let receipt = try Problem.ofLedger { () throws(LedgerFailure) in
      try service.ledger.record(screened.prepared, asker: asker, request: request)
    }
    service.metrics.decided(
      screened.prepared.decision, lane: screened.lane,
      nanoseconds: Process.monotonicNanoseconds - submission.arrival)
    return try ScreeningAnswer(
      screened.prepared.json, submission.order, request, position: receipt.position,
      checkpoint: receipt.checkpoint, submission, service)
  }

  /// What the order comes to, worked out unless it is known.
  private func screened(
    _ submission: Submission, _ occasion: Occasion
  ) throws(Problem) -> RecurringAnswers.Screened {
    let (order, inForce) = (submission.order, occasion.inForce)
    if let known = occasion.written.flatMap({ inForce.recurring.screened[$0] }) { return known }
    var determination = try Problem.ofData { () throws(Diagnostic) in
      try inForce.basis.screen(order, notices: submission.notices, on: occasion.day)
    }
    if occasion.isReplay { hold(replay: &determination) }
    let lane = determination.findings.first?.lane.rawValue ?? "none"
    let retention = inForce.basis.retention(of: determination, order)
    let prepared = try Problem.ofLedger { () throws(LedgerFailure) in
      try service.ledger.prepared(determination, of: order, retention: retention)
    }
    let screened = RecurringAnswers.Screened(prepared: prepared, lane: lane)
    // A list that did not answer may answer the next time.
    if let written = occasion.written, determination.outcome != nil {
      inForce.recurring.screened.note(screened, for: written)
    }
    return screened
  }

  /// The answer that was given to this request before, or nil where there was none that stands;
  /// and how many records of it there are.
  private func recorded(
    _ submission: Submission, _ key: String
  ) throws(Problem) -> (answer: ScreeningAnswer?, count: Int) {
    let subject = LedgerSubject.request(client: submission.client, key: key)
    let ledger = service.ledger
    let positions = try Problem.ofLedger { () throws(LedgerFailure) in
      try ledger.positions(of: subject)
    }
    for position in positions {
      let (record, checkpoint) = try Problem.ofLedger { () throws(LedgerFailure) in
        (try ledger.record(at: position), try ledger.checkpoint(covering: position))
      }
      guard let request = LedgerRequest(record.content), request.digest == submission.digest,
        let determination = record.content["determination"]
      else { throw Problem(.keyReused, "this Idempotency-Key was used for another request") }
      // What could not be decided then may be decided now.
      if determination["determination"]?.string == "errorFailClosed" { continue }
      var answer = try ScreeningAnswer(
        determination, submission.order, request, position: position, checkpoint: checkpoint,
        submission, service)
      answer.isReplay = true
      service.metrics.replayed()
      return (answer, positions.count)
    }
    return (nil, positions.count)
  }

  static func day(ofDemand text: String) throws(Problem) -> CivilDate {
    guard let day = CivilDate(text) else {
      throw Problem(.invalidRequest, "minDataVersion must be a day, as 2026-11-22")
    }
    return day
  }

  /// `minDataVersion`, a day: no list that is required may be older.
  private func demand(
    _ text: String, _ basis: any ScreeningBasis, _ day: CivilDate
  ) throws(Problem) {
    let demanded = try ScreeningDesk.day(ofDemand: text)
    let standing = try Problem.ofData { () throws(Diagnostic) in try basis.standing(on: day) }
    if let version = standing.dataVersion, version >= demanded { return }
    throw Problem(
      .oldData,
      "the oldest required list is of \(standing.dataVersion?.description ?? "no known day")"
    ).adding([("coverage", standing.json)])
  }

  /// An order that speaks of another moment than now is a replay: it is never allowed.
  private func isReplay(_ order: Order, at now: Int) -> Bool {
    guard let asOf = order.asOf else { return false }
    let (distance, overflow) = asOf.secondsSinceEpoch.subtractingReportingOverflow(now)
    return overflow || abs(distance) > service.settings.replayTolerance
  }

  private func hold(replay determination: inout Determination) {
    determination.notices.append(
      Diagnostic(
        ScreeningAnswer.replayNotice,
        "the order was evaluated as of another moment than now; such an evaluation allows nothing",
        severity: .warning, remedy: "leave `asOf` out to have the order decided"))
    determination.becomeReplay()
  }
}

extension Problem {
  /// What the ledger refuses, as the caller is told: never more than that it failed.
  static func ofLedger<Value>(
    seesFindings: Bool = false, _ body: () throws(LedgerFailure) -> Value
  ) throws(Problem) -> Value {
    do throws(LedgerFailure) {
      return try body()
    } catch {
      if error.kind == .held, seesFindings { throw Problem(.notCleared, error.message) }
      throw Problem(error)
    }
  }

  /// Policies or lists that cannot be read decide nothing.
  static func ofData<Value>(
    _ body: () throws(Diagnostic) -> Value
  ) throws(Problem) -> Value {
    do throws(Diagnostic) {
      return try body()
    } catch {
      throw Problem(.staleData, "policies or lists cannot be read (\(error.id))")
    }
  }

  init(_ failure: LedgerFailure) {
    switch failure.kind {
    case .erased: self.init(.erased, "the content of the record was erased")
    case .noSuchRecord: self.init(.notFound, failure.message)
    case .notCleared: self.init(.notCleared, failure.message)
    // Why is told to those who see findings, by the routes that know who asks.
    case .held: self.init(.notCleared, ApprovedSentence.text(.hold, nil))
    case .clock: self.init(.clockBehind, failure.message)
    case .request: self.init(.invalidRequest, failure.message)
    case .overtaken: self.init(.busy, "other records came in between")
    default:
      // Paths and words of the system are for the operator's log.
      self.init(
        .storeUnavailable, "the records could not be written or read (\(failure.kind.rawValue))")
    }
  }
}
