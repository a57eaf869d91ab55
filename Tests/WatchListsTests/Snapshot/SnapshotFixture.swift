import Formats
import Names
import SeededNumbers
import Synchronization
import Testing

@testable import WatchLists

/// A store of fictional lists in several versions, with what it said while lists were compiled.
struct SnapshotFixture {
  let store: ListStore
  let told = Told()

  final class Told: Sendable {
    private let list = Mutex<[Diagnostic]>([])

    func add(_ diagnostic: Diagnostic) { list.withLock { $0.append(diagnostic) } }

    /// The ids since the last call.
    func take() -> [String] {
      list.withLock { list in
        defer { list = [] }
        return list.map(\.id)
      }
    }
  }

  /// Two versions of one feed and one of another, of names in several scripts.
  init(seed: UInt64, _ name: String = #function) throws {
    store = try temporaryStore(name)
    var generator = SeededGenerator(seed: seed)
    var records = (0..<60).map { Self.record($0, using: &generator) }
    _ = try store.importList(
      consolidated(records, on: "2026-07-01"), file: "c.json", terms: accepting("a test"))
    records.removeSubrange(10..<14)
    records += (60..<70).map { Self.record($0, using: &generator) }
    _ = try store.importList(
      consolidated(records, on: "2026-08-01"), file: "c.json", terms: accepting("a test"))
    let company = "name,country\n\"Example \"\"Quoted\"\" Trading\\\\Works\",CN\n示例生物技术有限公司,CN\n"
    _ = try store.importList(
      Array(company.utf8), file: "own.csv", retrieved: day("2026-07-15"),
      terms: accepting("a test"))
  }

  private static let first = [
    "Example", "Sample", "Fictional", "Model", "Invented", "Imagined", "Northern", "Eastern",
  ]
  private static let second = [
    "Genomics", "Forensic", "Trading", "Instruments", "Aviation", "Biotechnology", "Optics",
  ]
  private static let third = ["Institute", "Company Limited", "Bureau", "Factory", "University"]
  private static let others = [
    "示例公安局", "Институт примера", "شركة المثال", "예시 연구소", "Ünïversité \\\"d'Exemple\\\"",
  ]

  private static func record(_ number: Int, using generator: inout SeededGenerator) -> String {
    func word(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    let name =
      number % 9 == 4
      ? word(others) + " \(number)" : "\(word(first)) \(word(second)) \(word(third))"
    // Some are not yet listed on some of the days, which have to be left out.
    let day = ["2019-10-09", "2026-07-20", "2026-09-01"].randomElement(using: &generator) ?? ""
    let source =
      number % 4 == 0
      ? "Specially Designated Nationals (SDN) - Treasury Department"
      : "Entity List (EL) - Example Bureau"
    return WatchListsTests.record(
      "id\(number)", name, source: source, more: ",\"start_date\":\"\(day)\"")
  }

  func compilation(tables: String = "sha256:tables") throws -> ListCompilation {
    ListCompilation(knowledge: try BundledTables.knowledge.get(), tables: tables) { [told] in
      told.add($0)
    }
  }

  func compiled(_ date: String, tables: String = "sha256:tables") throws -> [LoadedFeed] {
    store.load(asOf: try day(date), compiledWith: try compilation(tables: tables))
  }

  /// The file of the lists of a day.
  func file(_ date: String, tables: String = "sha256:tables") throws -> String {
    let key = try #require(SnapshotKey(store, asOf: try day(date), tables: tables))
    return store.file(of: key)
  }
}

/// All that a search of a day says, as texts that compare.
struct SearchedDay {
  let snapshot: WatchListSnapshot
  let matcher: ListMatcher

  init(_ feeds: [LoadedFeed], asOf date: String) throws {
    snapshot = WatchListSnapshot(feeds, asOf: try day(date))
    matcher = ListMatcher(snapshot, knowledge: try BundledTables.knowledge.get())
  }

  func answer(to name: String, limit: Int = 50) -> [String] {
    let search = matcher.matches(
      for: Identity(names: [name], kind: .unknown, countries: ["CN"]), limit: limit)
    return search.matches.map {
      "\($0.index) \($0.entry.line) \($0.standing) \($0.certainty) \($0.reasons)"
    } + ["\(search.isTruncated)"]
  }
}
