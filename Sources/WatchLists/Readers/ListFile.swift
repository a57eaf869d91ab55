/// One file of a list, by the name that messages give it.
public struct ListFile: Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The name without folders, in small letters: publishers mix `SDN.CSV` and `sdn.csv`.
  var shortName: String {
    (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
  }
}
