import Testing

@testable import Transfers

@Suite("A redirect never leaves encryption")
struct RedirectTests {
  private func next(_ address: String, _ redirect: String?) throws -> WebAddress {
    try Transfer.next(
      after: try #require(WebAddress(address)), redirect, status: 302)
  }

  @Test func encryptedAddressesLeadToEncryptedOnes() throws {
    #expect(try next("https://example.org/a", "https://example.com/b").host == "example.com")
    #expect(throws: TransferFailure.self) {
      try next("https://example.org/a", "http://example.org/a")
    }
  }

  @Test func othersMayLeadAnywhereOnTheWeb() throws {
    #expect(try next("http://example.org/a", "https://example.org/a").isEncrypted)
    #expect(try next("http://example.org/a", "http://example.org/b").isEncrypted == false)
    #expect(throws: TransferFailure.self) { try next("http://example.org/a", "file:///etc/hosts") }
    #expect(throws: TransferFailure.self) { try next("http://example.org/a", nil) }
  }
}
