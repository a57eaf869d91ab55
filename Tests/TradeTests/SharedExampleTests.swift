import Formats
import Testing

@testable import Trade

@Suite("The example that the schema gives")
struct SharedExampleTests {
  static let path: String? = {
    let folder =
      SharedFolder.environment("SCRUPLE_SHARED")
      ?? #filePath.split(separator: "/Tests/").first.map { String($0) + "/../shared" }
    let path = (folder ?? "") + "/schema/examples/screening_request.json"
    return FileReader.isFile(path) ? path : nil
  }()

  @Test(.enabled(if: path != nil))
  func theExampleReadsWithoutAWarningAndBackAgain() throws {
    let path = try #require(Self.path)
    let decoded = OrderDecoder.decode(
      try FileReader.bytes(of: path), file: path, knownCountries: SampleOrder.countries)
    #expect(decoded.flatMap(\.diagnostics).map(\.line) == [])
    let order = try #require(decoded.first?.order)
    #expect(order.parties.map(\.id) == ["p1", "p2"])
    #expect(SampleOrder.decode(order.json.text()).first?.order == order)
  }
}
