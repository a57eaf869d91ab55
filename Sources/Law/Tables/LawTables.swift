public import Formats

/// The tables of law of `Data/law`, each with its day, its source and its mark.
///
/// A table that is missing is missing: the steps that need it are unknown and say so. One that is
/// there and cannot be read is an error, because half a table decides wrongly.
public struct LawTables: Sendable {
  public let classifications: Dated<ClassificationList>
  public let chart: Dated<CountryChart>
  public let groups: Dated<CountryGroups>
  /// Sections of part 740 by symbol, in the order of the sections.
  public let exceptions: Dated<[LicenceException]>
  public let bars: Dated<[ExceptionBar]>
  public let footnotes: Dated<[ChartFootnote]>
  public let militaryItems: Dated<[MilitaryEndUseItem]>
  public let declarationCodes: Dated<[DeclarationCode]>
  public let products: Dated<[ProductClassification]>
  public let formerClassifications: Dated<[FormerClassification]>
  public let formerCountries: Dated<[FormerCountry]>
  public let embargoes: Dated<[EmbargoRow]>
  public let triggers: Dated<[RegimeTrigger]>
  public let programmes: Dated<[SanctionProgramme]>
  public let retention: Dated<[RetentionRule]>
  /// Countries to which every item of the Commerce Control List is declared.
  public let declaredDestinations: Dated<[String]>

  /// A licence exception: its symbol and the section that grants it.
  public struct LicenceException: Sendable, Hashable {
    public let symbol: String
    public let section: String
  }

  public static let unverified = "general knowledge, unverified"

  /// `folder` is `Data/law`.
  public init(folder: String) throws(Diagnostic) {
    classifications = Dated("eccn", try ClassificationList.read(folder))
    chart = Dated("country-chart", try CountryChart.read(folder))
    groups = Dated("country-groups", try CountryGroups.read(folder))
    exceptions = Dated(
      "licence-exceptions",
      try LawTableFile.values(folder, "licence-exceptions", requiring: ["symbol", "section"]) {
        row, _ in LicenceException(symbol: row["symbol"], section: row["section"])
      })
    bars = Dated("licence-exception-bars", try Self.bars(folder))
    footnotes = Dated(
      "chart-footnotes",
      try LawTableFile.values(
        folder, "chart-footnotes", requiring: ["footnote", "codes", "open", "refers", "about"]
      ) { (row, file) throws(Diagnostic) in
        guard let number = Int(row["footnote"]) else {
          throw file.fault(
            row, "`\(row["footnote"])` is no number of a footnote", remedy: "write 7")
        }
        return ChartFootnote(
          number: number, codes: row.list("codes"), open: row.list("open"),
          citation: row["refers"], about: row["about"])
      })
    militaryItems = Dated(
      "military-end-use-items",
      try LawTableFile.values(
        folder, "military-end-use-items", requiring: ["eccn", "reach", "verification"]
      ) { (row, file) throws(Diagnostic) in
        guard ["entire", "part"].contains(row["reach"]) else {
          throw file.fault(
            row, "`\(row["reach"])` says of no part", remedy: "write entire or part")
        }
        return MilitaryEndUseItem(
          eccn: row["eccn"], isEntire: row["reach"] == "entire", verification: row["verification"])
      })
    declarationCodes = Dated(
      "eei-licence-codes",
      try LawTableFile.values(
        folder, "eei-licence-codes", requiring: ["code", "kind", "symbol", "words", "verification"]
      ) { (row, file) throws(Diagnostic) in
        guard let kind = DeclarationCode.Kind(rawValue: row["kind"]),
          (kind == .exception) == !row["symbol"].isEmpty
        else {
          throw file.fault(
            row, "`\(row["kind"])` is no kind, or its symbol does not fit",
            remedy: "write licence, none, or exception with its symbol")
        }
        return DeclarationCode(
          code: row["code"], kind: kind, symbol: row["symbol"], words: row["words"],
          verification: row["verification"])
      })
    products = Dated(
      "product-classifications",
      try LawTableFile.values(
        folder, "product-classifications", requiring: ["family", "eccns", "required", "hs"]
      ) { row, _ in
        ProductClassification(
          family: row["family"], eccns: row.list("eccns"), required: row.list("required"),
          hs: row.list("hs"), verification: row["verification"], note: row["note"])
      })
    formerClassifications = Dated(
      "former-eccns",
      try LawTableFile.values(folder, "former-eccns", requiring: ["eccn", "until", "instead"]) {
        (row, file) throws(Diagnostic) in
        FormerClassification(
          eccn: row["eccn"], until: try file.date(row, "until"), instead: row["instead"],
          verification: row["verification"], note: row["note"])
      })
    formerCountries = Dated(
      "former-countries",
      try LawTableFile.values(
        folder, "former-countries", requiring: ["country", "name", "until", "instead"]
      ) { (row, file) throws(Diagnostic) in
        FormerCountry(
          country: row["country"], name: row["name"], until: try file.date(row, "until"),
          instead: row.list("instead"))
      })
    embargoes = Dated(
      "part-746",
      try LawTableFile.values(folder, "part-746", requiring: ["country", "reach", "hs", "from"]) {
        (row, file) throws(Diagnostic) in
        EmbargoRow(
          country: row["country"], reachesAllGoods: row["reach"] == "all goods",
          headings: row.list("hs"), citation: row["citation"], from: try file.date(row, "from"),
          verification: row["verification"], note: row["note"])
      })
    triggers = Dated(
      "regime-triggers",
      try LawTableFile.values(
        folder, "regime-triggers", requiring: ["basis", "regime", "trigger", "decides", "from"]
      ) { (row, file) throws(Diagnostic) in
        RegimeTrigger(
          basis: row["basis"], regime: row["regime"], trigger: row["trigger"],
          decides: row["decides"], from: try file.date(row, "from"),
          verification: row["verification"], note: row["note"])
      })
    programmes = try Self.programmes(folder)
    retention = Dated("retention-periods", try Self.retention(folder))
    declaredDestinations = Dated(
      "eei-destinations",
      try LawTableFile.values(folder, "eei-destinations", requiring: ["country"]) { row, _ in
        row["country"]
      })
  }

