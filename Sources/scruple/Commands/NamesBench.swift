import Benchmarks
import Dossier
import Formats
import Names
import Taxonomy

/// `scruple bench names`: how well and how fast names are understood, on labelled pairs and a list.
enum NamesBench {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let home = try HomeFolder(option: arguments.option("home"))
    let shared = Process.variable("SCRUPLE_SHARED") ?? home.path + "/../shared"
    func path(_ option: String, _ name: String) -> String {
      arguments.option(option) ?? shared + "/matching/" + name
    }
    do throws(Diagnostic) {
      let knowledge = try NameKnowledge(
        taxonomy: try Taxonomy(folder: home.data), folder: home.data)
      pairs(try LabelledPair.read(path("pairs", "pairs.ndjson")), knowledge)
      try list(
        path("list", "list_a.ftm.ndjson"), queries: path("queries", "queries.ndjson"), knowledge)
      return .allow
    } catch {
      throw CommandFailure(
        .invalidInput,
        [error.line, "scruple: give --pairs, --queries and --list, or $SCRUPLE_SHARED"])
    }
  }

  private static func pairs(_ pairs: [LabelledPair], _ knowledge: NameKnowledge) {
    let begin = Process.monotonicNanoseconds
    let scores = NamePairsBenchmark(knowledge).scores(pairs)
    let spent = Process.monotonicNanoseconds - begin
    for score in scores {
      print([
        ("task", .string("names.pairs")), ("group", .string(score.group)),
        ("pairs", .integer(score.pairs)), ("recall", share(score.recall)),
        ("falseHitRate", share(score.falseHitRate)), ("precision", share(score.precision)),
        ("f1", share(score.f1)), ("threshold", .integer(NamePairsBenchmark.threshold)),
      ])
    }
    print([
      ("task", .string("names.pairs.speed")), ("pairs", .integer(pairs.count)),
      ("value", .integer(pairs.count * 1_000_000_000 / max(1, spent))),
      ("unit", .string("pairs a second, both names taken apart, with reasons")),
    ])
  }

  private static func list(
    _ path: String, queries queryPath: String, _ knowledge: NameKnowledge
  ) throws(Diagnostic) {
    var bySet: [String: [NameQuery]] = [:]
    var order: [String] = []
    for line in try Lines.read(queryPath) {
      guard let query = NameQuery(line.json) else { continue }
      if bySet[query.set] == nil { order.append(query.set) }
      bySet[query.set, default: []].append(query)
    }
    for latinOnly in [false, true] {
      let entities = try self.entities(path, latinOnly: latinOnly)
      try search(
        entities, for: order.filter { $0.hasPrefix("xscript") == latinOnly }, bySet, knowledge)
      if !latinOnly { try growth(entities, order.flatMap { bySet[$0] ?? [] }, knowledge) }
    }
  }

  /// What is read is given up again: memory is measured beside what a search needs.
  private static func entities(
    _ path: String, latinOnly: Bool
  ) throws(Diagnostic) -> [ListedEntity] {
    try Lines.read(path).compactMap { ListedEntity($0.json, latinOnly: latinOnly) }
  }

  private static func search(
    _ entities: [ListedEntity], for sets: [String], _ queries: [String: [NameQuery]],
    _ knowledge: NameKnowledge
  ) throws(Diagnostic) {
    let benchmark = try self.benchmark(entities, knowledge)
    for set in sets { print(benchmark.score(set, queries[set] ?? [])) }
  }

  /// Lists of three lengths, each searched with the same queries.
  private static func growth(
    _ entities: [ListedEntity], _ queries: [NameQuery], _ knowledge: NameKnowledge
  ) throws(Diagnostic) {
    for size in [25_000, 100_000, 400_000] {
      var mixed = MixedNames(entities, seed: 20_261_122)
      let benchmark = try self.benchmark(mixed.list(names: size), knowledge)
      let asked = stride(from: 0, to: queries.count, by: 2).map { queries[$0] }
      _ = benchmark.times(Array(asked.prefix(200)))
      let times = benchmark.times(asked)
      print([
        ("task", .string("names.list")), ("names", .integer(benchmark.names)),
        ("p50", .integer(times[times.count / 2] / 1000)),
        ("p99", .integer(times[times.count * 99 / 100] / 1000)),
        ("unit", .string("microseconds, one thread, the name taken apart")),
        ("compileMilliseconds", .integer(benchmark.compiled.nanoseconds / 1_000_000)),
        ("loadMicroseconds", .integer(benchmark.loadTime / 1000)),
        ("indexBytes", .integer(benchmark.compiled.bytes)),
        ("residentBytes", .integer(Process.residentBytes)),
      ])
    }
  }

  private static func benchmark(
    _ entities: [ListedEntity], _ knowledge: NameKnowledge
  ) throws(Diagnostic) -> NameSearchBenchmark {
    do throws(FileReader.Failure) {
      return try NameSearchBenchmark(entities, knowledge: knowledge)
    } catch {
      throw Diagnostic("BEN002", error.message, remedy: "free space for temporary files")
    }
  }

  private static func print(_ score: NameSearchBenchmark.SetScore) {
    func rate(_ part: Int, _ whole: Int) -> JSON {
      share(whole == 0 ? nil : Double(part) / Double(whole))
    }
    print([
      ("task", .string("names.search")), ("group", .string(score.set)),
      ("queries", .integer(score.queries)),
      ("recallInFirstTen", rate(score.found, score.meant)),
      ("alertRate", rate(score.alerts, score.queries - score.meant)),
      ("indexRecall", rate(score.offered, score.acceptable)),
      ("threshold", .integer(NamePairsBenchmark.threshold)),
    ])
  }

  private static func print(_ members: [(String, JSON)]) {
    Output.write(JSON.object(members).text() + "\n")
  }

  /// Three places after the point.
  private static func share(_ value: Double?) -> JSON {
    guard let value else { return .null }
    return JSON(.number(Decimal(millionths: Int64(value * 1000 + 0.5) * 1000).description))
  }
}
