import Formats
import Glibc
import TestFolders
import Testing

@testable import Policy

@Suite("A set is refused as a whole: half a policy would release what the other half holds")
struct SetFaultTests {
  private let sound = """
    rule r
      title "Rule"  lane rights  basis law.1
      when order is flagged  then hold  because "It applies."

    """

  private func faults(_ files: [(String, String)]) -> [String] {
    do throws(PolicyRefused) {
      _ = try PolicySet.check(
        files: files.map { ($0.0, Array($0.1.utf8)) }, vocabulary: Sample.vocabulary,
        registry: Sample.registry)
      return []
    } catch {
      return error.diagnostics.map(\.line)
    }
  }

  @Test func oneErrorInOneFileRefusesAllFiles() {
    let broken = "policy other\n  revision 1\n" + sound.replacing("flagged", with: "flaged")
    #expect(
      faults([
        ("a.policy", Sample.frame + sound),
        ("b.policy", broken.replacing("rule r", with: "rule s")),
      ])
        == [
          "b.policy:5:17: error POL034: there is no fact `flaged` about the order; "
            + "did you mean `flagged`?"
        ])
  }

  @Test func faultsOfAllFilesAreToldAtOnce() {
    let first = Sample.frame + sound.replacing("hold", with: "block")
    let second = "policy other\n" + sound.replacing("law.1", with: "law.9")
    let found = faults([("a.policy", first), ("b.policy", second)])
    #expect(
      found.map { String($0.prefix { $0 != ";" }) } == [
        "a.policy:10:31: error POL008: expected an outcome, found `block`",
        "b.policy:1:8: error POL074: the policy `other` has no revision",
        "b.policy:3:36: error POL040: there is no legal or policy basis `law.9` in the registry",
        "b.policy:2:6: error POL078: the rule `r` stands twice, first in a.policy:8:6",
      ])
  }

  @Test func everyRuleAndListStandsOnce() {
    let text =
      Sample.frame + sound + sound.replacing("order is flagged", with: "order is flaged")
      + "list official \"Again\"\n  at least 1 entries\n  at most 1 days old\n"
    #expect(
      faults([("a.policy", text)]).filter { $0.contains("POL078") } == [
        "a.policy:11:6: error POL078: the rule `r` stands twice, first in a.policy:8:6; "
          + "give one of them another name",
        "a.policy:14:6: error POL078: the list `official` stands twice, first in a.policy:4:6; "
          + "give one of them another name",
      ])
  }

  @Test func aSetWithoutRulesOrWithoutARequiredListIsNone() {
    #expect(
      faults([("a.policy", Sample.frame)]) == [
        "error POL081: there are no rules, so every order would be released; add rules, or point "
          + "--home at a folder that holds them"
      ])
    let missing = [
      "error POL079: no list is required to be searched for every order; add a coverage statement "
        + "with a list that is required"
    ]
    for part in ["demonstration list", "list"] {
      let text = Sample.frame.replacing("list official", with: "\(part) official")
        .replacing("required", with: part == "list" ? "" : "required")
      #expect(faults([("a.policy", text + sound)]) == missing)
    }
    let conditional = Sample.frame.replacing("required", with: "required when actor in EU")
    #expect(faults([("a.policy", conditional + sound)]) == missing)
    #expect(
      faults([("a.policy", "policy p\n  revision 1\n" + sound)]) == missing)
  }

  @Test func listsHaveAFloorAnAgeAndAKnownActor() {
    let text =
      Sample.frame
        + """
        list none "No floor"
          at most 14 days old
        list old "No age"
          at least 5 entries
        list mars "Actor"
          required when actor in MARS
          at least 5 entries
          at most 14 days old

        """
    #expect(
      faults([("a.policy", text + sound)]) == [
        "a.policy:8:6: error POL075: the list `none` has no floor or no greatest age; add at least "
          + "N entries, at most N days old",
        "a.policy:10:6: error POL075: the list `old` has no floor or no greatest age; add at least "
          + "N entries, at most N days old",
        "a.policy:13:26: error POL076: there is no jurisdiction `MARS`; use one of US, EU, UK",
      ])
  }

  @Test func filesAreUTF8AndBeginWithAPolicy() {
    do throws(PolicyRefused) {
      _ = try PolicySet.check(
        files: [("a.policy", [0x70, 0xFF]), ("b.policy", Array(sound.utf8))],
        vocabulary: Sample.vocabulary, registry: Sample.registry)
      Issue.record("the set was accepted")
    } catch {
      #expect(
        error.diagnostics.map(\.line) == [
          "a.policy:1:2: error POL072: the file is not valid UTF-8; save it as UTF-8",
          "b.policy:1:1: error POL073: the file does not begin with `policy NAME`; add it",
        ])
    }
  }

  @Test func tooManyRulesAreRefused() {
    let rules = (0...PolicyAssembly.ruleLimit).map { number in
      sound.replacing("rule r", with: "rule r\(number)")
    }
    #expect(
      faults([("a.policy", Sample.frame + rules.joined())])
        == ["error POL077: there are more than 2000 rules"])
  }

  @Test func foldersThatHoldNothingAreRefused() throws {
    let folder = try Scratch.path()
    func load() -> [String] {
      do throws(PolicyRefused) {
        _ = try PolicySet.load(
          folder: folder, vocabulary: Sample.vocabulary, registry: Sample.registry)
        return []
      } catch {
        return error.diagnostics.map(\.id)
      }
    }
    #expect(load() == ["POL071"])
    try FileWriter.makeFolder(folder)
    try FileWriter.write(Sample.frame + sound, to: folder + "/a.policy")
    #expect(load() == [])
    try FileWriter.makeFolder(folder + "/rights")
    #expect(load() == ["POL080"])
    try FileWriter.write("policy b\n  revision 1\n", to: folder + "/rights/b.policy")
    #expect(load() == [])
    // A link that leads nowhere cannot be read.
    #expect(unsafe symlink("nowhere", folder + "/rights/c.policy") == 0)
    #expect(load() == ["POL070"])
  }
}
