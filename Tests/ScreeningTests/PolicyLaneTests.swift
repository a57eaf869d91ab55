import Formats
import Policy
import Testing

/// Legal duty and company policy are never mixed: neither in a file, nor in a rule.
@Suite struct PolicyLaneTests {
  private func rules(in file: String) throws -> [Rule] {
    try #require(Bundle.policies).rules.filter { $0.file.hasSuffix(file) }
  }

  /// The files of law, one for each regime and subject.
  private static let legal = FileReader.names(in: Bundle.root + "/Policies/legal")
    .filter { $0.hasSuffix(".policy") }.map { String($0.dropLast(".policy".count)) }

  @Test func everyRegimeHasItsFile() {
    let regimes = [
      "us-export-administration", "us-sanctions", "eu-dual-use", "eu-sanctions", "uk-sanctions",
      "uk-export-control", "cn-counter-measures",
    ]
    #expect(Set(regimes).isSubset(of: Self.legal))
  }

  @Test(arguments: legal) func aFileOfLawHoldsLawAlone(name: String) throws {
    let rules = try rules(in: "legal/\(name).policy")
    #expect(!rules.isEmpty)
    for rule in rules {
      #expect(rule.lane == .legal, "\(rule.name)")
      #expect(rule.kind != .policy, "\(rule.name)")
      #expect(!rule.bases.contains { $0.hasPrefix("company.") }, "\(rule.name)")
      #expect(rule.effect != .refusePolicy, "\(rule.name)")
    }
  }

  @Test func nothingElseRequiresALicenceOrProhibits() throws {
    let law = try Set(Self.legal.flatMap { try rules(in: "legal/\($0).policy").map(\.name) })
    for rule in try #require(Bundle.policies).rules where !law.contains(rule.name) {
      #expect(rule.effect != .licenceRequired && rule.effect != .refuseProhibited, "\(rule.name)")
      #expect(rule.lane != .legal, "\(rule.name)")
    }
  }

  /// Each regime cites its own jurisdiction.
  @Test(arguments: legal) func aRegimeCitesItself(name: String) throws {
    let prefix = String(name.prefix { $0 != "-" }) + "."
    guard ["us.", "eu.", "uk.", "cn."].contains(prefix) else { return }
    for rule in try rules(in: "legal/\(name).policy") {
      #expect(rule.bases.allSatisfy { $0.hasPrefix(prefix) }, "\(rule.name): \(rule.bases)")
    }
  }
}
