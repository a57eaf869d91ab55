import Formats
import Screening

/// Writes the answers of `screen-party` in the form that was asked for, and counts them.
struct PartyOutput {
  enum Form: String {
    case text, json, ndjson

    /// What a command line that cannot be read most likely asks for.
    init(mostLikelyIn words: [String]) {
      func asks(_ form: String) -> Bool {
        words.contains("--output=" + form)
          || zip(words, words.dropFirst()).contains { $0 == "--output" && $1 == form }
      }
      self = asks("ndjson") ? .ndjson : asks("json") ? .json : .text
    }

    init(_ arguments: Arguments) throws(CommandFailure) {
      let named = arguments.option("output") ?? "text"
      guard let form = Form(rawValue: named) else {
        throw CommandFailure(
          .usage, "scruple: `\(named)` is no form of output; use text, json or ndjson")
      }
      self = form
    }
  }

  private let form: Form
  private let isBatch: Bool
  private var bodies: [JSON] = []
  private var counts: [PartyScreening.Result: Int] = [:]
  private var unscreened = 0
  /// Of all answers the same, so that a batch in text tells it once.
  private var last: PartyScreening?

  init(form: Form, isBatch: Bool) {
    self.form = form
    self.isBatch = isBatch
  }

  mutating func add(_ screening: PartyScreening) {
    counts[screening.result, default: 0] += 1
    let isFirst = last == nil
    last = screening
    switch form {
    case .text:
      let report = PartyReport(screening)
      if isBatch, isFirst { Output.write(report.banner) }
      Output.write(isBatch ? report.brief + "\n" : report.text)
    case .ndjson: Output.write(screening.json.text() + "\n")
    case .json: bodies.append(screening.json)
    }
  }

  mutating func add(_ fault: UnscreenedParty) {
    unscreened += 1
    if form == .json {
      bodies.append(fault.json)
    } else {
      PartyOutput.write(fault, form)
      if form == .text { Output.write("\n") }
    }
  }

  static func write(_ fault: UnscreenedParty, _ form: Form) {
    switch form {
    case .text: Output.write(fault.text)
    case .json: Output.write(fault.json.text(indented: true) + "\n")
    case .ndjson: Output.write(fault.json.text() + "\n")
    }
  }

  mutating func finish() {
    if form == .json {
      let all = isBatch ? JSON.array(bodies) : bodies.first ?? .null
      Output.write(all.text(indented: true) + "\n")
    }
    guard form == .text, isBatch else { return }
    if let last { Output.write(PartyReport(last).coverage + "\n") }
    Output.write(total + "\n")
  }

  private var total: String {
    func count(_ result: PartyScreening.Result) -> Int { counts[result, default: 0] }
    let all = counts.values.reduce(unscreened, +)
    let parts: [(Int, String)] = [
      (count(.listed), "listed"), (count(.ownedByListed), "owned or controlled by listed parties"),
      (count(.possiblyListed), "possibly listed"), (count(.ownersOpen), "with owners to be known"),
      (count(.reachedAtListed), "at the address of a listed body"),
      (count(.notFound), "not found"),
      (count(.notSearched), "data insufficient"),
      (unscreened, "not screened"),
    ]
    return "\(all) \(all == 1 ? "row" : "rows"): "
      + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " · ")
  }
}
