import Formats
import Taxonomy
import TestFolders
import Testing

@Suite("A unit that moves lies where it lay on the day that is asked about")
struct DatedTreeTests {
  private func node(
    _ code: String, _ parent: String?, _ from: String? = nil, _ until: String? = nil,
    name: String? = nil, polarity: Polarity = .neutral
  ) -> TreeNode {
    TreeNode(
      code: code, parent: parent, kind: "k", english: [name ?? code], polarity: polarity,
      from: from.flatMap { CivilDate($0) }, until: until.flatMap { CivilDate($0) })
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// `county` lies in `a` until 2019, in `b` from 2021, and is named anew there; `town` below it.
  private func tree() throws -> CodeTree {
    try CodeTree(
      name: "t",
      nodes: [
        node("land", nil), node("a", "land"), node("b", "land"), node("town", "county"),
        node("county", "a", "1990-01-01", "2019-12-31", name: "Old"),
        node("county", "b", "2021-01-01", nil, name: "New"),
        node("young", "a", "2024-12-01"), node("gone", "b", nil, "1999-12-31"),
      ])
  }

  @Test(arguments: [
    ("2019-12-31", "a"), ("2021-01-01", "b"), ("2026-01-01", "b"),
    // Between two entries it lies where it lay last, before the first where it lay first.
    ("2020-06-01", "a"), ("1980-01-01", "a"),
  ])
  func theParentIsThatOfTheDay(date: String, parent: String) throws {
    let tree = try tree()
    let date = try day(date)
    let other = parent == "a" ? "b" : "a"
    for code in ["county", "town"] {
      #expect(tree.containment(of: code, in: parent, on: date) == .inside)
      #expect(tree.containment(of: code, in: other, on: date) == .outside)
      #expect(tree.containment(of: code, in: "land", on: date) == .inside)
    }
    #expect(tree.containment(of: parent, in: "town", on: date) == .undetermined)
    #expect(tree.lineage(of: "town", on: date).map(\.code) == ["town", "county", parent, "land"])
  }

  @Test func withoutADateTheNewestStateIsAsked() throws {
    let tree = try tree()
    #expect(tree.containment(of: "town", in: "b") == .inside)
    #expect(tree.containment(of: "town", in: "a") == .outside)
    #expect(tree.nodes.count == 7)
    #expect(tree["county"]?.english == ["New", "Old"])
    #expect(tree["county"]?.parent == "b")
  }

  @Test func territoryDoesNotMoveWhenAUnitIsFoundedOrAbolished() throws {
    let tree = try tree()
    for date in ["1950-01-01", "2010-01-01", "2030-01-01"] {
      #expect(tree.containment(of: "young", in: "a", on: try day(date)) == .inside)
      #expect(tree.containment(of: "gone", in: "b", on: try day(date)) == .inside)
    }
    #expect(!tree.isValid("young", on: try day("2024-11-30")))
    #expect(tree.isValid("young", on: try day("2024-12-01")))
    #expect(tree.isValid("gone", on: try day("1999-12-31")))
    #expect(!tree.isValid("gone", on: try day("2000-01-01")))
    #expect(!tree.isValid("no-such-code", on: try day("2000-01-01")))
  }

  @Test func whatIsWrongWithDatesIsRefused() {
    func id(_ nodes: [TreeNode]) -> String? {
      do throws(Diagnostic) {
        _ = try CodeTree(name: "t", nodes: [node("r", nil), node("s", nil)] + nodes)
        return nil
      } catch {
        return error.id
      }
    }
    #expect(id([node("a", "r", "2020-01-02", "2020-01-01")]) == "TAX004")
    #expect(id([node("a", "r", "2020-01-01", "2020-01-01")]) == nil)
    #expect(id([node("a", "r"), node("a", "s")]) == "TAX001")
    #expect(id([node("a", "r"), node("a", "s", "2020-01-01")]) == "TAX005")
    #expect(
      id([node("a", "r", nil, "2020-01-01"), node("a", "s", "2020-01-01")]) == "TAX005")
    #expect(id([node("a", "r", nil, "2019-12-31"), node("a", "s", "2020-01-01")]) == nil)
    #expect(id([node("a", "s", "2020-01-01"), node("a", "r", nil, "2019-12-31")]) == nil)
    #expect(
      id([node("a", "x", nil, "2019-12-31"), node("a", "s", "2020-01-01")]) == "TAX002")
    #expect(
      id([
        node("a", "r", nil, "2019-12-31", polarity: .adverse), node("a", "s", "2020-01-01"),
      ]) == "TAX006")
    // A cycle that exists in the past only is one.
    #expect(
      id([
        node("a", "b", nil, "2019-12-31"), node("a", "r", "2020-01-01"), node("b", "a"),
      ]) == "TAX003")
  }

  /// The tree of a day says without a date what the whole tree says with it.
  @Test(arguments: [UInt64(53)])
  func theTreeOfADayAgreesWithTheDatedQuestion(seed: UInt64) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for number in 0..<60 {
      var nodes = [node("0", nil), node("1", nil)]
      for code in 2..<14 {
        var start: CivilDate?
        for _ in 0..<(1 + next(3)) {
          let until = CivilDate(dayNumber: (start?.dayNumber ?? 0) + 1 + next(50))
          nodes.append(
            TreeNode(
              code: "\(code)", parent: "\(next(code))", kind: "k", english: [], from: start,
              until: until))
          start = until.adding(days: 1 + next(9))
        }
      }
      let tree = try CodeTree(name: "t", nodes: nodes)
      for day in stride(from: -10, through: 200, by: 7) {
        let date = CivilDate(dayNumber: day)
        let then = tree.asOf(date)
        for _ in 0..<20 {
          let (code, asked) = ("\(next(14))", "\(next(14))")
          let dated = tree.containment(of: code, in: asked, on: date)
          let comment: Comment = "seed \(seed), tree \(number), day \(day): \(code) in \(asked)"
          #expect(then.containment(of: code, in: asked) == dated, comment)
          // Straight from what is listed: the last entry that begins by the day, or the first.
          var current: String? = code
          var lineage: [String] = []
          while let here = current {
            lineage.append(here)
            let entries = nodes.filter { $0.code == here }
            current = (entries.last { $0.from.map { $0 <= date } ?? false } ?? entries[0]).parent
          }
          #expect(tree.lineage(of: code, on: date).map(\.code) == lineage, comment)
          #expect((dated == .inside) == lineage.contains(asked), comment)
        }
      }
    }
  }

  @Test func columnsOfDatesMayBeLeftOutAndAreReadWhereTheyStand() throws {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder + "/places")
    try FileWriter.write(
      "code\tparent\tenglish\tpolarity\nf\t\tF\tneutral\n", to: folder + "/functions.tsv")
    try FileWriter.write(
      "code\tparent\tenglish\tpolarity\taliases\np\t\tP\tneutral\t\n",
      to: folder + "/product-families.tsv")
    try FileWriter.write(
      "code\tparent\tkind\tenglish\tchinese\nA\t\tk\tA\t\nB\t\tk\tB\t\n",
      to: folder + "/places/a.tsv")
    func places(_ rows: String) throws -> CodeTree {
      try FileWriter.write(
        "code\tparent\tkind\tenglish\tchinese\tfrom\tuntil\n\(rows)", to: folder + "/places/b.tsv")
      return try Taxonomy(folder: folder).places
    }
    let tree = try places("C\tA\tk\tC\t\t\t2019-12-31\nC\tB\tk\tC\t\t2020-01-01\nD\tA\tk\tD\t\n")
    #expect(tree.containment(of: "C", in: "A", on: try day("2019-12-31")) == .inside)
    #expect(tree.containment(of: "C", in: "B", on: try day("2020-01-01")) == .inside)
    #expect(throws: Diagnostic.self) { try places("C\tA\tk\tC\t\t2020-02-30\t\n") }
    do {
      _ = try places("C\tA\tk\tC\t\t\t2020\n")
      Issue.record("a year was read as a day")
    } catch let error as Diagnostic {
      #expect(error.id == "TAX012" && error.position?.line == 2)
    }
  }
}
