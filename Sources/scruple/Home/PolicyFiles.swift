import Formats

/// The policy files of a home folder, by the names under which diagnostics speak of them.
struct PolicyFiles {
  let home: HomeFolder

  init(_ home: HomeFolder) { self.home = home }

  /// What stands before a name in what is printed, so that an editor finds the file.
  static let prefix = "Policies/"

  /// Diagnostics with the lines that they speak of; the files are read only now.
  func listing(_ diagnostics: [Diagnostic]) -> DiagnosticListing {
    var sources: [String: String] = [:]
    var told: [Diagnostic] = []
    for diagnostic in diagnostics {
      guard let name = diagnostic.file, FileReader.isFile(home.policies + "/" + name) else {
        told.append(diagnostic)
        continue
      }
      let shown = PolicyFiles.prefix + name
      if sources[shown] == nil { sources[shown] = text(of: name) }
      told.append(
        Diagnostic(
          diagnostic.id, diagnostic.message, severity: diagnostic.severity,
          remedy: diagnostic.remedy, file: shown, position: diagnostic.position,
          path: diagnostic.path))
    }
    return DiagnosticListing(told, sources: sources)
  }

  private func text(of name: String) -> String {
    do throws(FileReader.Failure) {
      let bytes = try FileReader.bytes(of: home.policies + "/" + name, limit: 1 << 24)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return ""
    }
  }
}