  /// The one table that counting owners needs, without the others.
  public static func programmes(
    _ folder: String
  ) throws(Diagnostic) -> Dated<[SanctionProgramme]> {
    Dated(
      "sanction-programmes",
      try LawTableFile.values(folder, "sanction-programmes", requiring: ["programme", "ear"]) {
        row, _ in
        SanctionProgramme(
          programme: row["programme"], isNamedInEAR: row["ear"] == "yes", citation: row["citation"],
          verification: row["verification"], note: row["note"])
      })
  }

  private static func bars(_ folder: String) throws(Diagnostic) -> (LawTable, [ExceptionBar])? {
    try LawTableFile.values(
      folder, "licence-exception-bars", requiring: ["exception", "bar", "value", "unless"]
    ) { (row, file) throws(Diagnostic) in
      guard let bar = ExceptionBar.Bar(rawValue: row["bar"]) else {
        throw file.fault(
          row, "`\(row["bar"])` is no bar",
          remedy: "use " + ExceptionBar.Bar.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return ExceptionBar(
        exception: row["exception"], bar: bar, values: row.list("value"),
        unless: row.list("unless"), citation: row["citation"],
        verification: row["verification"], note: row["note"])
    }
  }

  private static func retention(
    _ folder: String
  ) throws(Diagnostic) -> (LawTable, [RetentionRule])? {
    try LawTableFile.values(
      folder, "retention-periods",
      requiring: ["basis", "citation", "binds", "years", "counted", "starts", "from"]
    ) { (row, file) throws(Diagnostic) in
      guard let years = Int(row["years"]), (1...100).contains(years) else {
        throw file.fault(row, "`\(row["years"])` is no number of years", remedy: "write 5")
      }
      guard let reach = RetentionRule.Reach(rawValue: row["binds"]) else {
        throw file.fault(
          row, "`\(row["binds"])` binds nobody that is known", remedy: "use everybody, ofac or eu")
      }
      guard ["day", "year end"].contains(row["counted"]) else {
        throw file.fault(
          row, "`\(row["counted"])` is no way to count", remedy: "use day or year end")
      }
      return RetentionRule(
        basis: row["basis"], citation: row["citation"], reach: reach, years: years,
        countsFromYearEnd: row["counted"] == "year end", starts: row["starts"],
        from: try file.date(row, "from"), verification: row["verification"])
    }
  }

  /// Each table with its day, its source and its mark; those that are missing by their name alone.
  public var tables: [(name: String, table: LawTable?)] {
    [
      (classifications.name, classifications.table), (chart.name, chart.table),
      (groups.name, groups.table), (exceptions.name, exceptions.table), (bars.name, bars.table),
      (footnotes.name, footnotes.table), (militaryItems.name, militaryItems.table),
      (declarationCodes.name, declarationCodes.table), (products.name, products.table),
      (formerClassifications.name, formerClassifications.table),
      (formerCountries.name, formerCountries.table), (embargoes.name, embargoes.table),
      (triggers.name, triggers.table), (programmes.name, programmes.table),
      (retention.name, retention.table),
      (declaredDestinations.name, declaredDestinations.table),
    ]
  }

  /// A code that ISO took back, with what follows it.
  public func formerCountry(_ code: String) -> FormerCountry? {
    formerCountries.value?.first { $0.country == code.uppercased() }
  }
}
