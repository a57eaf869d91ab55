import Dossier
import Facts
import Formats
import Policy
import Testing
import Trade
import WatchLists

/// The bundled policies with a file of a fictional company besides.
enum CompanyPolicies {
  /// One term of each type, and rules by which they decide.
  static let text = """
    policy own
      revision 1

    term order.sales-channel
      type     one of direct, distributor
      field    "x.salesChannel"
      polarity neutral
      meaning  "How the order came in"
      question en "How did the order come in?"
    term order.cleared
      type     true or false
      field    "x.cleared"
      polarity mitigating
      meaning  "The sales department cleared it"
      question en "Did the sales department clear it?"
    term order.remark
      type     text
      field    "x[\\"remark.free\\"]"
      polarity neutral
      meaning  "Remark"
    term order.ship-date
      type     date
      field    "order.requestedShipDate"
      polarity neutral
      meaning  "When it is to be shipped"
    term party.credit-limit
      type     number euros
      field    "creditLimit"
      polarity adverse
      meaning  "Credit limit"
    term party.regions
      type     several codes of places
      field    "sales.regions"
      polarity neutral
      meaning  "Where it sells"
    term party.sector
      type     text
      field    "entity.properties.sector"
      polarity neutral
      meaning  "Sector as declared"
    term line.marks
      type     several of fragile, frozen
      field    "marks"
      polarity adverse
      meaning  "Handling marks"
    term line.use
      type     code of functions
      field    "uses[0].function"
      polarity neutral
      meaning  "Whose work it is for"

    rule not-cleared
      title    "Not cleared"
      lane     red flag
      kind     policy
      basis    company.2.3
      for any line L
      when not order is cleared
      then hold
      because "Nobody cleared line {L.number}."

    """

  static func policies(_ more: String = "") throws -> PolicySet {
    let folder = Bundle.root + "/Policies"
    var files = try FileReader.files(below: folder).filter { $0.hasSuffix(".policy") }.map {
      (name: $0, text: try FileReader.bytes(of: folder + "/" + $0))
    }
    files.append(("own.policy", Array((text + more).utf8)))
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    let registry = try #require(Bundle.registry)
    do throws(PolicyRefused) {
      return try PolicySet.check(files: files, vocabulary: vocabulary, registry: registry)
    } catch {
      throw LoadingFailure(words: error.diagnostics.map(\.line).joined(separator: "\n"))
    }
  }

  static let shared = Result { try policies() }

  /// The benign order with members of its document replaced or added, as the decoder reads it.
  static func order(
    _ order: Order = OrderBook.benign[0], root: [(String, JSON)] = [],
    party: [(String, JSON)] = [], line: [(String, JSON)] = []
  ) throws -> (order: Order, warnings: [Diagnostic]) {
    var members = (order.json.members ?? []).map { ($0.key, $0.value) } + root
    for (name, added) in [("parties", party), ("lines", line)] {
      let index = try #require(members.firstIndex { $0.0 == name })
      members[index].1 = .array(
        (members[index].1.array ?? []).map { element in
          .object((element.members ?? []).map { ($0.key, $0.value) } + added)
        })
    }
    let decoded = OrderDecoder.decode(
      Array(JSON.object(members).text().utf8),
      knownCountries: try #require(Bundle.knowledge).countries)
    guard case .order(let order, let warnings)? = decoded.first?.result else {
      throw LoadingFailure(words: "\(decoded.flatMap(\.diagnostics).map(\.line))")
    }
    return (order, warnings)
  }

  /// Dossiers of the company, without lists.
  static func inputs(corpus: String? = nil, _ policies: PolicySet? = nil) throws -> DossierInputs {
    let knowledge = try #require(Bundle.knowledge)
    return DossierInputs(
      knowledge: knowledge, corpus: try Corpus(folder: corpus, knowledge: knowledge),
      matcher: ListMatcher(
        WatchListSnapshot([], asOf: OrderBook.asOf), knowledge: knowledge.names),
      asOf: OrderBook.asOf, coverageIsComplete: true,
      vocabulary: (try policies ?? shared.get()).vocabulary)
  }
}
