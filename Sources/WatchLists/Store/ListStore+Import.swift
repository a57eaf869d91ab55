import Digests
public import Formats

/// What came of an import.
public struct ListImport: Sendable {
  public let manifest: ListManifest
  /// Warnings, and an error for each record that could not be read.
  public let diagnostics: [Diagnostic]
  /// The same content was there already, so that no version was added.
  public let wasPresent: Bool
  /// The later day on which it was found unchanged; nil where its own day says it all.
  public var confirmedOn: CivilDate?
}

extension ListStore {
  /// Reads a list file of any known format and stores it as a version.
  ///
  /// `retrieved` is needed where the file does not say when it was made. `list` names a company's
  /// own list, which is then a feed of its own. The same bytes as the version in force are no new
  /// version but confirm it. Nothing is stored where this throws: the file cannot be trusted, or
  /// a guard (`LST030` to `LST036`) speaks against it and nobody accepted that.
  public func importList(
    _ bytes: [UInt8], file: String, retrieved: CivilDate? = nil, list: ListCode? = nil,
    terms: ImportTerms = ImportTerms()
  ) throws(ListFailure) -> ListImport {
    let file = ListFile(name: file, bytes: bytes)
    return try importList(
      ListSource(name: file.name, files: [file]), retrieved: retrieved, list: list, terms: terms)
  }

  /// Reads the files of one list and stores them as a version, as for one file.
  public func importList(
    _ source: ListSource, retrieved: CivilDate? = nil, list: ListCode? = nil,
    terms: ImportTerms = ImportTerms()
  ) throws(ListFailure) -> ListImport {
    let (reading, prepared, content, natural) = try prepared(
      source, retrieved: retrieved, list: list, terms: terms)
    let (file, feed, date) = (source.name, prepared.feed, prepared.retrieved)
    var manifest = prepared
    if let present = try present(manifest, terms) {
      return ListImport(
        manifest: present.manifest, diagnostics: reading.diagnostics, wasPresent: true,
        confirmedOn: present.day)
    }
    let against = ImportGuards(
      store: self, manifest: manifest, reading: reading, terms: terms,
      expectedFeed: reading.format.namesItsFeed ? natural : nil, file: file
    ).faults()
    let diagnostics =
      try reading.diagnostics + accepted(against, &manifest, terms)
      + ListStore.warning(ofDay: date, today: terms.today, file: file)
    do {
      let path = path(manifest.stem, feed)
      try FileWriter.makeFolder(folder + "/" + feed)
      try FileWriter.write(content, to: path + ListStore.entriesSuffix)
      // The manifest comes last: without it the entries are no version.
      try FileWriter.write(manifest.text, to: path + ListStore.manifestSuffix)
    } catch {
      throw ListFailure([ListStore.notWritten(error)])
    }
    if terms.origin != nil || terms.fetchedOn != nil {
      try record(manifest, on: terms.fetchedOn, origin: terms.origin)
    }
    return ListImport(
      manifest: manifest, diagnostics: diagnostics, wasPresent: false,
      confirmedOn: terms.fetchedOn.flatMap { $0 > date ? $0 : nil })
  }

  /// What the files hold and the manifest that a version of them would have.
  private func prepared(
    _ source: ListSource, retrieved: CivilDate?, list: ListCode?, terms: ImportTerms
  ) throws(ListFailure) -> (
    reading: ListReading, manifest: ListManifest, content: [UInt8], natural: String
  ) {
    let own = try source.format() == .companyTable ? terms.feed.flatMap { ListCode($0) } : nil
    let reading = try ListReading(source, list: list ?? own, retrieved: retrieved)
    let file = source.name
    let date = try date(of: reading, stated: retrieved, or: terms.fetchedOn, file: file)
    let natural = try feed(of: reading, list: list, file: file)
    let feed = terms.feed ?? natural
    var content: [UInt8] = []
    var perList: [ListCode: Int] = [:]
    for entry in reading.entries {
      content.append(contentsOf: entry.line.utf8)
      content.append(UInt8(ascii: "\n"))
      perList[entry.list, default: 0] += 1
    }
    let sameDay = versions(of: feed).filter { $0.retrieved == date }
    let manifest = ListManifest(
      feed: feed, format: reading.format,
      sourceName: file.split(separator: "/").last.map(String.init) ?? file, retrieved: date,
      sequence: (sameDay.compactMap { $0.manifest?.sequence }.max() ?? 0) + 1,
      importedFromSHA256: source.digest.hexadecimal, entries: reading.entries.count,
      unreadable: reading.unreadable, perList: perList, digest: SHA256(of: content).description)
    return (reading, manifest, content, natural)
  }

