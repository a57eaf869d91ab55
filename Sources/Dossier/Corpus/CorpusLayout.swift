import Evidence
import Formats
import WatchLists

/// What a corpus folder may hold and what of it is read, so that nothing in it is silently not.
struct CorpusLayout {
  /// Paths of files that are there and that nobody reads.
  let unread: [String]

  /// `sources.json` says where lists are fetched; only `scruple lists update` reads it.
  private static let files =
    [
      "company.json", "corpus.json", "installed-base.csv", "sources.json",
    ] + ItemMaster.names
  private static let folders = [
    "lists", "sources", "claims", "tenders", "ownership", "orders", "register",
    "distributors", "licences",
  ]
  private static let register = [
    "confirmations.ndjson", "facts.ndjson", "investigations.ndjson", "residents.ndjson",
    "suppressions.ndjson",
  ]
  /// The orders that `scruple demo` screens, beside the demonstration corpus.
  private static let demonstrationOrders = "demo-orders.ndjson"

  /// Throws where a file stands in the place of a folder.
  init(_ contents: FolderContents) throws(Diagnostic) {
    for name in CorpusLayout.folders {
      let path = contents.folder + "/" + name
      guard !FileReader.exists(path) || FileReader.isFolder(path) else {
        throw Diagnostic(
          "CRP013", "`\(name)` is a file where a folder is expected",
          remedy: "make a folder and put the file into it", file: path)
      }
    }
    unread = contents.files.filter { !CorpusLayout.isRead($0) }
  }

  private static func isRead(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 1 else {
      return files.contains(path) || path == demonstrationOrders || path.hasSuffix(".md")
    }
    return switch parts[0] {
    case "lists": true
    case "register": parts.count == 2 && register.contains(parts[1])
    case "ownership": parts.count == 2 && OwnershipReader.reads(parts[1])
    case "licences": parts.count == 2 && LicenceRecords.reads(parts[1])
    case "distributors": parts.count == 2 && DistributorRecords.reads(parts[1])
    // What is in them decides; what holds no notice is told when they are read.
    case "tenders": parts.count == 2 && TenderReader.endings.contains { path.hasSuffix($0) }
    default: folders.contains(parts[0]) && parts.count == 2 && path.hasSuffix(".ndjson")
    }
  }
}
