import Formats

/// The folder that holds `Policies` and `Data`.
///
/// Searched in `--home`, `$SCRUPLE_HOME`, `<prefix>/share/scruple`, and the ancestors of the
/// executable; never in the working directory, so that nobody's folder can replace the policies.
struct HomeFolder {
  let path: String

  var data: String { path + "/Data" }
  var policies: String { path + "/Policies" }
  var demonstration: String { data + "/demonstration" }

  init(option: String?) throws(CommandFailure) {
    if let named = option ?? Process.variable("SCRUPLE_HOME") {
      guard HomeFolder.isHome(named) else {
        throw CommandFailure(
          .inputOutput,
          "scruple: `\(named)` does not hold both Policies and Data; correct "
            + (option == nil ? "$SCRUPLE_HOME" : "--home"))
      }
      path = named
      return
    }
    var folder = Process.executablePath.map(HomeFolder.parent) ?? ""
    let shared = HomeFolder.parent(folder) + "/share/scruple"
    if HomeFolder.isHome(shared) {
      path = shared
      return
    }
    while !folder.isEmpty {
      if HomeFolder.isHome(folder) {
        path = folder
        return
      }
      folder = HomeFolder.parent(folder)
    }
    throw CommandFailure(
      .inputOutput,
      "scruple: no folder with Policies and Data stands above the program; set --home or "
        + "$SCRUPLE_HOME")
  }

  private static func isHome(_ path: String) -> Bool {
    FileReader.isFolder(path + "/Policies") && FileReader.isFolder(path + "/Data")
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
