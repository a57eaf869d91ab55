import Foundation

/// A folder of its own for one test.
struct Workspace {
  let folder: String

  init() throws {
    folder = "/tmp/scruple-program-tests/\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file, makes its folders, and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: Data, to name: String) throws -> String {
    try makeFolder(Program.folder(of: path(name)).dropFirst(folder.count + 1))
    try bytes.write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  @discardableResult
  func makeFolder(_ name: some StringProtocol) throws -> String {
    try FileManager.default.createDirectory(
      atPath: path(String(name)), withIntermediateDirectories: true)
    return path(String(name))
  }

  func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }
  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }
  func names(_ name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// Copies `Policies` and `Data` of the package into a folder, to be broken there.
  func home(_ name: String = "home") throws -> String {
    try makeFolder(name)
    for part in ["Policies", "Data"] {
      // A link would be copied as one, and the test would break what it leads to.
      let source = URL(fileURLWithPath: Program.package + "/" + part).resolvingSymlinksInPath()
      try FileManager.default.copyItem(atPath: source.path, toPath: path(name) + "/" + part)
    }
    return path(name)
  }

  /// A demonstration corpus to which a test adds its own files.
  func corpus(_ name: String = "corpus") throws -> String {
    try makeFolder(Program.folder(of: path(name)).dropFirst(folder.count + 1))
    try makeFolder(name)
    for file in ["corpus.json", "company.json"] {
      try FileManager.default.copyItem(
        atPath: Program.package + "/Data/demonstration/" + file,
        toPath: path(name) + "/" + file)
    }
    return path(name)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
