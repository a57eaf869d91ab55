import Evidence
import Testing

@Suite("What a report denies, supposes or asks for is not what it claims")
struct ReportDenialTests {
  private func kinds(_ text: String) throws -> Set<String> {
    Set(try Reading.report(text).proposals.map(\.kind))
  }

  private static let accusations: Set<String> = [
    "compulsory-dna-collection", "universal-coverage", "child-sampling", "biometric-collection",
    "vendor-supply", "official-listing", "quantity",
  ]

  @Test(arguments: [
    "It is false that police in Turpan took blood from all residents.",
    "It is not true that police in Turpan, Xinjiang, collected DNA from all residents.",
    "The government denied that police in Turpan took blood from all residents.",
    "There is no truth to the rumour that police in Turpan collected DNA from all residents.",
    "At no time did police in Turpan or in any other city of Xinjiang collect DNA from all residents.",
    "Never have police in Turpan collected DNA from all residents.",
    "Police in Turpan did not, in any county, collect DNA from all residents.",
    "Claims that police in Turpan collect DNA from all residents are false.",
    "Reports that police in Turpan took blood from all residents are entirely baseless.",
    "外交部表示，西藏公安从未向全体居民采集DNA。",
    "西藏公安从来没有向全体居民采集DNA。",
    "外交部否认西藏公安向全体居民采集DNA。",
    "西藏公安向全体居民采集DNA的说法不属实。",
    "所谓西藏公安强制采集全体居民DNA纯属谣言。",
    "Suppose that Hotan police took blood from 12 million residents.",
    "If police in Hotan took blood from 12 million residents, nobody would believe it.",
    "It is false that police in Hotan took blood from 12 million residents.",
    "假如西藏公安向所有居民采集DNA，那就违法。",
  ])
  func whatIsDeniedOrSupposedAccusesNobody(_ text: String) throws {
    let found = try kinds(text)
    #expect(found.isDisjoint(with: Self.accusations), "\(text): \(found)")
  }

  @Test(arguments: [
    "The ministry denied wrongdoing, but police in Turpan took blood from all residents.",
    "Although the ministry denied it, police in Turpan took blood from all residents.",
    "Police in Turpan never asked anyone for consent before they collected DNA from all residents.",
    "Police in Turpan took blood from all residents, which the ministry denied.",
    "外交部否认此事，但西藏公安向全体居民采集DNA。",
    "西藏公安从未向居民解释用途就向全体居民采集DNA。",
  ])
  func whatAContrastPartsFromADenialIsClaimed(_ text: String) throws {
    #expect(try kinds(text).contains("compulsory-dna-collection"), "\(text)")
  }

  @Test func whoDeniesIsKeptAsADenial() throws {
    let report = try Reading.report(
      """
      Statement of Veltron Biosystems

      Veltron Biosystems has never sold DNA sequencers to police in Xinjiang. Claims that our kits were used to collect samples from residents of Tibet are false.

      外交部表示，西藏公安从未向全体居民采集DNA。
      """)
    let denials = report.proposals.filter { $0.kind == "denial" }
    // Two of them say the same of the same place.
    #expect(Set(denials.flatMap(\.locators)) == ["L3", "L5"], "\(denials.map(\.summary))")
    #expect(denials.count == 2)
    #expect(denials.first?.subject == .entity(name: "Veltron Biosystems", chinese: nil))
    #expect(Set(report.proposals.map(\.kind)).isDisjoint(with: Self.accusations))
  }

  @Test(arguments: [
    "Congress should add the Hotan Public Security Bureau to the Entity List.",
    "Activists asked the Commerce Department to add Veltron Biosystems to the Entity List.",
    "Lawmakers urged that Veltron Biosystems be placed on the Entity List.",
    "The Commerce Department may add Veltron Biosystems to the Entity List.",
    "The Commerce Department is considering whether Veltron Biosystems is added to the Entity List.",
    "The Commerce Department has not added Veltron Biosystems to the Entity List.",
    "Veltron Biosystems was removed from the Entity List by the Commerce Department.",
    "有人要求把维尔特公司列入实体清单。", "议员建议将维尔特公司列入实体清单。", "商务部拟将维尔特公司列入实体清单。",
  ])
  func whatIsAskedForIsNoListing(_ text: String) throws {
    #expect(try !kinds(text).contains("official-listing"), "\(text)")
  }

  @Test(arguments: [
    "The Commerce Department added Veltron Biosystems to the Entity List.",
    "The Commerce Department added Veltron Biosystems to the Entity List after lawmakers asked for it.",
    "美国商务部将维尔特公司列入实体清单。",
  ])
  func aListingIsOne(_ text: String) throws {
    #expect(try kinds(text).contains("official-listing"), "\(text)")
  }

  @Test func whoeverIsTakenOffAListIsDelisted() throws {
    let text = "The Commerce Department removed Veltron Biosystems from the Entity List."
    #expect(try kinds(text).contains("delisting"))
  }
}
