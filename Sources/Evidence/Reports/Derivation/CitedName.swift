/// Whom a text names as the source of what it says, to be found among those who publish.
struct CitedName {
  /// The id of a known publisher, else the name as a root has it.
  let code: String
  let isKnown: Bool
  let key: String
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
}

/// The names that reports cite and the names under which they are published, each read once.
///
/// A report may cite very many, so that nothing here compares each with each.
struct CitedNames {
  /// By report, in the order of its attributions.
  let cited: [[CitedName]]
  private let publishers: [Publisher]
  /// Reports by the key and by the code of their publisher, ascending.
  private var byKey: [String: [Int]] = [:]
  private var byCode: [String: [Int]] = [:]
  /// For each code the first report that cites it, and whether another one does.
  private var citing: [String: (report: Int, isShared: Bool)] = [:]
  /// Whom each report cites, by key and by code; of the one name those that have another code.
  private var namesOfReport: [Names]

  private struct Publisher {
    let code: String?
    let key: String?
  }

  private struct Names {
    var byKey: [String: [Int]] = [:]
    var byCode: [String: [Int]] = [:]
  }

  init(_ reports: [IngestedReport]) {
    cited = reports.map { $0.attributions.map { CitedName($0.attribution) } }
    publishers = reports.map { report in
      Publisher(
        code: report.metadata.publisherCode, key: report.metadata.publisher.map(OutletNames.key))
    }
    for (number, publisher) in publishers.enumerated() {
      if let key = publisher.key { byKey[key, default: []].append(number) }
      if let code = publisher.code { byCode[code, default: []].append(number) }
    }
    namesOfReport = []
    for (number, names) in cited.enumerated() {
      var own = Names()
      for (place, name) in names.enumerated() {
        own.byKey[name.key, default: []].append(place)
        if name.isKnown { own.byCode[name.code, default: []].append(place) }
        guard name.isOfSomebody else { continue }
        if let first = citing[name.code] {
          if first.report != number { citing[name.code] = (first.report, true) }
        } else {
          citing[name.code] = (number, false)
        }
      }
      namesOfReport.append(own)
    }
  }

  func publishes(_ name: CitedName, _ report: Int) -> Bool {
    let publisher = publishers[report]
    return name.isKnown && publisher.code == name.code || publisher.key == name.key
  }

  /// The reports that one of this name published, ascending.
  func reports(by name: CitedName) -> [Int] {
    let same = byKey[name.key] ?? []
    guard name.isKnown, let coded = byCode[name.code] else { return same }
    return Set(same + coded).sorted()
  }

  /// Whether a report other than this one cites the same one.
  func isCited(_ name: CitedName, besides report: Int) -> Bool {
    citing[name.code].map { $0.isShared || $0.report != report } ?? false
  }

  /// Whether a report cites the publisher of another one that is not its own.
  func report(_ report: Int, citesPublisherOf other: Int) -> Bool {
    let own = namesOfReport[report]
    let publisher = publishers[other]
    let places =
      (publisher.key.flatMap { own.byKey[$0] } ?? [])
      + (publisher.code.flatMap { own.byCode[$0] } ?? [])
    return places.contains { !publishes(cited[report][$0], report) }
  }
}
