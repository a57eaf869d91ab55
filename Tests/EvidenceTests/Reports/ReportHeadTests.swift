import Evidence
import Formats
import Testing

@Suite("Who publishes a report, and when, is read from its first lines")
struct ReportHeadTests {
  private static let body = "\n\nPolice in Golmud took DNA from all residents in March 2021.\n"

  @Test(arguments: [
    ("Blood in Golmud\n\nBy Marit Solheim, Nordlys Wire Service", "Nordlys Wire Service"),
    ("Blood in Golmud\n\nBy Jon Ek, Gazette of Lund", "Gazette of Lund"),
    ("Blood in Golmud\n\nBy the Lhasa Post, 4 May 2020", "Lhasa Post"),
    ("Blood in Golmud\n\nFrom Steppe Rights Monitor, 7 July 2020.", "Steppe Rights Monitor"),
    ("A title without a stop\nOpen Ledger Project, 3 June 2021", "Open Ledger Project"),
    ("格尔木采血\n\n来源：高原调查网　发布时间：2024-06-18 10:22　责任编辑：李某", "高原调查网"),
    ("---\npublisher: Steppe Rights Desk\n---\n\n# Blood in Golmud", "Steppe Rights Desk"),
  ])
  func thePublisherIsNamedThere(_ head: String, _ name: String) throws {
    let report = try Reading.report(head + Self.body, name: "a.md")
    #expect(report.metadata.publisher == name)
  }

  @Test(arguments: [
    "GOLMUD, China, May 7 (Savanna Wire) - Police took DNA from all residents.",
    "BERN, 5 Sept. 2022 (Savanna Wire) — Police in Golmud took DNA from all residents.",
  ])
  func aWireNamesItselfBeforeItsText(_ text: String) throws {
    #expect(try Reading.report(text).metadata.publisher == "Savanna Wire")
  }

  @Test(arguments: [
    "By and large, police in Golmud took DNA from all residents.",
    "By Jon Ek, a teacher in Lund" + body,
    "Police in Golmud (Haixi Prefecture) - a city of salt - took DNA from all residents.",
    "格尔木采血\n\n来源：群众举报　发布时间：2024-06-18",
  ])
  func otherWordsNameNoPublisher(_ text: String) throws {
    #expect(try Reading.report(text).metadata.publisher == nil)
  }

  @Test(arguments: [
    ("格尔木采血\n\n来源：高原调查网　发布时间：2024-06-18 10:22" + body, "2024-06-18"),
    ("BERN, 5 Sept. 2022 (NWS) — Police in Golmud took DNA from all residents.", "2022-09-05"),
  ])
  func theDayStandsThere(_ text: String, _ day: String) throws {
    #expect(try Reading.report(text).metadata.published == day)
  }

  /// The day on which somebody spoke is not that of the report.
  @Test(arguments: ["人权观察2016年11月21日称该措施歧视性", "外交部2019年3月5日表示不予置评"])
  func theDayOfASpeakerIsNotThatOfTheReport(_ line: String) throws {
    #expect(try Reading.report("出入境管理局公告\n\n" + line).metadata.published == nil)
  }

  @Test func aWireAndWhoRepeatsItAreOneRoot() throws {
    let wire = try Reading.report(
      """
      Blood in Golmud

      By Marit Solheim, Nordlys Wire Service

      GOLMUD, 5 Sept. 2022 (NWS) — Police took DNA from all residents aged 12 to 65 of the city.
      """, name: "wire")
    let paper = try Reading.report(
      """
      Residents of Golmud sampled
      Meridian Post, 8 September 2022

      Every resident of Golmud had blood drawn by police, the Nordlys Wire Service reported on Monday.
      """, name: "paper")
    #expect(DerivationGraph([wire, paper]).roots == [.report(0)])
    #expect(DerivationGraph([paper, wire]).roots == [.report(1)])
  }

  @Test(arguments: [
    ("据雪山观察组织9月11日发布的报告，格尔木警方采集全体居民的DNA。", "雪山观察组织"),
    ("據人權團體「高原觀察」週二公布的報告，格爾木警方採集全體居民的DNA。", "高原觀察"),
    ("知情人士透露，格尔木警方采集全体居民的DNA。", "知情人士"),
    (
      "Police in Golmud collected DNA from all residents, sources close to the matter said.",
      "sources close"
    ),
    (
      "The hospital in Golmud sent 12,000 blood samples to the county police, a nurse said.",
      "a nurse"
    ),
  ])
  func whoTellsItIsNamed(_ text: String, _ name: String) throws {
    let report = try Reading.report(text)
    #expect(!report.proposals.isEmpty)
    for proposal in report.proposals where proposal.kind != "source-description" {
      #expect(proposal.attribution == name, "\(proposal.id)")
      #expect(proposal.certainty != "stated")
    }
  }

  /// 人权组织 and a villager are nobody in particular: no root of their own.
  @Test(arguments: ["人权组织称，格尔木警方采集全体居民的DNA。", "一名村民告诉本报，格尔木警方采集全体居民的DNA。"])
  func whoIsNotNamedIsNoRoot(_ text: String) throws {
    let graph = DerivationGraph([try Reading.report(text)])
    #expect(graph.roots == [.report(0)])
  }
}