  /// The feed as it would be with these files as its newest version, by the same guards as an
  /// import; nothing is written.
  public func trial(
    _ source: ListSource, retrieved: CivilDate? = nil, terms: ImportTerms = ImportTerms()
  ) throws(ListFailure) -> (feed: LoadedFeed, diagnostics: [Diagnostic]) {
    let (reading, prepared, _, natural) = try prepared(
      source, retrieved: retrieved, list: nil, terms: terms)
    var manifest = prepared
    let faults = ImportGuards(
      store: self, manifest: manifest, reading: reading, terms: terms,
      expectedFeed: reading.format.namesItsFeed ? natural : nil, file: source.name
    ).faults()
    let diagnostics =
      try reading.diagnostics + accepted(faults, &manifest, terms)
      + ListStore.warning(ofDay: manifest.retrieved, today: terms.today, file: source.name)
    let earlier = load(manifest.feed, asOf: manifest.retrieved, withHistory: true)
    var removed = ListDifference(from: earlier.entries.whole, to: reading.entries).removed
    for index in removed.indices where removed[index].removedOn == nil {
      removed[index].removedOn = manifest.retrieved
    }
    let version = ListVersion(
      feed: manifest.feed, stem: manifest.stem, retrieved: manifest.retrieved,
      manifest: manifest, fault: nil)
    return (
      LoadedFeed(
        feed: manifest.feed, version: version, entries: reading.entries,
        removed: removed + earlier.removed.whole, unreadable: reading.unreadable,
        historyFaults: earlier.historyFaults + (earlier.fault.map { [$0] } ?? [])), diagnostics
    )
  }

  /// A publisher east of here may have tomorrow's date; a later one is a wrong file or clock.
  private static func warning(
    ofDay date: CivilDate, today: CivilDate?, file: String
  ) -> [Diagnostic] {
    guard let today, date > today.adding(days: 1) else { return [] }
    return [
      Diagnostic(
        "LST036", "the file is of \(date), which is yet to come; it counts from that day on",
        severity: .warning, remedy: "check the file, and the clock of this machine", file: file)
    ]
  }

  /// The version in force where the file is the one that it came from, and since when later.
  private func present(
    _ manifest: ListManifest, _ terms: ImportTerms
  ) throws(ListFailure) -> (manifest: ListManifest, day: CivilDate?)? {
    let versions = versions(of: manifest.feed)
    let sameDay = versions.first { $0.retrieved == manifest.retrieved }
    let inForce = versions.first { $0.retrieved.map { $0 < manifest.retrieved } ?? true }
    guard let present = sameDay ?? (versions.first == inForce ? inForce : nil),
      let stored = present.manifest, stored.digest == manifest.digest,
      stored.importedFromSHA256 == manifest.importedFromSHA256, isSound(present)
    else { return nil }
    let day = max(manifest.retrieved, terms.fetchedOn ?? manifest.retrieved)
    if day > stored.retrieved || terms.origin != nil {
      try record(stored, on: day, origin: terms.origin)
    }
    return (stored, day > stored.retrieved ? day : nil)
  }

  /// Throws what speaks against the version, or notes in its manifest that it was accepted.
  private func accepted(
    _ faults: [Diagnostic], _ manifest: inout ListManifest, _ terms: ImportTerms
  ) throws(ListFailure) -> [Diagnostic] {
    guard !faults.isEmpty else { return [] }
    guard let reason = terms.acceptedReason else { throw ListFailure(faults) }
    var ids: [String] = []
    for fault in faults where !ids.contains(fault.id) { ids.append(fault.id) }
    manifest.acceptance = ListAcceptance(reason: reason, faults: ids)
    return faults.map {
      Diagnostic(
        $0.id, "accepted: \($0.message)", severity: .warning, file: $0.file)
    }
  }

  /// Whether the entries have the digest of the manifest.
  func isSound(_ version: ListVersion) -> Bool {
    do {
      _ = try bytes(of: version)
      return true
    } catch {
      return false
    }
  }

  private func date(
    of reading: ListReading, stated: CivilDate?, or fetchedOn: CivilDate?, file: String
  ) throws(ListFailure) -> CivilDate {
    guard let date = reading.retrieved ?? stated ?? fetchedOn else {
      throw ListFailure([
        Diagnostic(
          "LST022", "the file does not say when it was made",
          remedy: "give the day on which it was fetched with --retrieved YYYY-MM-DD", file: file)
      ])
    }
    guard stated == nil || stated == date else {
      throw ListFailure([
        Diagnostic(
          "LST023", "the file says that it was made on \(date), not on the day that was given",
          remedy: "leave out --retrieved", file: file)
      ])
    }
    return date
  }

  private func feed(
    of reading: ListReading, list: ListCode?, file: String
  ) throws(ListFailure) -> String {
    guard let list else {
      if let feed = reading.format.feed { return feed }
      let lists = Set(reading.entries.map(\.list))
      if reading.format == .compiledList {
        return lists.count == 1 ? lists.first?.id ?? "us-restricted" : "us-restricted"
      }
      return lists.contains(.specialDesignations)
        ? ListCode.specialDesignations.id : "us-ofac-consolidated"
    }
    guard reading.format.takesList else {
      throw ListFailure([
        Diagnostic(
          "LST024", "each record of the format \(reading.format.rawValue) names its own list",
          remedy: "leave out --list", file: file)
      ])
    }
    return list.id
  }
}

extension ListSource {
  /// SHA-256 of the file; of several, of their names and digests in the order of names.
  fileprivate var digest: SHA256 {
    if files.count == 1, let file = files.first { return SHA256(of: file.bytes) }
    let lines = files.map { "\($0.shortName) \(SHA256(of: $0.bytes).hexadecimal)\n" }
    return SHA256(of: lines.sorted().joined())
  }
}
