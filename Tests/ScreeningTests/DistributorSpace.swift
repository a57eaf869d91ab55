import Dossier
import Facts
import Formats
import Policy
import TestFolders
import Testing
import Trade

@testable import Screening

/// Orders of a fictional distributor, and corpora with what is known of it.
enum DistributorSpace {
  static let heron = OrderBook.party(
    "d", [.purchaser, .reseller], ["Heron Trading GmbH"], "DE", "Kai 1, Ternhafen")
  static let hospital = OrderBook.party(
    "u", [.ultimateConsignee, .endUser], ["Universitätsklinikum Ternhafen"], "DE",
    "Klinikweg 1, Ternhafen")
  static let kits = OrderBook.line("10", "forensic-str-kit", "STR amplification kit", quantity: 20)

  static func order(
    _ reference: String = "now", on day: String? = nil, _ parties: [Party] = [heron, hospital],
    _ lines: [OrderLine] = [kits], known: EndUserKnown = .declared
  ) throws -> Order {
    var order = OrderBook.order(
      reference, parties, lines, to: "DE", use: "Kinship testing of patients of the hospital",
      known: known)
    order.asOf = try day.map { try Timestamp($0) }
    return order
  }

  /// A corpus with these files, below a marker by which it is a demonstration with a fresh list.
  static func corpus(
    _ files: [String: String] = [:], history: [Order]? = nil
  ) throws -> Corpus {
    let folder = try Scratch.path("distributors")
    try FileWriter.makeFolder(folder)
    try FileWriter.write(
      #"{"demonstration":"TEST","listsRetrieved":"2026-11-21"}"#, to: folder + "/corpus.json")
    try FileWriter.write(
      #"{"usPerson":true,"euPerson":false,"ukPerson":false}"#, to: folder + "/company.json")
    for (name, text) in files {
      if let slash = name.lastIndex(of: "/") {
        try FileWriter.makeFolder(folder + "/" + name[..<slash])
      }
      try FileWriter.write(text, to: folder + "/" + name)
    }
    if let history {
      try FileWriter.makeFolder(folder + "/orders")
      try FileWriter.write(
        history.map { $0.json.text() + "\n" }.joined(), to: folder + "/orders/past.ndjson")
    }
    return try Corpus(folder: folder, knowledge: try #require(Bundle.knowledge))
  }

  static func screener(_ corpus: Corpus) throws -> Screener {
    try Screener(
      knowledge: try #require(Bundle.knowledge), policies: try #require(Bundle.policies),
      corpus: corpus, asOf: OrderBook.asOf, bundledDigest: "test")
  }

  /// Facts of one object of a determination's dossier by the names of their terms.
  static func fact(
    _ name: String, of object: Int = 0, _ domain: ScreeningVocabulary.Domain,
    _ order: Order, _ corpus: Corpus
  ) throws -> FactValue? {
    let dossier = Dossier(order, try screener(corpus).inputs)
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    let index = try #require(vocabulary.termIndex(name, in: domain.rawValue), "\(name)")
    return dossier.table.objects[domain.rawValue][object].facts[index].value
  }

  static func rules(_ determination: Determination) -> Set<String> {
    Set(determination.findings.map(\.rule))
  }

  static func number(_ low: String?, _ high: String?) -> FactValue {
    .number(
      Interval(low: low.flatMap { Decimal($0) }, high: high.flatMap { Decimal($0) }))
  }

  static func number(_ exactly: String) -> FactValue { number(exactly, exactly) }
}
