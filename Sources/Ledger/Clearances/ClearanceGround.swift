import Formats
import Screening

/// The recorded determination that a clearance rests on.
struct ClearanceGround {
  let position: Int
  /// Seconds since 1970 at which it was recorded, to the day of its text.
  let recordedOn: CivilDate
  let record: RecordedDetermination
  let orderDigest: String
  let dataDigest: String
  let lists: [Clearance.List]
  let conditions: [Clearance.Condition]
  /// The order as it was screened.
  let request: JSON
  /// Who asked for the screening.
  let asker: String

  /// Reads a record of the ledger; throws where it is not one that a clearance could rest on.
  init(_ opened: OpenedRecord) throws(LedgerFailure) {
    let json = opened.content["determination"] ?? .null
    do throws(Diagnostic) {
      record = try RecordedDetermination(json)
    } catch {
      throw LedgerFailure(
        .notCleared,
        "the determination of record \(opened.position) cannot be read: "
          + error.message, remedy: "screen the order again")
    }
    guard let day = CivilDate(opened.time.prefix(10)), let digest = json["orderDigest"]?.string,
      let data = json["policy"]?["dataDigest"]?.string
    else {
      throw LedgerFailure(
        .notCleared, "the determination of record \(opened.position) lacks a digest",
        remedy: "screen the order again")
    }
    position = opened.position
    recordedOn = day
    orderDigest = digest
    dataDigest = data
    lists = (json["coverage"]?["lists"]?.array ?? []).map { list in
      Clearance.List(
        id: list["id"]?.string ?? "", version: list["version"]?.string,
        digest: list["digest"]?.string ?? "")
    }
    conditions = ClearanceGround.conditions(json)
    request = opened.content["order"] ?? .null
    asker = opened.content["asker"]?["name"]?.string ?? ""
  }

  /// What each rule that asks for it requires, else its reason: nothing that led to conditions may
  /// be passed over because no words stand beside it.
  private static func conditions(_ json: JSON) -> [Clearance.Condition] {
    guard json["determination"]?.string == "releaseWithConditions" else { return [] }
    let obligations = json["obligations"]?.array ?? []
    var texts = obligations.compactMap { $0["text"]?.string }
    let named = Set(obligations.compactMap { $0["ruleId"]?.string })
    for finding in json["findings"]?.array ?? []
    where finding["effect"]?.string == "releaseWithConditions" {
      guard !named.contains(finding["ruleId"]?.string ?? "") else { continue }
      texts.append(finding["reason"]?.string ?? finding["ruleTitle"]?.string ?? "")
    }
    return Clearance.Condition.list(texts)
  }
}
