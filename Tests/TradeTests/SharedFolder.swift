import Glibc

/// Where material that is not part of the repository may be found.
enum SharedFolder {
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
