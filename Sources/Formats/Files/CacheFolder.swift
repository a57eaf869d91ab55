/// Where the program may keep what it can make again: the user's own cache, never an installation.
///
/// `$XDG_CACHE_HOME/scruple`, else `~/.cache/scruple` (XDG Base Directory Specification). It need not
/// be there, nor be writable.
public struct CacheFolder: Sendable {
  /// The absolute path; nothing need be there.
  public let path: String

  /// A folder that is known by its path.
  public init(path: String) { self.path = path }

  /// Nil where the surroundings name no such folder, or where it lies within one of `others`, whose
  /// content it would change.
  public init?(outside others: [String]) {
    self.init(
      cache: Process.variable("XDG_CACHE_HOME"), home: Process.variable("HOME"), outside: others)
  }

  init?(cache: String?, home: String?, outside others: [String]) {
    var base: String?
    // A relative path is to be ignored.
    if let cache, cache.hasPrefix("/") {
      base = cache
    } else if let home, home.hasPrefix("/"), FileReader.isFolder(home) {
      // The home of nobody is not made.
      base = home + "/.cache"
    }
    guard let base else { return nil }
    path = base + "/scruple"
    let place = FileReader.resolved(path) + "/"
    guard !others.contains(where: { place.hasPrefix(FileReader.resolved($0) + "/") }) else {
      return nil
    }
  }
}
