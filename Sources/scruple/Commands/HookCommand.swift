import Digests
import Dossier
import Formats
import Hook
import Ledger
import Policy
import Screening
import Trade

/// `scruple hook`: one order on standard input, one decision on standard output.
///
/// An order system sees the decision and one approved sentence. Reasons, questions and what would
/// change the outcome are for people who may decide cases: `--full` prints them.
enum HookCommand {
  /// Bytes that one order may have.
  private static let longestOrder = 16 << 20

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words, options: StoreOptions.options.union(["home", "corpus", "as-of"]),
        flags: ["help", "full"])
      if arguments.has("help") {
        Output.write(HelpText.hook)
        return .allow
      }
      guard arguments.positional.isEmpty else {
        throw CommandFailure(.usage, "scruple: hook reads standard input and takes no file")
      }
      let bytes = try Session.input("-", limit: longestOrder)
      let session = try Session(arguments)
      let recorder = try DeterminationRecorder(arguments, session, act: "scruple hook")
      return try answer(bytes, session, recorder, isFull: arguments.has("full"))
    } catch {
      Output.tell(error.lines)
      return hold(error.code, [], "The order could not be screened and is held.")
    }
  }

  private static func answer(
    _ bytes: [UInt8], _ session: Session, _ recorder: DeterminationRecorder?, isFull: Bool
  ) throws(CommandFailure) -> ExitCode {
    let decoded = OrderDecoder.decode(
      bytes, file: "standard input", knownCountries: session.knowledge.countries,
      formerCountries: session.knowledge.formerCountries)
    guard decoded.count == 1, let result = decoded.first else {
      throw CommandFailure(.invalidInput, "scruple: standard input must hold exactly one order")
    }
    switch result.result {
    case .failure(let diagnostics):
      Output.tell(diagnostics.map(\.line))
      try recorder?.record(diagnostics, of: bytes)
      return hold(
        .invalidInput, diagnostics, "The order cannot be read and is held; see the problems.")
    case .order(let order, let warnings):
      Output.tell(session.told(warnings, of: order).map(\.line))
      let determination = try session.screen(order, notices: warnings)
      // What is not recorded is not answered.
      let receipt = try recorder?.record(determination, of: order)
      if let recorder, try recorder.holds(order, determination) {
        let body = HoldBody.held(order.reference)
        Output.write(body.json.text(indented: true) + "\n")
        return body.code
      }
      let envelope = envelope(determination, receipt)
      let body = isFull ? full(determination, envelope) : brief(determination, envelope)
      Output.write(body.text(indented: true) + "\n")
      return ExitCode(determination)
    }
  }

  private static func hold(
    _ code: ExitCode, _ problems: [Diagnostic], _ message: String
  ) -> ExitCode {
    let body = HoldBody(code: code, problems: problems, message: message, line: nil)
    Output.write(body.json.text(indented: true) + "\n")
    return code
  }

  private static func full(
    _ determination: Determination, _ envelope: [(String, JSON)]
  ) -> JSON {
    guard case .object(let members) = determination.json.value else { return determination.json }
    return JSON(.object(members + envelope.map { JSON.Member($0.0, $0.1) }))
  }

  private static func brief(
    _ determination: Determination, _ envelope: [(String, JSON)]
  ) -> JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")),
      ("decision", .string(determination.decision.rawValue)),
      ("message", .string(ApprovedSentence.text(determination.decision, determination.outcome))),
      ("determinationId", .string(determination.id)),
      ("orderRef", .string(determination.order.reference)),
      ("orderRevision", .integer(determination.order.revision)),
      ("orderDigest", .string(determination.order.digest)),
      ("asOf", .string(determination.asOf.description)),
      ("coverage", .object([("complete", .boolean(determination.coverage.isComplete))])),
      ("clearance", .null),
    ]
    if let demonstration = determination.demonstration {
      members.append(("demonstration", .string(demonstration)))
    }
    return .object(members + envelope)
  }

  private static func envelope(
    _ determination: Determination, _ receipt: Ledger.Receipt?
  ) -> [(String, JSON)] {
    var audit: [(String, JSON)] = []
    if let receipt {
      let head = receipt.checkpoint.head
      audit = [
        (
          "audit",
          .object([
            ("leafIndex", .integer(receipt.position)), ("treeSize", .integer(head.size)),
            ("rootHash", .string(head.root.description)),
          ])
        )
      ]
    }
    return audit + [
      ("evaluatedAt", .string(TimeText.now)),
      (
        "suggestedErpAction",
        .object([
          ("hold", .boolean(determination.decision != .allow)), ("holdCode", .string("SCRUPLE")),
          ("liftOnlyOwnHold", .boolean(true)),
        ])
      ),
    ]
  }
}
