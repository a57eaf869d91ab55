import Testing

@testable import Names

@Suite("Whom a comparison accepts, the search offers", .enabled(if: Bundled.hasPlaces))
struct OfferedNamesTests {
  private static let fillers = [
    "Oleg Nikolayevich Petrov", "Igor Nikolayevich Sidorov", "Oleg Ivanovich Smirnov",
    "Ahmad Hassan", "Ahmed Mohammadi", "Mohammed Mehmet", "Li Hua", "Kim Yong Ho", "Anna Kowalska",
  ]

  @Test(arguments: [
    ("Llya Brkvna", "Liliya Barkovna"), ("Олег Николаевич КОПАЛ", "Oleg Nikolayevich KOPAL"),
    ("محمد احمدی", "MOHAMMAD AHMADI"), ("전철영", "JON Chol Young"), ("김수일", "KIM Su Il"),
    ("Barkanadir", "BARKANADIR, Mohamed"), ("안정혁", "AN Jong Hyuk"), ("유진", "YU Jin"),
    ("Ганна Паўлаўна ЛЯМАНIК", "Hanna Paulauna LIAMANIK"), ("حسن ظاهرعويس", "HASSAN DAHIR AWEYS"),
    ("Olga Sidorova", "Ольга Сидорова"),
  ])
  func aPersonIsOffered(query: String, entry: String) throws {
    try expectOffered(
      query, entry, among: Array(repeating: Self.fillers, count: 60).flatMap { $0 }, .person)
  }

  @Test(arguments: [
    ("Engineering Pvt. Ltd., Solutions", "Solutions Engineering Pvt. Ltd."),
    ("EXPEERIMENTAL DESIGN BUREAU VELMOR", "EXPERIMENTAL DESIGN BUREAU VELMOR"),
    ("中国人民解放军海军工程大学", "Naval University of Engineering"),
    ("上海交通大学", "Shanghai Jiao Tong University"), ("Сбербанк", "Sberbank"),
    ("弥勒浩翔科技有限公司", "Mile Hao Xiang Technology Co., Ltd"),
    ("شرکت بهارستان کیش", "Baharestan Kish Company"), ("ООО ‘ЕвроМолния’", "Euromolnia LLC"),
    ("Завод № 9", "Zavod no 9"), ("西安电子科技大学", "Xidian University"),
    ("西安工业大学", "Xi'an Technological University"), ("מגדלים", "Migdalim"),
  ])
  func aBodyIsOffered(query: String, entry: String) throws {
    let kinds = [
      "Design Bureau", "Engineering University", "Naval Institute", "Technology Co., Ltd",
    ]
    let places = ["Wuhan", "Xi'an", "Shanghai", "Moscow", "Chongqing"]
    let others = kinds.flatMap { kind in places.map { "\($0) \(kind), China" } }
    try expectOffered(
      query, entry, among: Array(repeating: others, count: 20).flatMap { $0 }, .organisation)
  }

  private func expectOffered(
    _ query: String, _ entry: String, among others: [String], _ kind: Identity.Kind
  ) throws {
    let knowledge = try Bundled.knowledge.get()
    func profile(_ name: String) -> IdentityProfile {
      knowledge.profile(of: Identity(names: [name], kind: kind))
    }
    let comparison = knowledge.compare(profile(query), profile(entry))
    #expect(comparison.verdict != .different, "\(comparison)")
    let index = IdentityIndex(
      (others + [entry]).map { Identity(names: [$0], kind: kind) }, knowledge: knowledge)
    let found = index.candidates(for: profile(query)).map(\.index)
    #expect(found.contains(others.count), "\(found.count) others")
  }
}
