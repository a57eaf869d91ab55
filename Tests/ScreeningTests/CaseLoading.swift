import Dossier
import Formats
import Screening
import Synchronization
import Testing
import Trade

/// Orders under `Tests/Fixtures`, each screened in the corpus beside it.
enum CaseLoading {
  private static let bundledDigest = Result { try CorpusDigest.of(folder: Bundle.root + "/Data") }

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
    let knowledge = try #require(Bundle.knowledge)
    let path = "\(Bundle.root)/Tests/Fixtures/\(folder)/\(id)"
    let decoded = OrderDecoder.decode(
      try FileReader.bytes(of: path + "/order.json"), file: path + "/order.json",
      knownCountries: knowledge.countries)
    guard decoded.count == 1, case .order(let order, let warnings)? = decoded.first?.result,
      let day = order.asOf?.date
    else {
      throw LoadingFailure(words: "\(path)/order.json holds no order with a day")
    }
    let screener = try Screener(
      knowledge: knowledge, policies: try #require(Bundle.policies),
      corpus: try Corpus(folder: path + "/corpus", knowledge: knowledge), asOf: day,
      bundledDigest: try bundledDigest.get())
    return screener.screen(order, notices: warnings)
  }
}

/// Why a case could not be loaded.
struct LoadingFailure: Error, CustomStringConvertible {
  let words: String

  var description: String { words }
}
