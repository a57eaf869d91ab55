import Dossier
import Evidence
import Formats
import Law
import Policy
import Screening
import Trade
import WatchLists

/// What a run of the program has loaded: knowledge, policies, corpus, and a screener for each date.
final class Session {
  let home: HomeFolder
  let knowledge: Knowledge
  let policies: PolicySet
  let corpus: Corpus
  /// Given by `--as-of`; else each order's own, else today.
  let asOf: CivilDate?
  let today: CivilDate
  private let bundledDigest: String
  private var screeners: [CivilDate: Screener] = [:]

  /// Options that every command takes that needs a session.
  static let options: Set<String> = ["home", "corpus", "as-of", "output"]

  init(_ arguments: Arguments, corpus given: String? = nil) throws(CommandFailure) {
    home = try HomeFolder(option: arguments.option("home"))
    today = Session.today
    asOf = try Session.date(arguments.option("as-of"), "--as-of")
    let folder = given ?? Session.corpusFolder(arguments, home)
    let (home, knowledge) = (home, try Session.knowledge(home, corpus: folder))
    self.knowledge = knowledge
    let (checked, read) = Threads.both(
      { () -> Result<PolicySet, CommandFailure> in
        Result { () throws(CommandFailure) in try Session.policies(home, knowledge) }
      },
      { () -> Result<Corpus, CommandFailure> in
        Result { () throws(CommandFailure) in
          try Session.corpus(folder) { (folder, tell) throws(Diagnostic) in
            try Corpus(folder: folder, knowledge: knowledge, tell: tell)
          }
        }
      })
    policies = try checked.get()
    corpus = try read.get()
    bundledDigest = knowledge.digest
  }

  /// The bytes of a file that the user named, or of standard input for `-`.
  ///
  /// A file that is not there, or is longer than an input may be, is the user's to correct.
  static func input(_ path: String, limit: Int = 1 << 30) throws(CommandFailure) -> [UInt8] {
    do throws(FileReader.Failure) {
      return try FileReader.bytes(of: path, limit: limit)
    } catch {
      throw CommandFailure(
        error.isMissing || error.isTooLong ? .invalidInput : .inputOutput,
        "scruple: " + error.message)
    }
  }

  /// What is read of a folder; its faults are the user's or the system's to correct.
  static func corpus<Material>(
    _ folder: String?,
    _ read: (String?, @escaping @Sendable (Diagnostic) -> Void) throws(Diagnostic) -> Material
  ) throws(CommandFailure) -> Material {
    do throws(Diagnostic) {
      return try read(folder) { Output.tell($0.line) }
    } catch {
      // FMT022 and CRP014: the system cannot read it; anything else its author can correct.
      let isUnreadable = ["FMT022", "CRP014"].contains(error.id)
      throw CommandFailure(isUnreadable ? .inputOutput : .invalidInput, [error.line])
    }
  }

  /// Throws where no rule has this name.
  func checkRule(_ name: String) throws(CommandFailure) {
    try Session.checkRule(name, of: policies)
  }

