import Digests
import Formats
public import Policy
public import Screening

/// A recorded determination as a case rests on it.
public struct CaseGround: Sendable, Hashable {
  public let position: Int
  public let determination: String
  /// Nil stands for `errorFailClosed`.
  public let outcome: Outcome?
  /// What was found about which content. A determination on newer lists or policies that finds the
  /// same has the same basis, and what was decided on it stands.
  let basis: String
  let policies: String
  let lists: String
  /// The version of each list that was searched.
  let searched: [String: NewestData.Version]
  /// Who asked for the screening.
  let asker: String
  /// The gravest of its findings that only an authorisation lifts: a refusal by policy stands above
  /// a licence requirement in the outcome and takes nothing of it away.
  let legalBar: Outcome?
  /// Whether some completion of what is unknown could be a block.
  public let isPossibleBlock: Bool

  public var decision: Decision { Decision(for: outcome) }

  init(
    position: Int, determination: String, outcome: Outcome?, basis: String, policies: String,
    lists: String, searched: [String: NewestData.Version] = [:], asker: String,
    legalBar: Outcome? = nil, isPossibleBlock: Bool
  ) {
    self.position = position
    self.determination = determination
    self.outcome = outcome
    self.basis = "\(outcome?.name ?? "error") \(basis)"
    self.policies = policies
    self.lists = lists
    self.searched = searched
    self.asker = asker
    self.legalBar = legalBar
    self.isPossibleBlock = isPossibleBlock
  }

  /// What cannot be read counts as an error, which nobody can release.
  init(_ record: OpenedRecord) {
    let json = record.content["determination"] ?? .null
    let outcome = json["determination"]?.string.flatMap { Outcome(name: $0) }
    let isAgreed = json["decision"]?.string == Decision(for: outcome).rawValue
    self.init(
      position: record.position, determination: json["determinationId"]?.string ?? "",
      outcome: isAgreed ? outcome : nil, basis: CaseGround.basis(of: json),
      policies: record.header["policy"]?.string ?? "", lists: record.header["lists"]?.string ?? "",
      searched: NewestData.versions(json["coverage"]?["lists"]),
      asker: record.content["asker"]?["name"]?.string ?? "",
      legalBar: CaseGround.legalBar(of: json),
      isPossibleBlock: record.content["mayBeRefused"]?.boolean != false)
  }

  /// An effect that this version does not know counts as the gravest.
  static func legalBar(of determination: JSON) -> Outcome? {
    (determination["findings"]?.array ?? []).compactMap { finding -> Outcome? in
      guard let name = finding["effect"]?.string, name != "note" else { return nil }
      let effect = Outcome(name: name) ?? .refuseProhibited
      return effect == .licenceRequired || effect == .refuseProhibited ? effect : nil
    }.max()
  }

  /// A digest of what was found about which content.
  static func basis(of determination: JSON) -> String {
    let findings = (determination["findings"]?.array ?? []).map { finding in
      JSON.object(
        ["ruleId", "effect", "parties", "lines", "reason", "evidence"].map {
          ($0, finding[$0] ?? .null)
        })
    }
    let outcome = determination["determination"]?.string.flatMap { Outcome(name: $0) }
    let basis = JSON.object([
      ("order", determination["orderDigest"] ?? .null), ("outcome", .optional(outcome?.name)),
      ("findings", .array(findings)),
    ])
    return SHA256(of: basis.sortedText).hexadecimal
  }
}
