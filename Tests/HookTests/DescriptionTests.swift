import Formats
import HookSamples
import Ledger
import Testing
import Trade

@testable import Hook

/// The served description says what the routes do, and nothing else.
struct DescriptionTests {
  @Test func everyReferenceOfTheDescriptionLeadsSomewhere() throws {
    let json = OpenAPIDocument.json(countries: ["DE"])
    #expect(json["openapi"]?.string == "3.1.0")
    let schemas = try #require(json["components"]?["schemas"]?.members)
    #expect(schemas.count > 10)
    let names = Set(schemas.map(\.key))
    var found = 0
    func look(_ json: JSON) {
      if let reference = json["$ref"]?.string {
        found += 1
        #expect(names.contains(String(reference.split(separator: "/").last ?? "")), "\(reference)")
      }
      for member in json.members ?? [] { look(member.value) }
      for element in json.array ?? [] { look(element) }
    }
    look(json)
    #expect(found > 20)
  }

  /// What the reader of orders takes for an empty text, the description excludes, and nothing else.
  @Test func theDescriptionKnowsWhatCanBeSeen() throws {
    let schemas = OpenAPIDocument.json(countries: ["DE"])["components"]?["schemas"]
    let pattern = try #require(schemas?["VisibleText"]?["pattern"]?.string)
    #expect(pattern.hasPrefix("[^") && pattern.hasSuffix("]"))
    var blank: Set<UInt32> = []
    let scalars = Array(pattern.unicodeScalars.dropFirst(2).dropLast()).map(\.value)
    var place = 0
    while place < scalars.count {
      let isRange = place + 2 < scalars.count && scalars[place + 1] == 0x2D
      blank.formUnion(scalars[place]...(isRange ? scalars[place + 2] : scalars[place]))
      place += isRange ? 3 : 1
    }
    var differing: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if SuspiciousText.isBlank(String(scalar)) != blank.contains(value) { differing.append(value) }
    }
    #expect(differing == [])
  }

  /// What is refused as no body at all the description does not allow.
  @Test func aTableHasSomethingInIt() throws {
    let operation = OpenAPIDocument.json(countries: ["DE"])["paths"]?["/v1/screenings"]?["post"]
    let table = operation?["requestBody"]?["content"]?["text/csv"]?["schema"]
    #expect(table?["minLength"]?.integer == 1)
    let response = try HookSpace().service().ask(
      "POST", "/v1/screenings",
      [("content-type", "text/csv"), ("idempotency-key", "empty")])
    #expect((response.status, response.decision) == (400, "hold"))
  }

  /// The contract writes amounts as text, so that no program rounds them.
  @Test(arguments: ["2", "2.5", "1e3"])
  func anAmountThatIsANumberIsRefused(_ quantity: String) throws {
    let order = Samples.order("allow-1").replacing("\"2\"", with: quantity)
    let response = try HookSpace().service().screen(order)
    #expect((response.status, response.decision) == (422, "hold"), "\(response.text)")
  }

  /// A value of a party's property is a text that can be seen, in the description as in the reader.
  @Test(arguments: ["null", "\"\"", "\" \""])
  func whatIsRefusedOfAPartyIsNotDescribed(_ value: String) throws {
    let schemas = OpenAPIDocument.json(countries: ["DE"])["components"]?["schemas"]
    let party = schemas?["ScreeningRequest"]?["properties"]?["parties"]?["items"]?["properties"]
    let items = party?["entity"]?["properties"]?["properties"]?["additionalProperties"]?["items"]
    #expect(items?["$ref"]?.string == "#/components/schemas/VisibleText")
    let order = Samples.order("allow-1").replacing("\"Musterstadt Hospital\"", with: value)
    #expect(try HookSpace().service().screen(order).status == 422)
  }

  @Test func everyRouteIsDescribedAndNoOtherIs() throws {
    let paths = try #require(OpenAPIDocument.json(countries: [])["paths"]?.members)
    let described = Set(
      paths.flatMap { path in (path.value.members ?? []).map { $0.key + " " + path.key } })
    #expect(
      described == Set(RouteTable.routes.map { $0.method.lowercased() + " " + $0.path }))
    #expect(Set(RouteTable.routes.map(\.name)).count == RouteTable.routes.count)
  }

  @Test func everyLinkLeadsToARouteWithAnId() throws {
    let paths = try #require(OpenAPIDocument.json(countries: [])["paths"]?.members)
    let names = Set(
      RouteTable.routes.filter { $0.pathParameters.contains { $0.name == "id" } }.map(\.name))
    var found = 0
    for operation in paths.flatMap({ $0.value.members ?? [] }) {
      for answer in operation.value["responses"]?.members ?? [] {
        for link in answer.value["links"]?.members ?? [] {
          found += 1
          #expect(names.contains(link.value["operationId"]?.string ?? ""), "\(link.key)")
        }
      }
    }
    #expect(found == 7)
  }

  @Test(arguments: Problem.Kind.allCases)
  func everyProblemHoldsAndItsTypeLeadsToAPage(_ kind: Problem.Kind) throws {
    let response = Problem(kind, "why").response
    #expect(response.decision == "hold")
    #expect(response.status >= 400)
    #expect(response.header("Content-Type") == "application/problem+json")
    let page = try HookSpace().service().ask(
      "GET", try #require(response.json["type"]?.string), key: nil)
    #expect(page.status == 200)
    #expect(page.text.contains("<h1>\(kind.title)</h1>"))
  }

  @Test func whatIsNotThereIsAHoldToo() throws {
    let service = try HookSpace().service()
    let missing = try service.ask("GET", "/v2/screenings", key: nil)
    #expect((missing.status, missing.decision) == (404, "hold"))
    let method = try service.ask("DELETE", "/v1/screenings", key: nil)
    #expect((method.status, method.decision) == (405, "hold"))
    #expect(method.header("Allow") == "POST")
    let type = try service.ask(
      "POST", "/v1/screenings", [("content-type", "text/xml")], body: "<order/>")
    #expect((type.status, type.decision) == (415, "hold"))
    let zipped = try service.ask(
      "POST", "/v1/screenings",
      [("content-type", "application/json"), ("content-encoding", "gzip")], body: "x")
    #expect(zipped.status == 415)
  }

  @Test func theNumbersHaveTheirNames() throws {
    let service = try HookSpace().service()
    let response = try service.screen(Samples.order("block-1"))
    service.finished(nil, response, nanoseconds: 2_000_000)
    let text = try service.ask("GET", "/metrics", key: nil).text
    for line in [
      "scruple_screenings_total{decision=\"block\",lane=\"legal\"} 1",
      "scruple_decision_seconds_count 1", "scruple_list_entries{list=\"us-test-list\"} 25921",
      "scruple_list_age_seconds{list=\"us-test-list\"} 43200", "scruple_log_tree_size 3",
      "http_server_request_duration_seconds_count{http_request_method=\"other\","
        + "http_route=\"/v1/screenings\",http_response_status_code=\"200\"} 1",
    ] {
      #expect(text.contains(line + "\n"), "\(line) in \(text)")
    }
  }

  @Test func proofsKeysAndCheckpointsVerify() throws {
    let space = try HookSpace()
    let service = try space.service()
    let id = try service.screen(Samples.order("hold-1")).json["determinationId"]?.string ?? ""
    _ = try service.screen(Samples.order("hold-2"))
    let proof = try service.ask(
      "GET", "/v1/determinations/\(id)/proof", key: HookSpace.officer)
    #expect(proof.status == 200, "\(proof.text)")
    let checkpoint = try service.ask("GET", "/v1/log/checkpoint", key: nil)
    #expect(proof.json["checkpoint"]?.string == checkpoint.text)
    #expect(checkpoint.text.hasPrefix("example.org/ledger\n4\n"))
    let consistency = try service.ask(
      "GET", "/v1/log/consistency?from=2", key: HookSpace.officer)
    #expect(consistency.json["from"]?.integer == 2)
    #expect(
      try service.ask("GET", "/v1/log/consistency?from=99", key: HookSpace.officer).status == 404)
    #expect(
      try service.ask("GET", "/v1/log/consistency", key: HookSpace.officer).status == 400)
    let keys = try service.ask("GET", "/v1/keys", key: nil)
    #expect(keys.json["log"]?.string == (try space.keys.published.log.text))
  }

  @Test func aMemoIsMadeAgainFromItsRecordOrNotAtAll() throws {
    let space = try HookSpace()
    let service = try space.service()
    let id = try service.screen(Samples.order("hold-1")).json["determinationId"]?.string ?? ""
    let path = "/v1/determinations/\(id)/memo"
    let memo = try service.ask("GET", path + ".html", key: HookSpace.officer)
    #expect(memo.status == 200, "\(memo.text.prefix(300))")
    #expect(memo.text.contains("Musterstadt Hospital"))
    #expect(try service.ask("GET", path + ".txt", key: HookSpace.officer).status == 200)
    service.holder.replace(by: FakeBasis(name: "two"))
    let other = try service.ask("GET", path + ".html", key: HookSpace.officer)
    #expect((other.status, other.decision) == (409, "hold"))
  }
}
