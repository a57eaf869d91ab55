public import Formats
import Policy

extension RecordedDetermination {
  /// Reads the JSON of a determination, alone or inside an envelope that holds it as a member.
  ///
  /// Throws the first fault that makes the record useless for counting (`REC001` to `REC005`).
  public init(_ json: JSON) throws(Diagnostic) {
    let record = RecordReader(try RecordedDetermination.withoutEnvelope(json), path: "")
    let order = try record.object("order")
    id = try record.text("determinationId")
    outcome = try RecordedDetermination.outcome(of: record)
    let date = try record.text("asOf")
    guard let day = CivilDate(date.prefix(10)) else {
      throw record.fault("asOf", "`\(date)` is not a date", remedy: "write YYYY-MM-DD")
    }
    asOf = day
    system = try order.text("system")
    reference = try record.text("orderRef")
    revision = try record.integer("orderRevision")
    stage = try order.text("stage")
    kind = try order.text("kind")
    value = order.optional("value").flatMap { Decimal($0) }
    currency = order.optional("currency")
    destination = try order.text("destination")
    destinationName = order.optional("destinationName") ?? destination
    endUserKnown = try order.text("endUserKnown")
    parties = try order.objects("parties").map { party throws(Diagnostic) in
      Party(roles: try party.texts("roles"), names: try party.texts("names"))
    }
    lines = try order.objects("lines").map { line throws(Diagnostic) in
      Line(
        number: try line.text("lineNo"), family: line.optional("family"),
        familyName: line.optional("familyName"), serial: line.optional("serial"))
    }
    let policy = try record.object("policy")
    policyName = try policy.text("name")
    policyRevision = try policy.text("revision")
    policyDigest = try policy.text("digest")
    let lanes = try record.object("lanes")
    legalState = try lanes.object("legal").text("state")
    redFlagState = try lanes.object("redFlag").text("state")
    let rights = try lanes.object("rights")
    rightsState = try rights.text("state")
    linkage = rights.optional("linkage") ?? "unknown"
    dataState = try lanes.object("data").text("state")
    findings = try record.objects("findings").map(RecordedDetermination.finding)
    evidence = try record.objects("evidence").map(RecordedDetermination.evidence)
    let coverage = try record.object("coverage")
    isCoverageComplete = try coverage.flag("complete")
    lists = try coverage.objects("lists").map(RecordedDetermination.list)
    notSearched = try coverage.texts("notSearched")
    suppressed = try coverage.object("suppressed").texts("ids")
    questions = try record.objects("questions").map { question throws(Diagnostic) in
      Question(
        id: try question.text("id"), term: question.optional("term") ?? "",
        english: try question.object("text").text("en"))
    }
    scheduledChanges = try record.objects("scheduledChanges").map { change throws(Diagnostic) in
      Change(
        date: try change.text("date"), subject: try change.text("subject"),
        text: try change.text("text"))
    }
    demonstration = record.optional("demonstration")
    guard decision != .allow || isCoverageComplete else {
      throw record.fault(
        "coverage.complete", "the decision is allow although coverage is not complete",
        remedy: "treat the order as held and screen it again", id: "REC005")
    }
  }

  private static func withoutEnvelope(_ json: JSON) throws(Diagnostic) -> JSON {
    guard let members = json.members else {
      throw Diagnostic("REC001", "expected an object and found \(json.kindName)")
    }
    if json["determinationId"] != nil { return json }
    let held = members.filter { $0.value["determinationId"] != nil }
    guard held.count == 1, let only = held.first else {
      throw Diagnostic(
        "REC001", "the line holds no determination",
        remedy: "each line is the JSON of `scruple screen`, or an object that holds it")
    }
    return only.value
  }

  private static func outcome(of record: RecordReader) throws(Diagnostic) -> Outcome? {
    let name = try record.text("determination")
    let outcome = Outcome(name: name)
    guard outcome != nil || name == "errorFailClosed" else {
      throw record.fault("determination", "`\(name)` is not a determination", id: "REC003")
    }
    let decision = try record.text("decision")
    guard decision == Decision(for: outcome).rawValue else {
      throw record.fault(
        "decision", "`\(decision)` does not follow from the determination `\(name)`",
        remedy: "treat the order as held and screen it again", id: "REC004")
    }
    return outcome
  }

  private static func finding(_ record: RecordReader) throws(Diagnostic) -> Finding {
    let lane = try record.text("lane")
    let kind = try record.text("kind")
    let effect = try record.text("effect")
    guard let lane = Lane(rawValue: lane) else {
      throw record.fault("lane", "`\(lane)` is not a lane", id: "REC003")
    }
    guard let kind = FindingKind(rawValue: kind) else {
      throw record.fault("kind", "`\(kind)` is not a kind of finding", id: "REC003")
    }
    guard effect == "note" || Outcome(name: effect) != nil else {
      throw record.fault("effect", "`\(effect)` is not an effect", id: "REC003")
    }
    let rule = try record.text("ruleId")
    return Finding(
      rule: rule, title: record.optional("ruleTitle") ?? rule, lane: lane, kind: kind,
      effect: Outcome(name: effect))
  }

  private static func evidence(_ record: RecordReader) throws(Diagnostic) -> Evidence {
    let kind = try record.text("kind")
    guard let known = EvidenceItem.Kind(rawValue: kind) else {
      throw record.fault("kind", "`\(kind)` is not a kind of evidence", id: "REC003")
    }
    return Evidence(
      kind: known, title: record.optional("title") ?? "", root: record.optional("root"))
  }

  private static func list(_ record: RecordReader) throws(Diagnostic) -> List {
    let id = try record.text("id")
    return List(
      id: id, name: record.optional("name") ?? id, isRequired: try record.flag("required"),
      answered: try record.flag("answered"), canaries: record.optional("canaries") ?? "0/0",
      faults: try record.texts("faults"))
  }
}
