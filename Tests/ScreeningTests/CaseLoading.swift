import Dossier
import Evidence
import Formats
import Policy
import Screening
import Synchronization
import Testing
import Trade

/// Orders under `Tests/Fixtures`, each screened in the corpus beside it.
enum CaseLoading {
  /// The folder that holds `Package.swift`, above this file.
  static let root: String = {
    var parts = #filePath.split(separator: "/").dropLast().map(String.init)
    func path(_ name: String) -> String { "/" + (parts + [name]).joined(separator: "/") }
    while !parts.isEmpty, !FileReader.exists(path("Package.swift")) { parts.removeLast() }
    return "/" + parts.joined(separator: "/")
  }()

  private struct Loaded: Sendable {
    let knowledge: Knowledge
    let policies: PolicySet
    let bundledDigest: String
  }

  private static let loaded: Result<Loaded, LoadingFailure> = {
    do {
      let knowledge = try Knowledge(folder: root + "/Data")
      let registry = CitationRegistry(
        bases: Dictionary(
          knowledge.law.bases.map { ($0.id, $0.citation) }, uniquingKeysWith: { a, _ in a }),
        sources: knowledge.evidence.sources.mapValues(\.citation))
      let policies = try PolicySet.load(
        folder: root + "/Policies", vocabulary: knowledge.vocabulary, registry: registry)
      return .success(
        Loaded(
          knowledge: knowledge, policies: policies,
          bundledDigest: try CorpusDigest.of(folder: root + "/Data")))
    } catch {
      return .failure(LoadingFailure(words: "\(error)"))
    }
  }()

  private static let known = Mutex<[String: Determination]>([:])

  /// The determination of a case, screened once for all tests that ask for it.
  static func determination(_ folder: String, _ id: String) throws -> Determination {
    let key = folder + "/" + id
    if let determination = known.withLock({ $0[key] }) { return determination }
    let determination = try screen(folder, id)
    known.withLock { $0[key] = determination }
    return determination
  }

  /// Reads the order and its corpus anew and screens it as of the order's own day.
  static func screen(_ folder: String, _ id: String) throws -> Determination {
    let loaded = try loaded.get()
    let path = "\(root)/Tests/Fixtures/\(folder)/\(id)"
    let corpus = try Corpus(folder: path + "/corpus", knowledge: loaded.knowledge)
    let decoded = OrderDecoder.decode(
      try FileReader.bytes(of: path + "/order.json"), file: path + "/order.json",
      knownCountries: loaded.knowledge.countries)
    guard decoded.count == 1, case .order(let order, let warnings)? = decoded.first?.result,
      let day = order.asOf?.date
    else {
      throw LoadingFailure(words: "\(path)/order.json holds no order with a day")
    }
    let screener = try Screener(
      knowledge: loaded.knowledge, policies: loaded.policies, corpus: corpus, asOf: day,
      bundledDigest: loaded.bundledDigest)
    return screener.screen(order, notices: warnings)
  }
}

/// Why a case could not be loaded.
struct LoadingFailure: Error, CustomStringConvertible {
  let words: String

  var description: String { words }
}
