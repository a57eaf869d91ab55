import Digests
public import Formats

/// What came of an import.
public struct ListImport: Sendable {
  public let manifest: ListManifest
  /// Warnings, and an error for each record that could not be read.
  public let diagnostics: [Diagnostic]
  /// The same content was the newest version of its day already.
  public let wasPresent: Bool
}

extension ListStore {
  /// Reads a list file of any known format and stores it as a version.
  ///
  /// `retrieved` is needed where the file does not say when it was made. `list` names a company's
  /// own list, which is then a feed of its own. Nothing is stored where this throws.
  public func importList(
    _ bytes: [UInt8], file: String, retrieved: CivilDate? = nil, list: ListCode? = nil
  ) throws(ListFailure) -> ListImport {
    let reading = try ListReading(bytes, file: file, list: list)
    let date = try date(of: reading, stated: retrieved, file: file)
    let feed = try feed(of: reading.format, list: list, file: file)
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
      importedFromSHA256: SHA256(of: bytes).hexadecimal, entries: reading.entries.count,
      unreadable: reading.unreadable, perList: perList, digest: SHA256(of: content).description)
    if let present = sameDay.first, present.stem == manifest.stem, let stored = present.manifest,
      stored.importedFromSHA256 == manifest.importedFromSHA256, isSound(present)
    {
      return ListImport(manifest: stored, diagnostics: reading.diagnostics, wasPresent: true)
    }
    do {
      let path = path(manifest.stem, feed)
      try FileWriter.makeFolder(folder + "/" + feed)
      try FileWriter.write(content, to: path + ListStore.entriesSuffix)
      // The manifest comes last: without it the entries are no version.
      try FileWriter.write(manifest.text, to: path + ListStore.manifestSuffix)
    } catch {
      throw ListFailure([
        Diagnostic("LST021", "cannot store the list in `\(error.path)`: \(error.reason)")
      ])
    }
    return ListImport(manifest: manifest, diagnostics: reading.diagnostics, wasPresent: false)
  }

  private func isSound(_ version: ListVersion) -> Bool {
    do {
      _ = try bytes(of: version)
      return true
    } catch {
      return false
    }
  }

  private func date(
    of reading: ListReading, stated: CivilDate?, file: String
  ) throws(ListFailure) -> CivilDate {
    guard let date = reading.retrieved ?? stated else {
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
    of format: ListFormat, list: ListCode?, file: String
  ) throws(ListFailure) -> String {
    switch format {
    case .companyTable: return list?.id ?? ListCode.company.id
    case .entries: return list?.id ?? "restricted-parties"
    case .consolidatedScreeningList:
      guard list == nil else {
        throw ListFailure([
          Diagnostic(
            "LST024", "each record of the Consolidated Screening List names its own list",
            remedy: "leave out --list", file: file)
        ])
      }
      return "us-csl"
    }
  }
}
