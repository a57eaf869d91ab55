/// Whom a text names as the source of what it says, to be found among those who publish.
struct CitedName {
  /// The id of a known publisher, else the name as a root has it.
  let code: String
  private let isKnown: Bool
  private let key: String
  /// Whether it is a publisher or a person; `officials` are not the same ones everywhere, and a
  /// company that answers is no origin of what it is asked about.
  let isOfSomebody: Bool

  init(_ attribution: Attribution) {
    key = OutletNames.key(attribution.name)
    isKnown = attribution.publisher != nil
    code = attribution.publisher ?? key
    isOfSomebody =
      attribution.kind == .publisher
      || attribution.kind == .person && OutletNames.isProper(attribution.name)
  }

  func publishes(_ report: IngestedReport) -> Bool {
    if isKnown, report.metadata.publisherCode == code { return true }
    return report.metadata.publisher.map { OutletNames.key($0) == key } ?? false
  }

  /// Whether a report names the same one.
  func isCited(by report: IngestedReport) -> Bool {
    report.attributions.contains {
      let name = CitedName($0.attribution)
      return name.isOfSomebody && name.code == code
    }
  }
}
