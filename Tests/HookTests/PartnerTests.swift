import Digests
import Formats
import HookSamples
import Ledger
import LocalServer
import Synchronization
import TestFolders
import Testing
import Transfers

@testable import Hook

struct PartnerTests {
  /// The example of the specification's own reference libraries.
  @Test func aSignatureIsThatOfTheSpecification() throws {
    let secret = try #require(
      StandardWebhook.secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let body = Array("{\"test\": 2432232314}".utf8)
    let signature = StandardWebhook.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: body, secrets: [secret])
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    func verifies(_ shown: String, time: String = "1614265330", now: Int = 1_614_265_330) -> Bool {
      StandardWebhook.verifies(
        shown, id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: time, body: body, secrets: [secret],
        now: now)
    }
    #expect(verifies("v1,AAAA " + (signature ?? "")))
    #expect(!verifies("v1,AAAA"))
    #expect(!verifies(""))
    #expect(!verifies((signature ?? "").replacing("v1,", with: "v2,")))
    #expect(!verifies(signature ?? "", now: 1_614_265_631))
    #expect(!verifies(signature ?? "", time: "01614265330"))
  }

  @Test(arguments: ["whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", ""])
  func aSecretThatIsTooShortIsNone(_ text: String) {
    #expect(StandardWebhook.secret(text) == nil)
  }

  private static func partners(_ style: String, _ secret: String) throws -> Partners {
    let text = """
      {"version": 1, "sources": [{"id": "shop", "style": "\(style)", "secrets": ["\(secret)"]}]}
      """
    return try Partners(try JSONReader.read(Array(text.utf8)), file: "partners.json")
  }

  private static func hmac(_ body: String, _ secret: String) -> String {
    KeyedDigest.make(of: Array(body.utf8), key: Array(secret.utf8)).map(Base64.padded.text) ?? ""
  }

  @Test(arguments: [
    ("shopify", "x-shopify-hmac-sha256"), ("frappe", "x-frappe-webhook-signature"),
  ])
  func aNativeSignatureOpensOnlyForTheBytesItIsOf(_ style: String, _ header: String) throws {
    let space = try HookSpace()
    let secret = "a-secret-of-the-shop"
    let now = Mutex(HookSpace.now)
    let service = HookService(
      ledger: try space.ledger(), holder: BasisHolder(FakeBasis()), keys: KeyRing(),
      partners: try Self.partners(style, secret), clock: { (now.withLock { $0 }, 0) })
    let order = Samples.order("hold-1")
    func send(_ body: String, _ signature: String, _ source: String = "shop") throws -> HTTPResponse
    {
      try service.ask(
        "POST", "/v1/inbound/\(source)", [(header, signature)], key: nil, body: body)
    }
    let good = try send(order, Self.hmac(order, secret))
    #expect(good.status == 200, "\(good.text)")
    #expect(good.decision == "hold")
    let again = try send(order, Self.hmac(order, secret))
    #expect(again.body == good.body)
    // Nobody gets an old answer by sending old bytes again: another day decides anew.
    now.withLock { $0 += 86_400 }
    let later = try send(order, Self.hmac(order, secret))
    #expect(later.status == 200)
    func place(_ response: HTTPResponse) -> Int? {
      response.json["audit"]?["leafIndex"]?.integer
    }
    #expect(try #require(place(later)) > (try #require(place(good))))
    for (body, signature, source) in [
      (order + " ", Self.hmac(order, secret), "shop"), (order, Self.hmac(order, "another"), "shop"),
      (order, "", "shop"), (order, "%%%", "shop"), (order, Self.hmac(order, secret), "other"),
    ] {
      let bad = try send(body, signature, source)
      #expect((bad.status, bad.decision) == (401, "hold"))
    }
  }

  @Test func anEventThatComesAgainWithAnotherBodyIsRefused() throws {
    let space = try HookSpace()
    let secret = "a-secret-of-the-shop"
    let service = HookService(
      ledger: try space.ledger(), holder: BasisHolder(FakeBasis()), keys: KeyRing(),
      partners: try Self.partners("shopify", secret), clock: { (HookSpace.now, 0) })
    func send(_ order: String) throws -> Int {
      try service.ask(
        "POST", "/v1/inbound/shop",
        [("x-shopify-hmac-sha256", Self.hmac(order, secret)), ("x-shopify-event-id", "e-1")],
        key: nil, body: order
      ).status
    }
    #expect(try send(Samples.order("hold-1")) == 200)
    #expect(try send(Samples.order("hold-1")) == 200)
    #expect(try send(Samples.order("hold-2")) == 422)
  }

  @Test(arguments: [
    "{}", #"{"version":1,"endpoints":[{}]}"#,
    #"{"version":1,"endpoints":[{"id":"a","url":"http://elsewhere.example/","secrets":["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]}]}"#,
    #"{"version":1,"endpoints":[{"id":"a","url":"https://e.example/","secrets":[]}]}"#,
    #"{"version":1,"endpoints":[{"id":"../a","url":"https://e.example/","secrets":["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]}]}"#,
    #"{"version":1,"sources":[{"id":"a","style":"shopify","secrets":["short"]}]}"#,
    #"{"version":1,"sources":[{"id":"a","style":"other","secrets":["0123456789abcdef"]}]}"#,
  ])
  func aFileOfPartnersThatIsWrongIsRefused(_ text: String) throws {
    let json = try JSONReader.read(Array(text.utf8))
    #expect(throws: Diagnostic.self) { try Partners(json, file: "partners.json") }
  }

  @Test func secretsThatOthersMayReadAreRefused() throws {
    let path = try Scratch.path("partners")
    try FileWriter.write(#"{"version":1}"#, to: path)
    #expect(throws: Diagnostic.self) { try Partners(file: path) }
  }
}
