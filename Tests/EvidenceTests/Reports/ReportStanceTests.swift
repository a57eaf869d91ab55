import Evidence
import Testing

@Suite("What is called for, refused, ended or not answered is no act")
struct ReportStanceTests {
  private func kinds(_ text: String) throws -> Set<String> {
    Set(try Reading.report(text).proposals.map(\.kind))
  }

  @Test(arguments: [
    "商务部应议员要求将喀什地区公安局列入实体清单。", "应两名议员的要求，美国商务部将喀什地区公安局列入实体清单。",
    "根据国会要求，商务部把喀什地区公安局列入实体清单。",
    "At the request of senators, the Commerce Department added the Kashgar Prefecture Public Security Bureau to the Entity List.",
  ])
  func whatIsDoneOnRequestIsDone(_ text: String) throws {
    let kinds = try kinds(text)
    #expect(kinds.contains("official-listing"), "\(kinds)")
  }

  @Test(arguments: [
    "议员要求将喀什地区公安局列入实体清单。", "两名议员要求商务部把喀什地区公安局列入实体清单。",
    "商务部应将喀什地区公安局列入实体清单。", "商务部应当按要求考虑把喀什地区公安局列入实体清单。",
    "商务部尚未将喀什地区公安局列入实体清单。",
    "Senators requested that the Commerce Department add the Kashgar Prefecture Public Security Bureau to the Entity List.",
  ])
  func whatIsCalledForIsNotDone(_ text: String) throws {
    let kinds = try kinds(text)
    #expect(!kinds.contains("official-listing"), "\(kinds)")
  }

  @Test(arguments: [
    "厂商在2019年停止向新疆公安机关销售测序仪。", "维创生物公司宣布不再向西藏公安机关出售DNA测序仪。",
  ])
  func aSaleThatEndedIsNoSupply(_ text: String) throws {
    let kinds = try kinds(text)
    #expect(!kinds.contains("vendor-supply") && kinds.contains("vendor-stop-sale"), "\(kinds)")
  }

  @Test(arguments: [
    "厂商在2019年向新疆公安机关销售测序仪。", "维创生物公司继续向西藏公安机关出售DNA测序仪。",
    "The Hotan Public Security Bureau bought 12 DNA sequencers in 2020.",
  ])
  func aSaleIsASupply(_ text: String) throws {
    let kinds = try kinds(text)
    #expect(kinds.contains("vendor-supply"), "\(kinds)")
  }

  @Test(arguments: [
    "The Hotan Public Security Bureau bought no DNA sequencers in 2020.",
    "Police in Karamay refused to collect DNA from all residents.",
    "和静县公安局拒绝采集全体居民DNA。", "哈密市公安局并非对全体居民采集DNA，仅对犯罪嫌疑人采集。",
    "Asked whether police in Kashgar collected DNA, the county government did not answer.",
  ])
  func whatIsRefusedOrAskedIsNoFact(_ text: String) throws {
    let wrong = try kinds(text).intersection([
      "vendor-supply", "compulsory-dna-collection", "universal-coverage", "missing-consent",
      "collection-by-local-government",
    ])
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
