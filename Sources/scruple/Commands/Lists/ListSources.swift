import Formats
import Transfers
import WatchLists

/// `sources.json` of a corpus: for each feed the address where its list is published.
///
/// `{"us-csl": "https://…", "our-list": {"url": "https://…", "list": "our-list"}}`
struct ListSources {
  struct Source {
    let feed: String?
    let address: WebAddress
    /// The list that a company's own table is.
    let list: ListCode?
  }

  let sources: [Source]

  static let name = "sources.json"

  /// Throws where there is none, and for a member that nobody would read.
  init(corpus: String) throws(CommandFailure) {
    let path = corpus + "/" + ListSources.name
    guard FileReader.exists(path) else {
      throw CommandFailure(
        .usage, "scruple: give the address of a list, or write feeds and addresses to \(path)")
    }
    let document: JSON
    do throws(Diagnostic) {
      document = try Lines.document(path)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    guard let members = document.members, !members.isEmpty else {
      throw ListSources.fault("`\(path)` names no feed")
    }
    var sources: [Source] = []
    for member in members.sorted(by: { $0.key < $1.key }) {
      guard ListCode(member.key) != nil else {
        throw ListSources.fault("`\(member.key)` in `\(path)` is no name of a feed")
      }
      sources.append(try ListSources.source(member.key, member.value, path))
    }
    self.sources = sources
  }

  init(_ sources: [Source]) { self.sources = sources }

  private static func source(
    _ feed: String, _ value: JSON, _ path: String
  ) throws(CommandFailure) -> Source {
    for member in value.members ?? [] where !["url", "list", "note"].contains(member.key) {
      throw fault("`\(feed)` in `\(path)` has `\(member.key)`; it knows url, list and note")
    }
    guard let text = value.string ?? value["url"]?.string, let address = WebAddress(text) else {
      throw fault("`\(feed)` in `\(path)` has no address that begins with https:// or http://")
    }
    var list: ListCode?
    if let code = value["list"] {
      list = code.string.flatMap { ListCode($0) }
      guard list != nil else {
        throw fault("`list` of `\(feed)` in `\(path)` is no code of a list")
      }
    }
    return Source(feed: feed, address: address, list: list)
  }

  private static func fault(_ message: String) -> CommandFailure {
    CommandFailure(.invalidInput, "scruple: " + message)
  }
}
