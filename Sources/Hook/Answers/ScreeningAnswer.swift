import Digests
import Formats
import Ledger
import Policy
import Screening
import Trade

/// What is answered to one order, made of nothing but its record, so that the same request gets the
/// same bytes again.
struct ScreeningAnswer {
  /// The notice that a determination carries which was asked for as of another moment.
  static let replayNotice = "HOK010"

  let position: Int
  let json: JSON
  let decision: String
  let determination: String
  /// Set where required lists did not answer: the status is then 503.
  private(set) var problem: Problem?
  /// Whether it was given before.
  var isReplay = false

  init(
    _ determination: JSON, _ order: Order, _ request: LedgerRequest, position: Int,
    checkpoint: Checkpoint, _ submission: Submission, _ service: HookService
  ) throws(Problem) {
    self.position = position
    self.determination = determination["determinationId"]?.string ?? ""
    let outcome = determination["determination"]?.string.flatMap { Outcome(name: $0) }
    // Read off the outcome: what is not known to allow or to refuse is a hold.
    var decision = Decision(for: outcome)
    var (clearance, hold) = (JSON.null, LedgerFailure?.none)
    if decision == .allow {
      (clearance, hold) = try ScreeningAnswer.clearance(outcome, order, position, service)
      if hold != nil { decision = .hold }
    }
    self.decision = decision.rawValue
    let isReplayed = (determination["notices"]?.array ?? []).contains {
      $0["id"]?.string == ScreeningAnswer.replayNotice
    }
    let envelope: [(String, JSON)] = [
      ("message", .string(ApprovedSentence.text(decision, outcome))),
      ("evaluatedAt", .string(request.evaluatedAt)), ("replay", .boolean(isReplayed)),
      ("clearance", clearance),
      (
        "audit",
        .object([
          ("leafIndex", .integer(position)), ("treeSize", .integer(checkpoint.head.size)),
          ("rootHash", .string(Base64.padded.text(of: checkpoint.head.root.bytes))),
        ])
      ),
      (
        "suggestedErpAction",
        .object([
          // Only a clearance lifts the hold with which every order is born.
          ("hold", .boolean(clearance["token"]?.string == nil)), ("holdCode", .string("SCRUPLE")),
          ("liftOnlyOwnHold", .boolean(true)),
        ])
      ),
    ]
    json =
      submission.seesFindings
      ? ScreeningAnswer.full(determination, hold, envelope)
      : ScreeningAnswer.brief(determination, decision, outcome, envelope)
    guard outcome == nil else { return }
    problem = Problem(.staleData, ScreeningAnswer.gap(determination)).adding(
      (json.members ?? []).filter { !["decision", "determination"].contains($0.key) }
        .map { ($0.key, $0.value) })
  }

  /// For somebody who may decide cases: all of the record but the table of facts, and what holds
  /// the order though its determination allows it.
  private static func full(
    _ determination: JSON, _ hold: LedgerFailure?, _ envelope: [(String, JSON)]
  ) -> JSON {
    var members = (determination.members ?? []).filter {
      !["facts", "clearance"].contains($0.key)
    }.map { ($0.key, $0.value) }
    if let hold {
      let held = ["decision", "determination"]
      members = members.map { held.contains($0.0) ? ($0.0, .string("hold")) : $0 }
      members.append(
        (
          "heldBy",
          .object([
            ("reason", .string(hold.message)),
            ("determination", determination["determination"] ?? .null),
          ])
        ))
    }
    let id = determination["determinationId"]?.string ?? ""
    let memo = JSON.object([
      ("html", .string("/v1/determinations/\(id)/memo.html")),
      ("text", .string("/v1/determinations/\(id)/memo.txt")),
    ])
    return .object(members + envelope + [("memo", memo), ("disclosure", .string("full"))])
  }

  /// For an order system: the decision and one sentence. No finding, no reason, no question, and
  /// of what holds an order no more than that it is held.
  private static func brief(
    _ determination: JSON, _ decision: Decision, _ outcome: Outcome?,
    _ envelope: [(String, JSON)]
  ) -> JSON {
    let name = determination["determination"]?.string ?? "errorFailClosed"
    let told = decision == .hold && outcome != nil ? "hold" : name
    let lane = JSON.object([("state", .string("notDisclosed"))])
    let coverage = determination["coverage"]
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("decision", .string(decision.rawValue)),
      ("determination", .string(told)),
    ]
    for key in ["determinationId", "orderRef", "orderRevision", "orderDigest", "asOf", "policy"] {
      members.append((key, determination[key] ?? .null))
    }
    members += [
      ("lanes", .object(["legal", "redFlag", "rights", "data"].map { ($0, lane) })),
      ("findings", .array([])), ("questions", .array([])),
      (
        "coverage",
        .object([
          ("complete", coverage?["complete"] ?? .boolean(false)),
          (
            "lists",
            .array(
              (coverage?["lists"]?.array ?? []).map { list in
                .object(
                  ["id", "version", "entries", "required", "answered"].map {
                    ($0, list[$0] ?? .null)
                  })
              })
          ),
        ])
      ),
    ]
    if let demonstration = determination["demonstration"], !demonstration.isNull {
      members.append(("demonstration", demonstration))
    }
    return .object(members + envelope + [("disclosure", .string("decision"))])
  }

  /// A release is cleared by the policies themselves; where that cannot be, the reason stands in
  /// the place of the token. What holds the order all the same makes of its answer a hold: neither
  /// this request nor the same one again is then told that it may go.
  private static func clearance(
    _ outcome: Outcome?, _ order: Order, _ position: Int, _ service: HookService
  ) throws(Problem) -> (JSON, hold: LedgerFailure?) {
    let desk = ClearanceDesk(service.ledger)
    do throws(LedgerFailure) {
      if let hold = try desk.allegation(on: order, at: position) { return (.null, hold) }
      guard outcome == .release else { return (.null, try desk.hold(on: order)) }
      let asker = LedgerAsker(name: "policy", act: "POST /v1/screenings")
      let issued: ClearanceDesk.Issued
      if let earlier = try desk.issued(on: position, for: order) {
        issued = earlier
      } else {
        issued = try desk.issue(
          on: position, for: order, days: service.settings.clearanceDays, by: asker)
      }
      let clearance = JSON.object([
        ("id", .string(issued.clearance.id)), ("token", .string(issued.token)),
        ("expires", .string(UTCTime.text(seconds: issued.clearance.expires))),
      ])
      return (clearance, nil)
    } catch {
      if error.kind == .held { return (.null, error) }
      guard error.kind == .notCleared else { throw Problem(error) }
      return (.object([("token", .null), ("reason", .string(error.message))]), nil)
    }
  }

  private static func gap(_ determination: JSON) -> String {
    let missing = (determination["coverage"]?["lists"]?.array ?? []).filter {
      $0["required"]?.boolean == true && $0["answered"]?.boolean != true
    }.compactMap { $0["id"]?.string }
    return missing.isEmpty
      ? "the order could not be evaluated"
      : "these required lists did not answer: " + missing.joined(separator: ", ")
  }
}
