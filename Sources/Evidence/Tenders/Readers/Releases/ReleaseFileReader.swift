import Formats

/// Reads files of the Open Contracting Data Standard: a release, a record, a package of either, a
/// list of these, or one of them a line.
struct ReleaseFileReader {
  let knowledge: TenderKnowledge
  let file: String

  /// More lines than this many bytes hold no release, and hostile ones exhaust memory.
  static let longestLine = 1 << 26

  /// Whether a value is of this standard.
  static func recognises(_ json: JSON) -> Bool {
    if let elements = json.array { return elements.first.map(recognises) ?? false }
    // A flat publisher leaves the version out, but never these.
    if json["releases"]?.array != nil || json["records"]?.array != nil { return true }
    if ProzorroTender.recognises(json) { return true }
    return json["ocid"] != nil
      && ["tag", "tender", "awards", "buyer", "releases", "compiledRelease", "planning"]
        .contains { json[$0] != nil }
  }

  func read(_ json: JSON, into reading: inout TenderReading, line: Int? = nil) {
    var history = ReleaseHistory()
    read(json, path: "", publisher: nil, line: line, &history, into: &reading)
  }

  /// A whole file that holds one value. A package is read release by release.
  func read(package bytes: [UInt8], into reading: inout TenderReading) {
    let head = ReleaseFileReader.head(of: bytes)
    for key in ["releases", "records"] where head == key {
      readLong(key, bytes, into: &reading)
      return
    }
    do throws(JSONFailure) {
      read(
        try JSONReader.read(bytes, limits: JSONReader.Limits(bytes: 1 << 30)), into: &reading)
    } catch {
      reading.faults.add(fault(error))
    }
  }

  private func readLong(_ key: String, _ bytes: [UInt8], into reading: inout TenderReading) {
    var index = 0
    var history = ReleaseHistory()
    // The publisher usually stands before the list, but need not.
    let first = reading.notices.count
    var local = reading
    do throws(JSONFailure) {
      let others = try JSONReader.readElements(ofArrayNamed: key, in: bytes) { element in
        if key == "releases" {
          readRelease(element, "releases[\(index)]", nil, nil, &history, into: &local)
        } else {
          readRecord(element, "records[\(index)]", nil, nil, &history, into: &local)
        }
        index += 1
      }
      if let publisher = others.first(where: { $0.key == "publisher" })?.value["name"]?.string {
        for place in first..<max(first, local.notices.count) {
          local.notices[place].publisher = publisher
        }
      }
      let uri = others.first { $0.key == "uri" }?.value.string
      for place in first..<max(first, local.notices.count) { local.notices[place].url = uri }
      if index == 0 { local.faults.add(nothing(in: key)) }
    } catch {
      local.faults.add(fault(error))
    }
    reading = local
  }

  private func read(
    _ json: JSON, path: String, publisher: String?, line: Int?, _ history: inout ReleaseHistory,
    into reading: inout TenderReading
  ) {
    if let elements = json.array {
      for (index, element) in elements.enumerated() {
        read(
          element, path: "\(path)[\(index)]", publisher: publisher, line: line, &history,
          into: &reading)
      }
      return
    }
    let publisher = json["publisher"]?["name"]?.string ?? publisher
    let prefix = path.isEmpty ? "" : path + "."
    if let tender = ProzorroTender(json) {
      let first = reading.notices.count
      readRelease(tender.release, path, publisher, line, &history, into: &reading)
      for place in first..<reading.notices.count { tender.relocate(&reading.notices[place]) }
    } else if let releases = json["releases"]?.array, json["ocid"] == nil {
      if releases.isEmpty { reading.faults.add(nothing(in: "releases")) }
      for (index, release) in releases.enumerated() {
        readRelease(
          release, prefix + "releases[\(index)]", publisher, line, &history, into: &reading)
      }
    } else if let records = json["records"]?.array {
      if records.isEmpty { reading.faults.add(nothing(in: "records")) }
      for (index, record) in records.enumerated() {
        readRecord(record, prefix + "records[\(index)]", publisher, line, &history, into: &reading)
      }
    } else if json["releases"] != nil || json["compiledRelease"] != nil {
      readRecord(json, path, publisher, line, &history, into: &reading)
    } else {
      readRelease(json, path, publisher, line, &history, into: &reading)
    }
  }

  private func readRelease(
    _ release: JSON, _ path: String, _ publisher: String?, _ line: Int?,
    _ history: inout ReleaseHistory, into reading: inout TenderReading
  ) {
    var reader = ReleaseReader(
      knowledge, file: file, publisher: publisher, path: path, line: line)
    reader.items = history.items(of: release, at: path)
    if let notice = reader.notice(release) { reading.notices.append(notice) }
    reading.faults.add(reader.faults)
  }

  /// The releases of a record where it holds them, else the compiled one.
  private func readRecord(
    _ record: JSON, _ path: String, _ publisher: String?, _ line: Int?,
    _ history: inout ReleaseHistory, into reading: inout TenderReading
  ) {
    let prefix = path.isEmpty ? "" : path + "."
    let releases = record["releases"]?.array ?? []
    let whole = releases.enumerated().filter {
      $0.element["tender"] != nil || $0.element["tag"] != nil && $0.element["url"] == nil
        || $0.element["awards"] != nil || $0.element["contracts"] != nil
        || $0.element["planning"] != nil
    }
    for (index, release) in whole {
      readRelease(release, prefix + "releases[\(index)]", publisher, line, &history, into: &reading)
    }
    if whole.isEmpty, let compiled = record["compiledRelease"] {
      readRelease(compiled, prefix + "compiledRelease", publisher, line, &history, into: &reading)
    } else if whole.isEmpty {
      reading.faults.add(
        Diagnostic(
          "EVD060",
          releases.isEmpty
            ? "the record holds no release"
            : "the record only links to \(releases.count) releases, which are not fetched",
          severity: .warning, remedy: "fetch the releases, or a record with a compiled release",
          file: file, path: path))
    }
  }

  private func nothing(in list: String) -> Diagnostic {
    Diagnostic(
      "EVD060", "the package holds no \(list == "records" ? "record" : "release")",
      remedy: "fetch it again", file: file, path: list)
  }

  private func fault(_ error: JSONFailure) -> Diagnostic {
    Diagnostic(
      "EVD061", "the file is not JSON: \(error.message)",
      remedy: "what stands before was read; fetch the file again if it is cut off", file: file,
      position: error.position)
  }

  /// Which list of a package comes first, found without reading the package.
  private static func head(of bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    guard text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
    let places = ["releases", "records", "ocid", "compiledRelease"].compactMap { key in
      text.firstRange(of: "\"\(key)\"").map { ($0.lowerBound, key) }
    }
    let first = places.min { $0.0 < $1.0 }?.1
    return first == "releases" || first == "records" ? first : nil
  }
}
