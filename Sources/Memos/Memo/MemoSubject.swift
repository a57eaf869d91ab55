import Formats
import Policy
import Screening

/// The determination that a memo is about, with what several sections ask of it.
struct MemoSubject {
  let determination: Determination
  /// Words of others that may stand inside our sentences, longest first.
  private let foreign: [String]

  init(_ determination: Determination) {
    self.determination = determination
    let order = determination.order
    let words =
      order.parties.flatMap(\.names) + order.lines.map(\.description)
      + [order.endUse].compactMap { $0 } + determination.evidence.map(\.title)
    foreign = Set(words.filter { $0.unicodeScalars.count > 1 })
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  var order: OrderSummary { determination.order }

  /// Whether a refusal is decided or may still follow: then nothing goes to the customer.
  var mayBeRefused: Bool { determination.mayBeRefused }

  /// The text with names and other foreign words marked as quotations.
  func quoting(_ text: String) -> [MemoRun] {
    // Bytes, because comparing by characters took most of the time of a memo.
    let bytes = Array(text.utf8)
    let names = foreign.map { (text: $0, bytes: Array($0.utf8)) }.filter { !$0.bytes.isEmpty }
    let starts = Set(names.map { $0.bytes[0] })
    var runs: [MemoRun] = []
    var own = 0
    var index = 0
    func addOwn() {
      guard own < index else { return }
      runs.append(.text(String(decoding: bytes[own..<index], as: UTF8.self)))
    }
    while index < bytes.count {
      guard starts.contains(bytes[index]),
        let name = names.first(where: { bytes[index...].starts(with: $0.bytes) })
      else {
        index += 1
        continue
      }
      addOwn()
      runs.append(.quotation(name.text))
      index += name.bytes.count
      own = index
    }
    addOwn()
    return runs
  }

  /// Evidence and law first; the rule always, because its inputs stand in annex C.
  func citations(of finding: Finding, withRule: Bool = true) -> [MemoRun] {
    var citations = evidence(finding.evidence) + finding.legalBasis.map { .citation(.law($0)) }
    if withRule || citations.isEmpty { citations.append(.citation(.rule(finding.rule))) }
    return citations
  }

  func evidence(_ ids: [String]) -> [MemoRun] { ids.map { .citation(.evidence($0)) } }

  func findings(in lane: Lane) -> [Finding] { determination.findings.filter { $0.lane == lane } }

  /// The name of a party as written, or its id where it has none.
  func name(ofParty id: String) -> [MemoRun] {
    guard let party = order.parties.first(where: { $0.id == id }) else { return [.text(id)] }
    return party.names.first.map { [.quotation($0)] } ?? [.text(id)]
  }

  /// Why an order could not be screened, in words that finish "because …".
  var failure: String {
    let faults = determination.coverage.lists.filter { $0.isRequired && !$0.answered }.map {
      "the required list \($0.name) did not answer (\($0.faults.joined(separator: "; ")))"
    }
    if !faults.isEmpty { return faults.joined(separator: ", and ") }
    if let notice = determination.notices.first(where: { $0.severity == .error }) {
      return notice.message
    }
    if let finding = determination.findings.first(where: { $0.kind == .dataGap }) {
      return finding.reason
    }
    let summary = determination.lanes.data.summary
    return summary.isEmpty ? "the record does not say why" : summary
  }

  /// What the searches of official lists gave, without a word that reads as a verdict.
  var listResult: String {
    let lists = determination.coverage.lists
    let answered = lists.filter(\.answered)
    guard !lists.isEmpty else { return "No list was searched." }
    let searched =
      "\(answered.count) of \(counted(lists.count, "list")) answered, as of "
      + "\(determination.asOf)"
    let official = Set(
      determination.evidence.filter { $0.kind == .officialList }.map(\.id))
    let cited = determination.findings.contains { finding in
      finding.evidence.contains { official.contains($0) }
    }
    if cited { return "\(searched); entries that bear on a party are cited in the findings." }
    guard !answered.isEmpty else { return "\(searched); nothing can be said about listed parties." }
    return "\(searched); no listed party was found in those that answered. "
      + "A search without a result is limited to what annex B names."
  }
}
