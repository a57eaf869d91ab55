import Formats

/// What speaks against a new version although its file is whole.
///
/// Each guard is an error with an id of its own; a person may accept it with a reason, which the
/// manifest keeps.
struct ImportGuards {
  let store: ListStore
  let manifest: ListManifest
  let reading: ListReading
  let terms: ImportTerms
  /// The feed that the format of the file says; nil where any would do.
  let expectedFeed: String?
  let file: String

  private var entries: [ListEntry] { reading.entries }

  /// All that speak against it, by id.
  func faults() -> [Diagnostic] {
    let versions = store.soundVersions(of: manifest.feed)
    var faults: [Diagnostic] = []
    if let earlier = versions.first(where: { $0.retrieved <= manifest.retrieved }) {
      faults += shrinkage(since: earlier)
    }
    if let fault = foreignFeed() ?? foreignLists() ?? copyOfAnotherList() { faults.append(fault) }
    if let newest = versions.first, newest.retrieved > manifest.retrieved {
      faults.append(
        fault(
          "LST033",
          "the file is of \(manifest.retrieved), and the version in force of \(newest.retrieved)",
          "fetch the present file"))
    }
    if let other = twin() {
      faults.append(
        fault(
          "LST034", "the file is the same, byte for byte, as that of `\(other)`",
          "check whether the address or the name of the file is the right one"))
    }
    if let fault = repetition() { faults.append(fault) }
    if let fault = garbledNames() { faults.append(fault) }
    return faults
  }

  private static let few = 25

  private func shrinkage(since earlier: ListManifest) -> [Diagnostic] {
    earlier.perList.sorted { $0.key < $1.key }.compactMap { list, before in
      let now = manifest.perList[list] ?? 0
      if now == 0 {
        return fault(
          "LST031",
          "the file no longer holds `\(list)`, of which the version of \(earlier.retrieved) had "
            + "\(before) entries", "check whether the publisher has divided or ended the list")
      }
      let allowed = terms.shrinkage(of: list, in: manifest.feed)
      let lost = before - now
      // A limit of a few percent is for long lists: of a short one single bodies may go.
      let most = lost > ImportGuards.few ? allowed : max(allowed, ImportTerms.standardShrinkage)
      guard lost > 0, lost * 100 > before * most else { return nil }
      return fault(
        "LST030",
        "`\(list)` shrank from \(before) to \(now) entries since \(earlier.retrieved), by more "
          + "than \(allowed) percent", "check whether the file is whole")
    }
  }

  private func foreignFeed() -> Diagnostic? {
    guard let expectedFeed, expectedFeed != manifest.feed else { return nil }
    return fault(
      "LST032", "the file holds the lists of `\(expectedFeed)`, not of `\(manifest.feed)`",
      "check the address, or import it without --feed")
  }

  /// A feed that is named for one list and holds only others; publishers' own formats may.
  private func foreignLists() -> Diagnostic? {
    guard !manifest.format.namesItsFeed, let own = ListCode(manifest.feed),
      ListCode.known.contains(own), own != .company,
      manifest.perList[own] == nil
    else { return nil }
    let held = manifest.perList.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
    return fault(
      "LST032", "the file holds \(held) and nothing of `\(own)`",
      "check whether it is the right file")
  }

  /// A list whose bodies are those that another feed has under another code: two files changed
  /// places. Lists overlap, but nine tenths both ways is no overlap.
  private func copyOfAnotherList() -> Diagnostic? {
    for (list, count) in manifest.perList.sorted(by: { $0.key < $1.key }) where count >= 5 {
      var names: Set<String>?
      for other in store.feeds where other != manifest.feed {
        guard let version = store.soundVersions(of: other).first else { continue }
        for (code, size) in version.perList.sorted(by: { $0.key < $1.key })
        where code != list && abs(size - count) * 10 <= count {
          let own = names ?? ImportGuards.bodies(of: list, in: entries)
          names = own
          let theirs = ImportGuards.bodies(of: code, in: store.entries(of: version))
          let shared = own.intersection(theirs).count
          guard shared * 10 >= 9 * max(own.count, theirs.count), shared > 0 else { continue }
          return fault(
            "LST032", "`\(list)` holds the bodies that `\(other)` has as `\(code)`",
            "check whether two files changed places")
        }
      }
    }
    return nil
  }

  private static func bodies(of list: ListCode, in entries: [ListEntry]) -> Set<String> {
    Set(
      entries.lazy.filter { $0.list == list }.map {
        FoldedName($0.name).text + "/" + $0.countries.sorted().joined(separator: ",")
      })
  }

  /// Another feed of which some version came from the same bytes.
  private func twin() -> String? {
    store.feeds.first { feed in
      feed != manifest.feed
        && store.versions(of: feed).contains {
          $0.manifest?.importedFromSHA256 == manifest.importedFromSHA256
        }
    }
  }

  /// A file put together of the same records, or of them under new ids, would reach any floor.
  private func repetition() -> Diagnostic? {
    var seen: Set<ListEntry> = []
    var repeated = 0
    for var entry in entries {
      entry.id = ""
      entry.number = nil
      if !seen.insert(entry).inserted { repeated += 1 }
    }
    let records = entries.count + reading.repeated
    // Publishers repeat a record now and then, and hardly ever one of fifty.
    if reading.repeated * 50 > records {
      return fault(
        "LST035", "\(reading.repeated) of \(records) records only repeat others",
        "check whether the file was put together twice")
    }
    guard repeated * 5 > entries.count else { return nil }
    return fault(
      "LST035", "\(repeated) of \(entries.count) entries only repeat others under another id",
      "check whether the file was put together twice")
  }

  /// Names whose letters were encoded twice: no search finds them, and no canary notices where it
  /// has plain letters alone.
  private func garbledNames() -> Diagnostic? {
    var count = 0
    var example: String?
    for entry in entries {
      guard let name = entry.names.first(where: TwiceEncodedText.isIn) else {
        continue
      }
      count += 1
      if example == nil { example = name }
    }
    guard count >= 3, let example else { return nil }
    return fault(
      "LST036",
      "\(count) entries have names whose letters were encoded twice, such as `\(example)`",
      "fetch the file again and keep its bytes as they are")
  }

  private func fault(_ id: String, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      id, message, remedy: remedy + "; if it is right, import it with --accept \"reason\"",
      file: file)
  }
}

extension ListStore {
  /// Manifests of the versions that can be used, newest first.
  func soundVersions(of feed: String) -> [ListManifest] {
    versions(of: feed).compactMap { version in
      version.fault == nil ? version.manifest : nil
    }
  }

  /// The entries, or none where the version is damaged, which is told elsewhere.
  func entries(of manifest: ListManifest) -> [ListEntry] {
    let version = versions(of: manifest.feed).first { $0.stem == manifest.stem }
    do {
      return try version.map { version throws(Diagnostic) in try entries(of: version) } ?? []
    } catch {
      return []
    }
  }
}
