public import Formats

/// Why no usable bytes came from a server.
public struct TransferFailure: Error, Sendable, Hashable {
  public enum Cause: Sendable, Hashable {
    /// No connection; the reason in the words of libcurl.
    case unreachable(String)
    /// The certificate or the encryption is not to be trusted.
    case untrusted(String)
    case timedOut(received: Int)
    /// The connection ended before what was declared had come.
    case cutOff(received: Int)
    case tooLong(limit: Int)
    /// A content encoding that is not known, or that cannot be decoded.
    case notDecodable(String)
    case status(Int)
    case tooManyRedirects(Int)
    /// Where the redirect leads: to no address of the web, or from `https` to `http`.
    case unsafeRedirect(String)
    case empty
    case webPage
    /// The name leads into a network that is not public.
    case forbiddenAddress
    case other(String)
  }

  public let cause: Cause
  /// The one that failed, which may be where a redirect led.
  public let address: WebAddress

  /// Whether it may be another matter in a while.
  public var isPassing: Bool {
    switch cause {
    case .unreachable, .timedOut, .cutOff: true
    case .status(let status): status == 408 || status == 429 || (500...599).contains(status)
    default: false
    }
  }

  /// `TRF001` to `TRF013`, by cause.
  public var diagnostic: Diagnostic {
    let (id, words, remedy) = told
    return Diagnostic(id, "`\(address)` \(words)", remedy: remedy)
  }

  private var told: (id: String, words: String, remedy: String) {
    switch cause {
    case .unreachable(let reason):
      ("TRF001", "cannot be reached: \(reason)", "check the address and the network")
    case .untrusted(let reason):
      ("TRF002", "is not to be trusted: \(reason)", "never fetch a list past its certificate")
    case .timedOut(let received):
      ("TRF003", "took too long; \(received) bytes had come", "try later, or raise --timeout")
    case .cutOff(let received):
      ("TRF004", "sent less than it declared; \(received) bytes had come", "try later")
    case .tooLong(let limit):
      ("TRF005", "sends more than \(limit) bytes", "check what stands at the address")
    case .notDecodable(let reason):
      ("TRF006", "sent bytes that cannot be decoded: \(reason)", "try later")
    case .status(let status):
      ("TRF007", "answered with status \(status)\(meaning(of: status))", remedy(of: status))
    case .tooManyRedirects(let count):
      ("TRF008", "leads on more than \(count) times", "give the address where the file stands")
    case .unsafeRedirect(let text):
      ("TRF009", "leads to \(text)", "give the address where the file stands")
    case .empty: ("TRF010", "answered with nothing", "try later")
    case .webPage:
      ("TRF011", "answered with a web page, not a file", "open it to see what it says")
    case .forbiddenAddress:
      ("TRF013", "leads to an address that is not public", "give one that is")
    case .other(let reason): ("TRF012", "was not fetched: \(reason)", "check the address")
    }
  }

  private func meaning(of status: Int) -> String {
    switch status {
    case 401, 403: ", which refuses access"
    case 404, 410: ", so there is no such file"
    case 429: ", which asks for fewer requests"
    case 500...599: ", a fault of the server"
    default: ""
    }
  }

  private func remedy(of status: Int) -> String {
    switch status {
    case 401, 403: "check whether the address needs a key"
    case 404, 410: "look up the present address of the list at its publisher"
    default: isPassing ? "try later" : "check the address"
    }
  }
}
