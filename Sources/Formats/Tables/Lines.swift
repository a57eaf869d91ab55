/// One line of an NDJSON file, with typed access to its members and faults that name its place.
public struct Line: Sendable {
  public let json: JSON
  public let file: String
  public let number: Int

  public init(json: JSON, file: String, number: Int) {
    self.json = json
    self.file = file
    self.number = number
  }

  public func fault(_ id: String, _ message: String, remedy: String?) -> Diagnostic {
    Diagnostic(
      id, message, remedy: remedy, file: file, position: SourcePosition(line: number, column: 1))
  }

  /// A member that must be there and not be empty.
  public func text(_ key: String) throws(Diagnostic) -> String {
    guard let text = json[key]?.string, !text.isEmpty else {
      throw fault("FMT020", "the member `\(key)` is missing or is not a text", remedy: "add it")
    }
    return text
  }

  /// A text that may be missing, null or empty; another kind of value is a fault, because a
  /// limit that is read as absent would make the line count for more than its author meant.
  public func optional(_ key: String) throws(Diagnostic) -> String? {
    guard let member = json[key], !member.isNull else { return nil }
    guard let text = member.string else {
      throw fault(
        "FMT025", "the member `\(key)` is \(member.kindName), not a text",
        remedy: "put it in quotation marks")
    }
    return text.isEmpty ? nil : text
  }

  /// A list of texts, a lone text as a list of one; empty where the member is missing or null.
  public func texts(_ key: String) throws(Diagnostic) -> [String] {
    guard let member = json[key], !member.isNull else { return [] }
    guard let texts = member.strings else {
      throw fault(
        "FMT026", "the member `\(key)` is not a list of texts", remedy: "write [\"one\", \"two\"]")
    }
    return texts
  }

  /// Refuses members that nobody reads: a misspelt one would silently say nothing. `note` is free.
  public func allowOnly(_ known: [String]) throws(Diagnostic) {
    guard let members = json.members else {
      throw fault("FMT027", "the line is \(json.kindName)", remedy: "write one object a line")
    }
    for member in members where member.key != "note" && !known.contains(member.key) {
      throw fault(
        "FMT028", "the member `\(member.key)` is not known",
        remedy: (member.key.utf8.count <= 64 ? nearestWord(to: member.key, among: known) : nil)
          .map { "did you mean `\($0)`?" } ?? "use " + known.joined(separator: ", "))
    }
  }

  /// A date, or nil where the member is missing or null.
  public func date(_ key: String) throws(Diagnostic) -> CivilDate? {
    guard let member = json[key], !member.isNull else { return nil }
    guard let text = member.string, let date = CivilDate(text) else {
      throw fault(
        "FMT021", "the member `\(key)` is not a day of the calendar",
        remedy: "write it as 2026-11-10")
    }
    return date
  }
}

/// Reads NDJSON files line by line.
public enum Lines {
  public static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    do throws(FileReader.Failure) {
      return try FileReader.bytes(of: path)
    } catch {
      throw Diagnostic(
        "FMT022", error.message, remedy: "check the path and its permissions", file: path)
    }
  }

  /// The one JSON value that a file holds.
  public static func document(_ path: String) throws(Diagnostic) -> JSON {
    let content = try bytes(path)
    do throws(JSONFailure) {
      return try JSONReader.read(content)
    } catch {
      throw Diagnostic(
        "FMT024", "the file is not JSON: \(error.message)", remedy: "correct it", file: path,
        position: error.position)
    }
  }

  /// All lines that are not blank; the first that is not JSON is thrown with its place.
  public static func read(_ path: String) throws(Diagnostic) -> [Line] {
    let content = try bytes(path)
    var lines: [Line] = []
    for (index, line) in content.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() where line.contains(where: { $0 > 0x20 }) {
      do throws(JSONFailure) {
        lines.append(
          Line(json: try JSONReader.read(Array(line)), file: path, number: index + 1))
      } catch {
        throw Diagnostic(
          "FMT023", "the line is not JSON: \(error.message)", remedy: "write one object a line",
          file: path,
          position: SourcePosition(line: index + 1, column: error.position.column))
      }
    }
    return lines
  }

  /// The NDJSON files of a folder in the order of their names; none where there is no folder.
  public static func files(in folder: String) -> [String] {
    FileReader.names(in: folder).filter { $0.hasSuffix(".ndjson") }.map { folder + "/" + $0 }
  }
}
