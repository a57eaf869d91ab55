import Formats
import Names
import Taxonomy

/// The tables of this checkout, loaded once for all suites.
enum Bundled {
  static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 })
  static let data = root + "/Data"
  /// The tables of places are another piece of work; without them nothing here can be asked.
  static let hasPlaces = FileReader.exists(data + "/places/china-prefectures.tsv")
  static let knowledge = Result { try NameKnowledge(taxonomy: taxonomy.get(), folder: data) }
  private static let taxonomy = Result { try Taxonomy(folder: data) }

  static func profile(
    _ names: String..., kind: Identity.Kind = .organisation, countries: [String] = []
  ) throws -> IdentityProfile {
    try knowledge.get().profile(of: Identity(names: names, kind: kind, countries: countries))
  }

  static func compare(_ left: String, _ right: String) throws -> IdentityComparison {
    try knowledge.get().compare(profile(left), profile(right))
  }
}
