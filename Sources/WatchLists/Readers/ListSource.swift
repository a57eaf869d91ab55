public import Formats

/// The file or files that one import reads.
public struct ListSource: Sendable {
  /// The file, the folder or the main file, as messages name it.
  public let name: String
  public let files: [ListFile]
  /// Files of the folder that cannot be part of a list, by name.
  public var passedOver: [String] = []

  public init(name: String, files: [ListFile]) {
    self.name = name
    self.files = files
  }

  /// Reads a file with its companions, or the files of a folder.
  ///
  /// Companions of OFAC's main file are found beside it by name, in capitals or small letters. Of a
  /// folder the files with the endings of lists are read, not those in folders below. Throws where
  /// a file cannot be read, or all of them have more than `limit` bytes.
  public init(path: String, limit: Int = 1 << 30) throws(FileReader.Failure) {
    name = path
    if FileReader.isFolder(path) {
      var files: [ListFile] = []
      var left = limit
      for name in try FileReader.listing(of: path) {
        let file = path + "/" + name
        guard FileReader.isFile(file), ListSource.isListName(name) else {
          passedOver.append(name)
          continue
        }
        files.append(try ListSource.read(file, &left))
      }
      self.files = files
      return
    }
    var left = limit
    let main = try ListSource.read(path, &left)
    var files = [main]
    if OfacPart.recognise(main.bytes) == .main {
      for companion in try ListSource.companions(of: main) {
        files.append(try ListSource.read(companion, &left))
      }
    }
    self.files = files
  }

  private static func read(_ path: String, _ left: inout Int) throws(FileReader.Failure) -> ListFile
  {
    let bytes = try FileReader.bytes(of: path, limit: left)
    left -= bytes.count
    return ListFile(name: path, bytes: bytes)
  }

  private static func isListName(_ name: String) -> Bool {
    let endings = [".csv", ".txt", ".tsv", ".json", ".ndjson", ".jsonl", ".xml"]
    return endings.contains { name.lowercased().hasSuffix($0) }
  }

  private static func companions(of main: ListFile) throws(FileReader.Failure) -> [String] {
    guard main.name != "-" else { return [] }
    let slash = main.name.lastIndex(of: "/")
    let folder = slash.map { String(main.name[..<$0]) } ?? "."
    let wanted = [OfacPart.alternates, .addresses, .comments].map {
      $0.name(beside: main.shortName)
    }
    let prefix = slash == nil ? "" : folder + "/"
    return try FileReader.listing(of: folder.isEmpty ? "/" : folder)
      .filter { wanted.contains($0.lowercased()) && FileReader.isFile(prefix + $0) }
      .map { prefix + $0 }
  }

  /// The format of the files, which has to be one.
  func format() throws(ListFailure) -> ListFormat {
    if files.count == 1, let file = files.first, let named = OfacPart.named(file.shortName),
      let part = OfacPart.recognise(file.bytes), part != named, named == .main
    {
      throw ListFailure([
        Diagnostic(
          "LST004", "the file holds \(part.contents), not \(named.contents)",
          remedy: "fetch the files again; two may be swapped", file: file.name,
          position: SourcePosition(line: 1, column: 1))
      ])
    }
    if files.count > 1, files.contains(where: { OfacPart.recognise($0.bytes) != nil }) {
      return .ofacLegacy
    }
    var formats: [(ListFormat, ListFile)] = []
    for file in files {
      // Of a folder, the description of compiled lists is a part of them.
      if files.count > 1, CompiledLists.isDescription(file.bytes) { continue }
      do {
        formats.append((try ListFormat.recognise(file.bytes, file: file.name), file))
      } catch {
        throw ListFailure([error])
      }
    }
    guard let (format, first) = formats.first else {
      throw ListFailure([
        Diagnostic(
          "LST001", "the folder holds no file of a list", remedy: "fetch the lists into it",
          file: name)
      ])
    }
    if let (other, file) = formats.first(where: { $0.0 != format }) {
      throw ListFailure([
        Diagnostic(
          "LST027",
          "the folder holds files of several formats: `\(first.shortName)` is "
            + "\(format.rawValue), `\(file.shortName)` is \(other.rawValue)",
          remedy: "import each list by itself", file: name)
      ])
    }
    guard formats.count == 1 || format.hasSeveralFiles else {
      throw ListFailure([
        Diagnostic(
          "LST027", "the folder holds \(formats.count) files of the format \(format.rawValue)",
          remedy: "import each by itself, oldest first", file: name)
      ])
    }
    return format
  }
}

extension ListFormat {
  /// Whether several files make one version.
  fileprivate var hasSeveralFiles: Bool { [.ofacLegacy, .compiledList, .euJournal].contains(self) }
}
