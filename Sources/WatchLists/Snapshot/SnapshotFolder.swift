import Formats

extension ListStore {
  /// The folder of what is compiled, beside the versions that it was made from.
  ///
  /// Its name begins with a dot, which no feed's does. Everything in it can be made again.
  public static let compiledFolder = ".compiled"

  /// The compiled snapshot that belongs to a key.
  func file(of key: SnapshotKey) -> String {
    "\(folder)/\(ListStore.compiledFolder)/\(key.name)"
  }
}
