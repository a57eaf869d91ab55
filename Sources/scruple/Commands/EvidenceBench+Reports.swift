import Benchmarks
import Evidence
import Formats

/// How well reports are read, and how fast.
extension EvidenceBench {
  /// The bundled fictional reports against their labels, and where they are the shared ones too.
  static func reports(_ home: HomeFolder, _ shared: String) throws(CommandFailure) {
    let reader = try IngestReport.reader(home)
    let folder = home.data + "/benchmark/reports"
    do throws(Diagnostic) {
      let labels = try LabelledReports(file: folder + "/labels.tsv")
      let fictional = try read(reader, folder, [".txt", ".md", ".html"])
        .filter { $0.name != "README.md" }
      // Those whose name begins so were labelled before the reader had seen them.
      let held = fictional.filter { $0.name.hasPrefix("held") }
      tell(labels.score(held), of: "fictional, held back", held.count)
      let tuned = fictional.filter { !$0.name.hasPrefix("held") }
      tell(labels.score(tuned), of: "fictional, tables corrected by them", tuned.count)
      let ordinary = try sharedReports(reader, labels: folder, shared)
      let seed: UInt64 = 20_261_122
      speed(
        reader, ManyReports(fictional, seed: seed).texts(bytes: 20_000_000),
        of: "short fictional reports in which every paragraph claims something")
      if !ordinary.isEmpty {
        speed(
          reader, ManyReports(ordinary, seed: seed).texts(bytes: 20_000_000),
          of: "the paragraphs of the shared reports, in orders of their own")
      }
      speed(
        reader, OrdinaryReports(fictional, share: 10, seed: seed).texts(bytes: 20_000_000),
        of: "ordinary news with one paragraph in ten of a report that claims something")
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
  }

  private static func sharedReports(
    _ reader: ReportReader, labels folder: String, _ shared: String
  ) throws(Diagnostic) -> [IngestedReport] {
    let facts = shared + "/domain/seed_facts.ndjson"
    guard FileReader.isFolder(shared + "/reports"), FileReader.exists(facts) else {
      Output.tell(["scruple: no shared reports in \(shared); theirs is not measured"])
      return []
    }
    let reports = try read(reader, shared + "/reports", [".txt"])
    tell(
      try LabelledReports(file: folder + "/shared-labels.tsv").score(reports), of: "shared",
      reports.count)
    let score = try SeedFacts(facts: facts, expectations: folder + "/seed-expectations.tsv")
      .score(reports)
    print([
      ("task", .string("evidence.report.facts")), ("facts", .integer(score.facts)),
      ("found", .integer(score.found)), ("places", .integer(score.places)),
      ("foundPlaces", .integer(score.foundPlaces)), ("lost", .strings(score.lost)),
      ("roots", .integer(DerivationGraph(reports).roots.count)),
      (
        "contradictions",
        .integer(ContradictionFinder.contradictions(among: reports).count)
      ),
    ])
    return reports
  }

  private static func read(
    _ reader: ReportReader, _ folder: String, _ endings: [String]
  ) throws(Diagnostic) -> [IngestedReport] {
    var reports: [IngestedReport] = []
    for name in FileReader.names(in: folder) where endings.contains(where: name.hasSuffix) {
      reports.append(try reader.read(try Lines.bytes(folder + "/" + name), name: name))
    }
    return reports
  }

  private static func tell(_ score: ReportScore, of set: String, _ reports: Int) {
    print([
      ("task", .string("evidence.report.proposals")), ("set", .string(set)),
      ("reports", .integer(reports)), ("proposed", .integer(score.proposed)),
      ("right", .integer(score.right)), ("precision", share(score.precision)),
      ("lineRecall", share(score.lineRecall)), ("kindRecall", share(score.kindRecall)),
    ])
  }

  /// Reads texts on one thread: what they claim alone, and everything that they speak of too.
  private static func speed(_ reader: ReportReader, _ texts: [[UInt8]], of kind: String) {
    var proposals = 0
    var unread = 0
    func spent(_ take: (IngestedReport) -> Void) -> Int {
      let begin = Process.monotonicNanoseconds
      for (number, text) in texts.enumerated() {
        do throws(Diagnostic) {
          take(try reader.read(text, name: "\(number).txt"))
        } catch {
          unread += 1
        }
      }
      return max(1, Process.monotonicNanoseconds - begin)
    }
    let claims = spent { proposals += $0.proposals.count }
    let notRead = unread
    var findings = 0
    let everything = spent { report in
      findings += report.findings.count
      for proposal in report.proposals {
        findings += proposal.summary.isEmpty || proposal.reasons.isEmpty ? 1 : 0
      }
    }
    let bytes = texts.reduce(0) { $0 + $1.count }
    print([
      ("task", .string("evidence.report.speed")), ("texts", .string(kind)),
      ("bytes", .integer(bytes)),
      ("reports", .integer(texts.count)), ("notRead", .integer(notRead)),
      ("proposals", .integer(proposals)), ("findings", .integer(findings)),
      ("value", share(Double(bytes) * 1000 / Double(claims))),
      ("withFindingsAndTexts", share(Double(bytes) * 1000 / Double(everything))),
      ("unit", .string("megabytes a second, one thread")),
    ])
  }
}
