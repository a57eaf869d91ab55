public import Formats
import Trade

/// The systems that send signed orders, those that are told of changes, and how tables of orders
/// are written, from one file that only its owner may read: it holds secrets.
public struct Partners: Sendable {
  public let endpoints: [WebhookEndpoint]
  let sources: [InboundSource]
  /// How tables of orders are written that somebody sends.
  let tables: [OrderColumns]

  public init() {
    tables = []
    endpoints = []
    sources = []
  }

  public init(file path: String) throws(Diagnostic) {
    guard FileReader.isShared(path) != true else {
      throw Diagnostic(
        "HOK020", "others than its owner may read the secrets", remedy: "`chmod 600` it",
        file: path)
    }
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.bytes(of: path, limit: 1 << 20)
    } catch {
      throw Diagnostic("HOK022", error.message, file: path)
    }
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(bytes)
    } catch {
      throw Diagnostic("HOK021", error.message, file: path, position: error.position)
    }
    try self.init(json, file: path)
  }

  init(_ json: JSON, file: String) throws(Diagnostic) {
    guard json["version"]?.integer == 1 else {
      throw Diagnostic("HOK023", "`version` must be 1", file: file)
    }
    var endpoints: [WebhookEndpoint] = []
    for (place, entry) in (json["endpoints"]?.array ?? []).enumerated() {
      endpoints.append(try WebhookEndpoint(entry, path: "endpoints[\(place)]"))
    }
    var sources: [InboundSource] = []
    for (place, entry) in (json["sources"]?.array ?? []).enumerated() {
      sources.append(try InboundSource(entry, path: "sources[\(place)]"))
    }
    var tables: [OrderColumns] = []
    for (place, entry) in (json["tables"]?.array ?? []).enumerated() {
      tables.append(try OrderColumns(entry, path: "tables[\(place)]"))
    }
    guard Set(tables.map(\.id)).count == tables.count,
      tables.allSatisfy({ Partners.isName($0.id) })
    else {
      throw Partners.fault(
        "each table needs an `id` of its own of letters, digits and `-`", "tables")
    }
    self.tables = tables
    let names = endpoints.map(\.id) + sources.map(\.id)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw Diagnostic(
        "HOK024", "two partners have the `id` `\(twice)`",
        remedy: "give each of `sources` and `endpoints` an `id` that no other of both has",
        file: file)
    }
    self.endpoints = endpoints
    self.sources = sources
  }

  static func fault(_ message: String, _ path: String) -> Diagnostic {
    Diagnostic("HOK025", message, path: path)
  }

  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
