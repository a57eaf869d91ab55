/// When the sender of a request wants its answer (RFC 7240: `respond-async`, `wait`).
enum AnswerPreference: Equatable {
  /// At once; later only where that does not come to be.
  case now
  /// At once, if that takes no longer than so many seconds.
  case within(seconds: Double)
  case later

  /// What is not understood of the field is passed over, as the specification asks.
  init(_ headers: [(name: String, value: String)]) {
    var isAsync = false
    var wait: Double?
    for header in headers where header.name == "prefer" {
      for preference in header.value.split(separator: ",") {
        let words = preference.split(separator: ";").first?.split(separator: "=") ?? []
        let word = words.first.map { $0.filter { !$0.isWhitespace }.lowercased() }
        if word == "respond-async", words.count == 1 { isAsync = true }
        if word == "wait", words.count == 2, wait == nil {
          wait = UInt32(words[1].filter { !$0.isWhitespace }).map(Double.init)
        }
      }
    }
    self =
      switch (isAsync, wait) {
      case (false, _): .now
      case (true, nil), (true, 0): .later
      case (true, let wait?): .within(seconds: wait)
      }
  }
}
