import Formats
import Testing

@testable import Transfers

@Suite("Addresses are of the web, and keep their keys to themselves")
struct WebAddressTests {
  @Test(arguments: [
    "", "list.csv", "file:///etc/passwd", "ftp://example.org/list", "https://", "https:///list",
    "https://user@/list", "https://exa mple.org/", "https://example.org/\r\nHost: other",
    "javascript://example.org", "http://:80/",
  ])
  func whatIsNoneIsRefused(_ text: String) {
    #expect(WebAddress(text) == nil, "\(text)")
  }

  @Test(arguments: [
    (
      "https://user:secret@example.org:8443/lists/a.csv?token=secret#secret",
      "https://example.org:8443/lists/a.csv", "example.org"
    ),
    ("HTTPS://Example.org?token=secret", "https://Example.org", "example.org"),
    ("http://[::1]:8080/x", "http://[::1]:8080/x", "[::1]"),
    ("https://a@b:c@example.org/@secret-free", "https://example.org/@secret-free", "example.org"),
  ])
  func keysAreNotDescribed(_ text: String, _ description: String, _ host: String) throws {
    let address = try #require(WebAddress(text))
    #expect(address.description == description)
    #expect(address.host == host)
    #expect(address.text == text)
    let failure = TransferFailure(cause: .status(404), address: address)
    #expect(!failure.diagnostic.line.contains("secret@"))
    #expect(!failure.diagnostic.line.contains("token"))
  }

  @Test func validatorsCannotCarryFurtherFields() {
    #expect(Validators(entityTag: "\"a\"\r\nX: y").isEmpty)
    #expect(Validators(entityTag: "", lastModified: "\u{7F}").isEmpty)
    #expect(Validators(entityTag: "W/\"a\"").entityTag == "W/\"a\"")
  }
}
