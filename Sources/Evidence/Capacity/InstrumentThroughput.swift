public import Facts
public import Formats

/// Samples that instruments run in a day, by product and, where the model is not known, by family.
public struct InstrumentThroughput: Sendable {
  public struct Entry: Sendable, Hashable {
    /// The product, or the family in words.
    public let name: String
    /// Samples or injections a day.
    public let perDay: Interval
    public let source: String

    public init(name: String, perDay: Interval, source: String) {
      self.name = name
      self.perDay = perDay
      self.source = source
    }
  }

  private var products: [String: Entry] = [:]
  private var families: [String: Entry] = [:]

  /// Loads `instrument-throughput.tsv`; each product must be one of the catalogue.
  public init(file: String, catalogue: ProductCatalogue) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file),
      requiring: ["product", "family", "per_day_low", "per_day_high", "verification", "source"],
      file: file)
    let known = catalogue.names
    for row in table.rows {
      let cells = CapacityCells(row: row, file: file)
      let (product, family) = (row["product"], row["family"])
      guard product.isEmpty || known.contains(product) else {
        throw cells.fault(
          "EVD115", "the catalogue has no product `\(product)`",
          "write it as products.tsv names it")
      }
      let entry = Entry(
        name: product.isEmpty ? family + " of a model that is not known" : product,
        perDay: try cells.range("per_day_low", "per_day_high"), source: cells.source)
      let isFirst =
        product.isEmpty
        ? families.updateValue(entry, forKey: family) == nil
        : products.updateValue(entry, forKey: product) == nil
      guard isFirst else {
        throw cells.fault(
          "EVD116", "`\(product.isEmpty ? family : product)` stands twice", "keep one of them")
      }
    }
  }

  /// Whether a product of the catalogue is an instrument with a throughput of its own.
  public func knows(product: String) -> Bool { products[product] != nil }

  /// The throughput of what a text was read as: of several models the range that holds them all;
  /// nil for what is no instrument of which anything is known.
  public func entry(of reading: ProductReading) -> Entry? {
    let named = reading.products.compactMap { products[$0] }
    if let first = named.first {
      return named.dropFirst().reduce(first) { found, entry in
        Entry(
          name: "\(found.name) or \(entry.name)",
          perDay: Interval(
            low: found.perDay.low.flatMap { low in entry.perDay.low.map { min(low, $0) } },
            high: found.perDay.high.flatMap { high in entry.perDay.high.map { max(high, $0) } }),
          source: found.source == entry.source
            ? found.source : "\(found.source); \(entry.source)")
      }
    }
    return reading.families.lazy.compactMap { families[$0] }.first
  }
}
