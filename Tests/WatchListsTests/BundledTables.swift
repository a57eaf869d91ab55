import Formats
import Names
import Taxonomy
import Testing

/// The tables by which names are read, at the top of the package.
enum BundledTables {
  static let folder: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/Data"
  }()
  static let arePresent = FileReader.isFolder(folder + "/names")
  static let knowledge: Result<NameKnowledge, any Error> = Result {
    try NameKnowledge(taxonomy: try Taxonomy(folder: folder), folder: folder)
  }
}
