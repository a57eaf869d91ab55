public import Formats
import Glibc
public import Hook
public import Ledger
import Policy
public import Screening
public import Trade

/// A basis whose determination is told by the order's reference: `allow-1`, `hold-7`, `block-x`,
/// `stale-2`, `conditions-3`, `unreadable-4`, `slow-500` (milliseconds, then allowed).
public struct FakeBasis: ScreeningBasis {
  public var name: String
  public var isComplete: Bool
  public var demonstration: String?
  private let retrieved = "2026-11-22"

  public init(name: String = "one", isComplete: Bool = true, demonstration: String? = nil) {
    self.name = name
    self.isComplete = isComplete
    self.demonstration = demonstration
  }

  public var countries: Set<String> { ["DE", "FR", "CN", "HK", "US"] }

  public func screen(
    _ order: Order, notices: [Diagnostic], on day: CivilDate
  ) throws(Diagnostic) -> Determination {
    let words = order.reference.split(separator: "-")
    var outcome: Outcome? = .hold
    switch words.first {
    case "allow": outcome = .release
    case "conditions": outcome = .releaseWithConditions
    case "block": outcome = .refuseProhibited
    case "escalate": outcome = .escalate
    case "stale": outcome = nil
    case "unreadable": throw Diagnostic("CRP014", "a list is gone")
    case "slow":
      usleep(UInt32(words.last.flatMap { UInt32($0) } ?? 0) * 1000)
      outcome = .release
    default: break
    }
    return Samples.determination(
      of: order, outcome, day: day, coverage: lists(isComplete: outcome != nil),
      policy: policy, notices: notices, demonstration: demonstration)
  }

  public func standing(on day: CivilDate) throws(Diagnostic) -> DataStanding {
    DataStanding(
      policy: policy, lists: lists(isComplete: isComplete).lists, demonstration: demonstration)
  }

  public func retention(of determination: Determination, _ order: Order) -> RetentionBasis {
    RetentionBasis(isSubjectToOFAC: false, isSubjectToEU: true)
  }

  private var policy: PolicyIdentity {
    PolicyIdentity(
      name: name, revision: "2026.11", digest: "sha256:" + String(repeating: "7c", count: 32),
      dataDigest: "sha256:" + String(repeating: "9a", count: 32))
  }

  private func lists(isComplete: Bool) -> Coverage {
    Coverage(
      lists: [
        Coverage.List(
          id: "us-test-list", name: "A list", retrieved: CivilDate(retrieved), entries: 25_921,
          unreadable: 0, ageDays: 0, canariesFound: 3, canariesExpected: 3, isRequired: true,
          faults: isComplete ? [] : ["it is too old"], digest: "sha256:00")
      ], notSearched: [], suppressed: [])
  }
}
