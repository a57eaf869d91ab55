import Digests
public import Formats

/// On which days the publisher still had a version, as told by a server or by the same file.
///
/// It is bound to the version and closed by a digest of itself. Without it, or where it is damaged,
/// the version only counts as older and is fetched whole: it can never make a version pass that
/// would not.
public struct ListConfirmations: Sendable, Hashable {
  static let layout = 1
  static let suffix = ".confirmed.json"

  /// Digest of the entries that are confirmed.
  let digest: String
  public var origin: ListOrigin?
  /// Ascending, each once.
  public private(set) var days: [CivilDate]

  init(of manifest: ListManifest) {
    digest = manifest.digest
    days = []
  }

  /// Adds a day unless it is there.
  mutating func add(_ day: CivilDate) {
    guard !days.contains(day) else { return }
    days.append(day)
    days.sort()
  }

  private var unsealed: [(String, JSON)] {
    [
      ("layout", .integer(ListConfirmations.layout)), ("digest", .string(digest)),
      ("address", .optional(origin?.addressDigest)),
      ("entityTag", .optional(origin?.entityTag)),
      ("lastModified", .optional(origin?.lastModified)),
      ("days", .strings(days.map(\.description))),
    ]
  }

  var text: String {
    let seal = SHA256(of: JSON.object(unsealed).canonicalText).description
    return JSON.object(unsealed + [("recordDigest", .string(seal))]).text(indented: true) + "\n"
  }

  /// Reads a stored record; nil unless the bytes are those that were written for this version.
  init?(_ bytes: [UInt8], of manifest: ListManifest) {
    guard let json = try? JSONReader.read(bytes),
      json["layout"]?.integer == ListConfirmations.layout,
      json["digest"]?.string == manifest.digest, let texts = json["days"]?.strings
    else { return nil }
    self.init(of: manifest)
    if let address = json["address"]?.string {
      origin = ListOrigin(
        addressDigest: address, entityTag: json["entityTag"]?.string,
        lastModified: json["lastModified"]?.string)
    }
    days = texts.compactMap { CivilDate($0) }
    guard Array(text.utf8) == bytes else { return nil }
  }
}

extension ListStore {
  /// Nil where there is no record or it is damaged.
  func confirmations(of manifest: ListManifest) -> ListConfirmations? {
    let path = path(manifest.stem, manifest.feed) + ListConfirmations.suffix
    guard FileReader.isFile(path), let bytes = try? FileReader.bytes(of: path, limit: 1 << 20)
    else { return nil }
    return ListConfirmations(bytes, of: manifest)
  }

  /// Records that the publisher still has this version on a day, and what its server sent with
  /// that. Without an origin the one that is known stays.
  ///
  /// Throws where the store cannot be written.
  public func confirm(
    _ version: ListVersion, on day: CivilDate, origin: ListOrigin? = nil
  ) throws(ListFailure) {
    guard let manifest = version.manifest else { return }
    try record(manifest, on: day, origin: origin)
  }

  func record(
    _ manifest: ListManifest, on day: CivilDate?, origin: ListOrigin?
  ) throws(ListFailure) {
    var record = confirmations(of: manifest) ?? ListConfirmations(of: manifest)
    if let day, day > manifest.retrieved { record.add(day) }
    if let origin { record.origin = origin }
    do {
      try FileWriter.write(
        record.text, to: path(manifest.stem, manifest.feed) + ListConfirmations.suffix)
    } catch {
      throw ListFailure([ListStore.notWritten(error)])
    }
  }

  static func notWritten(_ error: FileReader.Failure) -> Diagnostic {
    Diagnostic("LST021", "cannot store the list in `\(error.path)`: \(error.reason)")
  }
}
