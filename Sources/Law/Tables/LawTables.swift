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
  public let products: Dated<[ProductClassification]>
  public let formerClassifications: Dated<[FormerClassification]>
  public let formerCountries: Dated<[FormerCountry]>
  public let embargoes: Dated<[EmbargoRow]>
  public let triggers: Dated<[RegimeTrigger]>
  public let programmes: Dated<[SanctionProgramme]>
  public let policies: Dated<[EntityListPolicy]>
  public let retention: Dated<[RetentionPeriod]>

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
    programmes = Dated(
      "sanction-programmes",
      try LawTableFile.values(folder, "sanction-programmes", requiring: ["programme", "ear"]) {
        row, _ in
        SanctionProgramme(
          programme: row["programme"], isNamedInEAR: row["ear"] == "yes", citation: row["citation"],
          verification: row["verification"], note: row["note"])
      })
    policies = Dated(
      "entity-list-policies",
      try LawTableFile.values(
        folder, "entity-list-policies", requiring: ["group", "scope", "value", "standard"]
      ) { row, _ in
        EntityListPolicy(
          group: row["group"], scope: row["scope"], value: row["value"], standard: row["standard"],
          citation: row["citation"], verification: row["verification"])
      })
    retention = Dated("retention-periods", try Self.retention(folder))
  }

  private static func bars(_ folder: String) throws(Diagnostic) -> (LawTable, [ExceptionBar])? {
    try LawTableFile.values(
      folder, "licence-exception-bars", requiring: ["exception", "bar", "value", "unless"]
    ) { (row, file) throws(Diagnostic) in
      guard let bar = ExceptionBar.Bar(rawValue: row["bar"]) else {
        throw file.fault(
          row, "`\(row["bar"])` is no bar",
          remedy: "use list, reason, group, not in group or country")
      }
      return ExceptionBar(
        exception: row["exception"], bar: bar, values: row.list("value"),
        unless: row["unless"].isEmpty ? nil : row["unless"], citation: row["citation"],
        verification: row["verification"], note: row["note"])
    }
  }

  private static func retention(
    _ folder: String
  ) throws(Diagnostic) -> (LawTable, [RetentionPeriod])? {
    try LawTableFile.values(
      folder, "retention-periods", requiring: ["basis", "regime", "years", "starts", "from"]
    ) { (row, file) throws(Diagnostic) in
      guard let years = Int(row["years"]), years > 0 else {
        throw file.fault(row, "`\(row["years"])` is no number of years", remedy: "write 5")
      }
      return RetentionPeriod(
        basis: row["basis"], regime: row["regime"], years: years, starts: row["starts"],
        from: try file.date(row, "from"), verification: row["verification"])
    }
  }

  /// Each table with its day, its source and its mark; those that are missing by their name alone.
  public var tables: [(name: String, table: LawTable?)] {
    [
      (classifications.name, classifications.table), (chart.name, chart.table),
      (groups.name, groups.table), (exceptions.name, exceptions.table), (bars.name, bars.table),
      (products.name, products.table), (formerClassifications.name, formerClassifications.table),
      (formerCountries.name, formerCountries.table), (embargoes.name, embargoes.table),
      (triggers.name, triggers.table), (programmes.name, programmes.table),
      (policies.name, policies.table), (retention.name, retention.table),
    ]
  }

  /// A code that ISO took back, with what follows it.
  public func formerCountry(_ code: String) -> FormerCountry? {
    formerCountries.value?.first { $0.country == code.uppercased() }
  }
}
