import Digests
public import Formats

/// What a stored version of a list is, written after its entries and bound to them by digest.
public struct ListManifest: Sendable, Hashable {
  /// The layout of the entries file; another number is refused, not guessed at.
  static let layout = 1

  public var feed: String
  public var format: ListFormat
  /// The name of the file that was imported, without its folder.
  public var sourceName: String
  /// The day on which the publisher's file was made or fetched.
  public var retrieved: CivilDate
  /// Orders versions of one day: the last one imported counts.
  public var sequence: Int
  /// Hexadecimal SHA-256 of the imported file.
  public var importedFromSHA256: String
  public var entries: Int
  public var unreadable: Int
  /// How many entries each list has.
  public var perList: [ListCode: Int]
  /// `sha256:` digest of the entries file.
  public var digest: String
  /// Nil where the guards of import had nothing against it.
  public var acceptance: ListAcceptance?

  /// The name that both files of the version share: day and start of the digest.
  public var stem: String { "\(retrieved)-\(digest.dropFirst("sha256:".count).prefix(8))" }

  private var unsealed: [(String, JSON)] {
    let counts = perList.sorted { $0.key < $1.key }.map { ($0.key.id, JSON.integer($0.value)) }
    return [
      ("layout", .integer(ListManifest.layout)), ("feed", .string(feed)),
      ("format", .string(format.rawValue)), ("sourceName", .string(sourceName)),
      ("retrieved", .string(retrieved.description)), ("sequence", .integer(sequence)),
      ("importedFromSha256", .string(importedFromSHA256)), ("entries", .integer(entries)),
      ("unreadable", .integer(unreadable)), ("perList", .object(counts)),
      ("digest", .string(digest)),
    ] + (acceptance.map { [("accepted", $0.json)] } ?? [])
  }

  /// The manifest as it is stored, closed by a digest of itself.
  var text: String {
    let seal = SHA256(of: JSON.object(unsealed).canonicalText).description
    return JSON.object(unsealed + [("manifestDigest", .string(seal))]).text(indented: true) + "\n"
  }

  /// Reads a stored manifest; nil unless the bytes are exactly those that were written.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONReader.read(bytes), json["layout"]?.integer == ListManifest.layout,
      let feed = json["feed"]?.string, let formatName = json["format"]?.string,
      let format = ListFormat(rawValue: formatName), let source = json["sourceName"]?.string,
      let retrieved = CivilDate(json["retrieved"]?.string ?? ""),
      let sequence = json["sequence"]?.integer,
      let imported = json["importedFromSha256"]?.string, let entries = json["entries"]?.integer,
      let unreadable = json["unreadable"]?.integer, let counts = json["perList"]?.members,
      let digest = json["digest"]?.string
    else { return nil }
    self.init(
      feed: feed, format: format, sourceName: source, retrieved: retrieved, sequence: sequence,
      importedFromSHA256: imported, entries: entries, unreadable: unreadable, perList: [:],
      digest: digest)
    acceptance = json["accepted"].flatMap { ListAcceptance($0) }
    for member in counts {
      guard let list = ListCode(member.key), let count = member.value.integer else { return nil }
      perList[list] = count
    }
    guard Array(text.utf8) == bytes else { return nil }
  }

  init(
    feed: String, format: ListFormat, sourceName: String, retrieved: CivilDate, sequence: Int,
    importedFromSHA256: String, entries: Int, unreadable: Int, perList: [ListCode: Int],
    digest: String
  ) {
    self.feed = feed
    self.format = format
    self.sourceName = sourceName
    self.retrieved = retrieved
    self.sequence = sequence
    self.importedFromSHA256 = importedFromSHA256
    self.entries = entries
    self.unreadable = unreadable
    self.perList = perList
    self.digest = digest
  }
}
