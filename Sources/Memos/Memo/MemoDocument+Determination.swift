import Digests
import Formats
public import Screening

extension MemoDocument {
  /// Writes the memo of one determination: page 1, sections 2 to 10 and the annexes.
  public init(_ determination: Determination) {
    let subject = MemoSubject(determination)
    let number = MemoDocument.memoNumber(of: determination)
    let body = [
      subject.transaction, subject.items, subject.legalAnalysis, subject.redFlags,
      subject.humanRights, subject.tenders, subject.counterEvidence, subject.limits,
      subject.history,
    ]
    self.init(
      title:
        "Determination memo \(number): order \(visible(determination.order.reference)) "
        + "revision \(determination.order.revision)",
      memoNumber: number, header: subject.header(number: number),
      sections: [subject.summary(body: body)] + body + subject.annexes,
      demonstration: determination.demonstration)
  }

  /// `M-` and the first ten characters of the determination's own id.
  static func memoNumber(of determination: Determination) -> String {
    let id = determination.id
    return "M-" + (id.hasPrefix("det_") ? id.dropFirst(4) : id[...]).prefix(10)
  }
}

extension MemoSubject {
  func header(number: String) -> [MemoDefinition] {
    func item(_ term: String, _ runs: MemoRun...) -> MemoDefinition {
      MemoDefinition(term: term, runs: runs)
    }
    let retrieved = determination.coverage.lists.compactMap(\.retrieved).sorted()
    var data = "no list version is dated"
    if let first = retrieved.first, let last = retrieved.last {
      data = first == last ? "lists of \(first)" : "lists of \(first) to \(last)"
    }
    var marking =
      "Privileged and confidential. Profile counsel (full): for counsel and compliance officers, "
      + "not for sales, order systems or customers."
    if mayBeRefused { marking += " A refusal is decided or possible: legal only." }
    return [
      item("Determination", .text(determination.id)),
      item(
        "Order", .quotation(order.reference), .text(" revision \(order.revision), from "),
        .quotation(order.system)),
      item("As of", .text("\(determination.asOf) (date, UTC)")),
      item("Data as of", .text(data)),
      item("Status", .strong("DRAFT"), .text(", machine text; the signer owns the words")),
      item("Prepared by", .text("Scruple, for review by a person")),
      item(
        "Policy",
        .text("\(determination.policy.name) \(determination.policy.revision), "),
        .text(abbreviated(determination.policy.digest)), .text(" (full digest in "),
        .reference("F"), .text(")")),
      item("Distribution", .text(marking)),
    ]
  }

  /// The first twelve digits, enough to compare by eye; annex F holds all of them.
  private func abbreviated(_ digest: String) -> String {
    let digits = digest.hasPrefix("sha256:") ? String(digest.dropFirst(7)) : digest
    return "sha256 " + digits.prefix(12) + (digits.count > 12 ? "…" : "")
  }
}
