import Benchmarks
import Dossier
import Evidence
import Formats

/// `scruple bench evidence`: how well notices are read and joined to orders, how well reports are
/// read, and how fast.
enum EvidenceBench {
  private typealias Loaded = (tenders: TenderKnowledge, catalogue: ProductCatalogue)

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let home = try HomeFolder(option: arguments.option("home"))
    let lines = try lines(arguments)
    let bundled = try Session.knowledge(home)
    let folder = home.data + "/benchmark/tenders"
    // Before the index, whose million lines leave a heap in pieces that no reading of reports has.
    try reports(home, Process.variable("SCRUPLE_SHARED") ?? home.path + "/../shared")
    do throws(Diagnostic) {
      let knowledge = (tenders: try bundled.tenders(), catalogue: bundled.catalogue)
      try notices(folder, knowledge)
      try functions(folder, knowledge)
      try orders(folder, knowledge)
      let many = ManyTenders(knowledge.tenders, knowledge.catalogue, seed: 20_261_122)
      index(many, lines: lines, knowledge)
      try releases(many, knowledge)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    return .allow
  }

  private static func lines(_ arguments: Arguments) throws(CommandFailure) -> Int {
    guard let text = arguments.option("lines") else { return 1_000_000 }
    guard let lines = Int(text), (1000...10_000_000).contains(lines) else {
      throw CommandFailure(
        .usage, "scruple: `\(text)` for --lines is no number from 1000 to 10000000")
    }
    return lines
  }

  private static func notices(_ folder: String, _ knowledge: Loaded) throws(Diagnostic) {
    let labelled = try LabelledNotices(file: folder + "/notices.ndjson")
    let score = labelled.score(knowledge.tenders)
    for (field, counts) in score.fields.sorted(by: { $0.key < $1.key }) {
      print([
        ("task", .string("evidence.tender.fields")), ("field", .string(field)),
        ("right", .integer(counts.right)), ("labelled", .integer(counts.all)),
      ])
    }
    print([
      ("task", .string("evidence.tender.notices")), ("documents", .integer(score.documents)),
      ("notices", .integer(score.notices)), ("wrongFields", .integer(score.misses.count)),
    ])
  }

  private static func functions(_ folder: String, _ knowledge: Loaded) throws(Diagnostic) {
    let labelled = try LabelledFunctions(file: folder + "/functions.tsv")
    let misses = labelled.misses(knowledge.tenders)
    print([
      ("task", .string("evidence.tender.functions")), ("names", .integer(labelled.names.count)),
      ("right", .integer(labelled.names.count - misses.count)),
    ])
  }

  private static func orders(_ folder: String, _ knowledge: Loaded) throws(Diagnostic) {
    let labelled = try LabelledOrders(
      folder: folder, knowledge: knowledge.tenders, catalogue: knowledge.catalogue)
    let index = TenderIndex(
      labelled.notices, knowledge: knowledge.tenders, catalogue: knowledge.catalogue)
    let score = labelled.score(index)
    print([
      ("task", .string("evidence.tender.orders")), ("orders", .integer(score.orders)),
      ("pairs", .integer(score.pairs)), ("recallAtFive", share(score.recall)),
      ("precision", share(score.precision)), ("reported", .integer(score.reported)),
      (
        "mistaken",
        .object(score.mistaken.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
    ])
  }

  private static func index(_ many: ManyTenders, lines: Int, _ knowledge: Loaded) {
    let notices = many.notices(lines: lines)
    let begin = Process.monotonicNanoseconds
    let index = TenderIndex(
      notices, knowledge: knowledge.tenders, catalogue: knowledge.catalogue)
    let built = Process.monotonicNanoseconds - begin
    var times: [Int] = []
    var found = 0
    let queries = many.queries(2000, of: notices, knowledge.tenders.names)
    for query in queries {
      let start = Process.monotonicNanoseconds
      let search = index.search(query)
      times.append(Process.monotonicNanoseconds - start)
      found += search.matches.count
    }
    times.sort()
    guard !times.isEmpty else { return }
    print([
      ("task", .string("evidence.tender.index")), ("lines", .integer(index.lineCount)),
      ("notices", .integer(index.notices.count)), ("queries", .integer(times.count)),
      ("p50", .integer(times[times.count / 2] / 1000)),
      ("p99", .integer(times[times.count * 99 / 100] / 1000)),
      ("longest", .integer(times[times.count - 1] / 1000)),
      ("unit", .string("microseconds, one thread, names compared, every field explained")),
      ("matches", .integer(found)), ("buildMilliseconds", .integer(built / 1_000_000)),
      ("residentBytes", .integer(Process.residentBytes)),
    ])
  }

  private static func releases(_ many: ManyTenders, _ knowledge: Loaded) throws(Diagnostic) {
    let path = (Process.variable("TMPDIR") ?? "/tmp") + "/scruple-releases-\(Process.now.seconds)"
    let notices = Array(many.notices(lines: 250_000).prefix(100_000))
    do throws(FileReader.Failure) {
      let text = ManyReleases.lines(notices)
      try FileWriter.write(text, to: path)
      defer { FileWriter.remove(path) }
      let begin = Process.monotonicNanoseconds
      let reading = try TenderReader(knowledge.tenders).read(path: path)
      let spent = Process.monotonicNanoseconds - begin
      print([
        ("task", .string("evidence.tender.releases")),
        ("releases", .integer(reading.notices.count)), ("bytes", .integer(text.count)),
        ("value", .integer(spent / 1_000_000)),
        ("unit", .string("milliseconds, all cores, places and bodies understood")),
        ("notRead", .integer(reading.faults.count)),
      ])
    } catch {
      throw Diagnostic("BEN011", error.message, remedy: "free space for temporary files")
    }
  }

  static func print(_ members: [(String, JSON)]) {
    Output.write(JSON.object(members).text() + "\n")
  }

  /// Three places after the point.
  static func share(_ value: Double) -> JSON {
    JSON(.number(Decimal(millionths: Int64(value * 1000 + 0.5) * 1000).description))
  }
}
