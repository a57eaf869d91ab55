import Digests
public import Formats

/// The `lists` folder of a corpus: every version of every list that was ever imported.
///
/// `lists/<feed>/<day>-<digest>.ndjson` holds the entries, the file of the same name that ends in
/// `.manifest.json` says what they are, and one that ends in `.confirmed.json` on which later days
/// the publisher still had them. Versions are never changed. A version that is damaged is a
/// fault; older data never stand in for it.
public struct ListStore: Sendable {
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// The feeds that have a folder, sorted.
  public var feeds: [String] {
    FileReader.names(in: folder).filter { FileReader.isFolder(folder + "/" + $0) }
  }

  /// All versions, newest first, the damaged ones among them.
  public func versions(of feed: String) -> [ListVersion] {
    let names = FileReader.names(in: folder + "/" + feed)
    var stems: [String] = []
    for suffix in [ListStore.entriesSuffix, ListStore.manifestSuffix] {
      for name in names where name.hasSuffix(suffix) {
        let stem = String(name.dropLast(suffix.count))
        if !stems.contains(stem) { stems.append(stem) }
      }
    }
    return stems.map { version($0, of: feed) }.sorted(by: ListVersion.isNewer)
  }

  /// The newest version that was retrieved on or before this day; nil where there is none.
  ///
  /// Throws where that version is damaged.
  public func version(
    of feed: String, asOf date: CivilDate
  ) throws(Diagnostic) -> ListVersion? {
    for version in versions(of: feed) {
      if let retrieved = version.retrieved, retrieved > date { continue }
      if let fault = version.fault { throw fault }
      return version
    }
    return nil
  }

  /// The entries of a version, whose bytes are checked against its digest.
  public func entries(of version: ListVersion) throws(Diagnostic) -> [ListEntry] {
    if let fault = version.fault { throw fault }
    guard let manifest = version.manifest else {
      throw damaged(version.stem, of: version.feed, "its manifest is missing")
    }
    let bytes = try bytes(of: version)
    guard let entries = EntryLineScanner.entries(in: bytes), entries.count == manifest.entries
    else { throw damaged(version.stem, of: version.feed, "its entries cannot be read") }
    return entries
  }

  /// The bytes of the entries file, checked against the digest of the manifest.
  func bytes(of version: ListVersion) throws(Diagnostic) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try FileReader.bytes(of: path(version.stem, version.feed) + ListStore.entriesSuffix)
    } catch {
      throw damaged(
        version.stem, of: version.feed,
        error.isMissing ? "its entries are missing" : error.reason)
    }
    guard SHA256(of: bytes).description == version.manifest?.digest else {
      throw damaged(
        version.stem, of: version.feed, "its entries do not have the digest of its manifest")
    }
    return bytes
  }

  static let entriesSuffix = ".ndjson"
  static let manifestSuffix = ".manifest.json"

  func path(_ stem: String, _ feed: String) -> String { "\(folder)/\(feed)/\(stem)" }

  private func version(_ stem: String, of feed: String) -> ListVersion {
    let date = CivilDate(stem.prefix(10))
    func broken(_ reason: String) -> ListVersion {
      ListVersion(
        feed: feed, stem: stem, retrieved: date, manifest: nil,
        fault: damaged(stem, of: feed, reason))
    }
    guard date != nil else { return broken("its name does not begin with a date") }
    let bytes: [UInt8]
    do {
      bytes = try FileReader.bytes(of: path(stem, feed) + ListStore.manifestSuffix)
    } catch {
      return broken(error.isMissing ? "its manifest is missing" : error.reason)
    }
    guard let manifest = ListManifest(bytes) else { return broken("its manifest is damaged") }
    guard manifest.stem == stem, manifest.feed == feed else {
      return broken("its manifest belongs to `\(manifest.feed)/\(manifest.stem)`")
    }
    guard FileReader.isFile(path(stem, feed) + ListStore.entriesSuffix) else {
      return ListVersion(
        feed: feed, stem: stem, retrieved: date, manifest: manifest,
        fault: damaged(stem, of: feed, "its entries are missing"))
    }
    return ListVersion(
      feed: feed, stem: stem, retrieved: date, manifest: manifest, fault: nil,
      confirmations: confirmations(of: manifest))
  }

  private func damaged(_ stem: String, of feed: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "LST020", "the stored version `\(feed)/\(stem)` is damaged: \(reason)",
      remedy: "import the list again from its source", file: path(stem, feed))
  }
}