  static func checkRule(_ name: String, of policies: PolicySet) throws(CommandFailure) {
    let names = policies.rules.map(\.name)
    guard !names.contains(name) else { return }
    let nearest = nearestWord(to: String(name.prefix(64)), among: names)
    throw CommandFailure(
      .usage,
      "scruple: there is no rule `\(name)`"
        + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
  }

  static var today: CivilDate { CivilDate(dayNumber: Process.now.seconds / 86_400) }

  /// The user's cache, unless it lies within what is read.
  static func cache(_ home: HomeFolder, corpus: String? = nil) -> CacheFolder? {
    CacheFolder(outside: [home.path] + (corpus.map { [$0] } ?? []))
  }

  static func knowledge(
    _ home: HomeFolder, corpus: String? = nil
  ) throws(CommandFailure) -> Knowledge {
    do throws(Diagnostic) {
      return try Knowledge(folder: home.data, cache: cache(home, corpus: corpus))
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// The bases and sources that rules may cite.
  static func registry(_ knowledge: Knowledge) -> CitationRegistry {
    CitationRegistry(
      bases: Dictionary(
        knowledge.law.bases.map { ($0.id, $0.citation) }, uniquingKeysWith: { a, _ in a }),
      sources: knowledge.evidence.sources.mapValues(\.citation))
  }

  static func checkedPolicies(
    _ home: HomeFolder, _ knowledge: Knowledge
  ) throws(PolicyRefused) -> PolicySet {
    try PolicySet.load(
      folder: home.policies, vocabulary: knowledge.vocabulary, registry: registry(knowledge))
  }

  static func policies(_ home: HomeFolder, _ knowledge: Knowledge) throws(CommandFailure)
    -> PolicySet
  {
    do throws(PolicyRefused) {
      return try checkedPolicies(home, knowledge)
    } catch {
      let last = "scruple: the policies are refused as a whole"
      throw CommandFailure(
        .invalidPolicy, PolicyFiles(home).listing(error.diagnostics).text + [last],
        reasons: error.diagnostics.map(\.line) + [last])
    }
  }

  /// `--corpus`, `$SCRUPLE_CORPUS`, or the platform's data folder where there is one.
  static func corpusFolder(_ arguments: Arguments, _ home: HomeFolder) -> String? {
    if let named = arguments.option("corpus") ?? Process.variable("SCRUPLE_CORPUS") {
      let isBundled = named == "demonstration" && !FileReader.isFolder(named)
      return isBundled ? home.demonstration : named
    }
    return standardCorpus.flatMap { FileReader.isFolder($0) ? $0 : nil }
  }

  /// Where a user's corpus lives if nothing else is said (XDG Base Directory Specification).
  static var standardCorpus: String? {
    if let data = Process.variable("XDG_DATA_HOME") { return data + "/scruple" }
    return Process.variable("HOME").map { $0 + "/.local/share/scruple" }
  }

  static func date(_ text: String?, _ name: String) throws(CommandFailure) -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(text) else {
      throw CommandFailure(
        .usage, "scruple: `\(text)` for \(name) is not a day of the calendar; write 2026-11-22")
    }
    return date
  }

  func date(of order: Order) -> CivilDate { asOf ?? order.asOf?.date ?? today }

  func screener(for date: CivilDate) throws(CommandFailure) -> Screener {
    if let screener = screeners[date] { return screener }
    do throws(Diagnostic) {
      let screener = try Screener(
        knowledge: knowledge, policies: policies, corpus: corpus, asOf: date,
        bundledDigest: bundledDigest)
      // Batches that jump between many dates do not pile up list snapshots.
      if screeners.count >= 4 { screeners.removeAll() }
      screeners[date] = screener
      return screener
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// The lists as they were known on a day.
  func snapshot(asOf date: CivilDate) throws(CommandFailure) -> WatchListSnapshot {
    do throws(Diagnostic) {
      return WatchListSnapshot(
        try corpus.lists(asOf: date, knowledge: knowledge), asOf: date)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// Warnings about an order without those about fields that the policies declare.
  func told(_ warnings: [Diagnostic], of order: Order) -> [Diagnostic] {
    DeclaredTerms(policies.vocabulary).warnings(warnings, of: order)
  }

  func declaration(
    of order: Order, notices: [Diagnostic]
  ) throws(CommandFailure) -> ExportDeclaration {
    try screener(for: date(of: order)).declaration(of: order, notices: notices)
  }

  func screen(_ order: Order, notices: [Diagnostic]) throws(CommandFailure) -> Determination {
    // A determination rests on what the order says, not on the file or line where it stood.
    let notices = notices.map {
      Diagnostic($0.id, $0.message, severity: $0.severity, remedy: $0.remedy, path: $0.path)
    }
    return try screener(for: date(of: order)).screen(order, notices: notices)
  }

  /// Which results of parties differ between two states of the lists.
  func rescreening(
    from earlier: WatchListSnapshot, to later: WatchListSnapshot,
    method: PartyRescreening.Method = .delta
  ) throws(CommandFailure) -> PartyRescreening {
    do throws(Diagnostic) {
      return try PartyRescreening(
        from: earlier, to: later, knowledge: knowledge.lists, corpus: corpus.parties,
        method: method)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }
}
