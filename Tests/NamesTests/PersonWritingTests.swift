import Names
import Testing

@Suite(
  "Persons' names in initials, romanisations and nothing but common words",
  .enabled(if: Bundled.hasPlaces))
struct PersonWritingTests {
  private func compare(
    _ left: String, _ right: String, births: [[String]] = [[], []], countries: [String] = []
  ) throws -> IdentityComparison {
    let knowledge = try Bundled.knowledge.get()
    let profiles = zip([left, right], births).map { name, births in
      knowledge.profile(
        of: Identity(names: [name], kind: .person, countries: countries, births: births))
    }
    return knowledge.compare(profiles[0], profiles[1])
  }

  @Test(arguments: [
    ("Belozerov O.V.", "Oleg Valentinovich Belozerov"),
    ("Belozerov O.", "Oleg Valentinovich Belozerov"),
    ("Белозёров О. В.", "Oleg Valentinovich Belozerov"),
    ("Герасимов В.В.", "GERASIMOV, Valery Vasilevich"),
    ("Герасимов В.В.", "GERASIMOV, Valery"), ("Kuznetsov S.I.", "Sergei Ivanovich Kuznetsov"),
    ("S. I. Kuznetsov", "Kuznetsov Sergey"),
  ])
  func aFamilyNameAndFittingInitialsMayBeThePerson(left: String, right: String) throws {
    for comparison in [try compare(left, right), try compare(right, left)] {
      #expect(comparison.verdict == .possible, "\(comparison)")
    }
  }

  @Test(arguments: [
    ("Герасимов В.В.", "GERASIMOV, Valery"), ("S. I. Kuznetsov", "Kuznetsov Sergey"),
    ("Belozerov O.V.", "Oleg Valentinovich Belozerov"),
    ("Герасимов В.В.", "GERASIMOV, Valery Vasilevich"),
  ])
  func aFamilyNameAndInitialsAreFoundAmongNames(query: String, listed: String) throws {
    let index = IdentityIndex(
      ["Nobody Elsewhere", listed].map { Identity(names: [$0], kind: .person) },
      knowledge: try Bundled.knowledge.get())
    let found = index.matches(for: try Bundled.profile(query, kind: .person))
    #expect(found.map(\.index) == [1], "\(found)")
  }

  @Test(arguments: [
    ("Belozerov A.V.", "Oleg Valentinovich Belozerov", "another initial"),
    ("A. Kabir", "Gagan Kabir Ahuja", "a name in the midst of another"),
    ("Oleg B.", "Oleg Valentinovich Belozerov", "a given name and an initial"),
  ])
  func initialsThatDoNotFitAreSomebodyElse(left: String, right: String, reason: String) throws {
    let comparison = try compare(left, right)
    #expect(comparison.verdict == .different, "\(reason): \(comparison)")
  }

  @Test(arguments: [
    ("Ch'en Ch'üan-kuo", "Chen Quanguo"), ("Ch’en Ch’üan-kuo", "CHEN, Quanguo"),
    ("Chu Hai-lun", "Zhu Hailun"), ("Wang Chün-cheng", "Wang Junzheng"),
  ])
  func wadeAndGilesIsReadInLetters(left: String, right: String) throws {
    for comparison in [try compare(left, right), try compare(right, left)] {
      #expect(comparison.verdict >= .possible, "\(comparison)")
    }
  }

  @Test(arguments: [("Ch'en Ch'üan-kuo", "Zhen Quanguo"), ("Chu Hai-lun", "Zhu Hailin")])
  func otherSyllablesStayOthers(left: String, right: String) throws {
    let comparison = try compare(left, right)
    #expect(comparison.verdict != .same, "\(comparison)")
  }

  @Test func aTitleBehindAChineseNameIsNoPartOfIt() throws {
    let comparison = try compare("王明山 厅长", "Wang Mingshan")
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  @Test(arguments: [
    ("王伟", "Wang Wei"), ("Wang Wei", "WANG, Wei"), ("Mohamed Ahmed", "Mohamed Ahmed"),
  ])
  func aNameThatVeryManyBearIsNeverCertainByItself(left: String, right: String) throws {
    let alone = try compare(left, right, countries: ["CN"])
    #expect(alone.verdict == .possible, "\(alone)")
    let born = try compare(left, right, births: [["1970-02-03"], ["1970-02-03"]])
    #expect(born.verdict == .same, "\(born)")
  }

  @Test func aRarerNameStaysCertain() throws {
    let comparison = try compare("陈全国", "Chen Quanguo")
    #expect(comparison.verdict == .same, "\(comparison)")
  }
}
