import Facts
import Formats
import Policy

/// Reads the line of a recorded determination, alone or inside an envelope that holds it as a
/// member, as far as a backtest needs it.
///
/// Fails closed as `RecordedDetermination` does: a record that contradicts itself is no record.
struct BacktestRecordReader: Sendable {
  private let new: RecordedFactsReader
  private let old: RecordedFactsReader?
  private let limits: JSONReader.Limits

  /// Members in the order of `Member`.
  private static let members = JSONNames([
    "determinationId", "determination", "decision", "orderRef", "coverage", "findings",
    "undeterminedRules", "facts",
  ])
  private static let anyMember = JSONNames([])
  private static let complete = JSONNames(["complete"])

  private enum Member: Int {
    case id, determination, decision, reference, coverage, findings, undetermined, facts
  }

  init(new: PolicySet, old: PolicySet?, lineLimit: Int) {
    let reader = RecordedFactsReader(new.vocabulary)
    self.new = reader
    // Sets that declare no terms of their own share their words, and one reading serves both.
    let isShared = old.map { $0.vocabulary.fingerprint == new.vocabulary.fingerprint } ?? true
    self.old = isShared ? nil : old.map { RecordedFactsReader($0.vocabulary) }
    limits = JSONReader.Limits(bytes: lineLimit)
  }

  func read(
    _ line: [UInt8], dropped: inout Set<String>
  ) throws(JSONFailure) -> BacktestRecord {
    var cursor = try JSONCursor(line, limits: limits)
    let start = cursor
    var places = try self.places(&cursor)
    try cursor.finish()
    if places[Member.id.rawValue] == nil { places = try enveloped(start) }
    func place(_ member: Member) throws(JSONFailure) -> JSONCursor {
      guard let place = places[member.rawValue] else {
        let name = BacktestRecordReader.members.names[member.rawValue]
        throw cursor.refused(
          [.facts, .undetermined].contains(member)
            ? "the record holds no `\(name)`, so that it cannot be evaluated again; screen the "
              + "order again" : "the member `\(name)` is missing")
      }
      return place
    }
    let isComplete = try coverage(try place(.coverage))
    let outcome = try outcome(
      try place(.determination), decision: try place(.decision), isComplete: isComplete)
    var reference = try place(.reference)
    var facts = try place(.facts)
    var again = facts
    return BacktestRecord(
      reference: try reference.text(), outcome: outcome, isCoverageComplete: isComplete,
      facts: try new.read(&facts, dropped: &dropped), oldFacts: try oldFacts(&again),
      findings: try place(.findings), undetermined: try place(.undetermined))
  }

  /// What the words of the old set no longer know does not concern the new one.
  private func oldFacts(_ cursor: inout JSONCursor) throws(JSONFailure) -> RecordedFacts? {
    guard let old else { return nil }
    var ignored: Set<String> = []
    return try old.read(&cursor, dropped: &ignored)
  }

  /// Where the members of an object begin that matter, after a pass over the whole of it.
  private func places(_ cursor: inout JSONCursor) throws(JSONFailure) -> [JSONCursor?] {
    var places = [JSONCursor?](repeating: nil, count: BacktestRecordReader.members.names.count)
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: BacktestRecordReader.members) {
      if case .known(let index) = member {
        guard places[index] == nil else {
          throw cursor.failure(.duplicateName(BacktestRecordReader.members.names[index]))
        }
        places[index] = cursor
      }
      try cursor.skip()
    }
    return places
  }

  private func enveloped(_ start: JSONCursor) throws(JSONFailure) -> [JSONCursor?] {
    var cursor = start
    var held: [[JSONCursor?]] = []
    try cursor.enterObject()
    while try cursor.nextMember(of: BacktestRecordReader.anyMember) != nil {
      guard try cursor.kind() == .object else {
        try cursor.skip()
        continue
      }
      let places = try places(&cursor)
      if places[Member.id.rawValue] != nil { held.append(places) }
    }
    guard held.count == 1, let only = held.first else {
      throw cursor.refused("the line holds no determination")
    }
    return only
  }

  private func coverage(_ place: JSONCursor) throws(JSONFailure) -> Bool {
    var cursor = place
    var isComplete: Bool?
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: BacktestRecordReader.complete) {
      guard member == .known(0) else {
        try cursor.skip()
        continue
      }
      guard isComplete == nil else { throw cursor.failure(.duplicateName("complete")) }
      isComplete = try cursor.flag()
    }
    guard let isComplete else { throw cursor.refused("the coverage does not say `complete`") }
    return isComplete
  }

  private func outcome(
    _ place: JSONCursor, decision decisionPlace: JSONCursor, isComplete: Bool
  ) throws(JSONFailure) -> Outcome? {
    var (cursor, decisionCursor) = (place, decisionPlace)
    let name = try cursor.text()
    let outcome = Outcome(name: name)
    guard outcome != nil || name == "errorFailClosed" else {
      throw place.refused("`\(name)` is not a determination")
    }
    let decision = try decisionCursor.text()
    guard decision == Decision(for: outcome).rawValue else {
      throw decisionPlace.refused(
        "`\(decision)` does not follow from the determination `\(name)`")
    }
    // Without coverage an order is refused or fails closed; with it nothing fails closed.
    guard outcome.map({ isComplete || $0 >= .refusePolicy }) ?? !isComplete else {
      throw place.refused(
        "`\(name)` does not follow from coverage that is \(isComplete ? "" : "not ")complete")
    }
    return outcome
  }
}
