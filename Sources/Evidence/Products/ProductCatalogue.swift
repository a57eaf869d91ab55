public import Formats
public import Taxonomy

/// What a line of an order is, as far as its words tell.
public struct ProductReading: Sendable, Hashable {
  /// Families of the tree, most specific ones only, sorted.
  public let families: [String]
  /// Whether the class code itself named the family, rather than the description.
  public let isFromClass: Bool
  /// Reactions per unit, where the product is known: smallest and largest package.
  public let reactionsPerUnit: ClosedRange<Int>?
  /// The phrases that decided, for the explanation.
  public let phrases: [String]
  /// Products of the catalogue that the text names, in the order of the catalogue.
  public let products: [String]
  /// Families that the description names, whatever class is declared.
  public let worded: [String]
  /// Words of the description that speak of genetic goods or of police, and name no product.
  public let signals: [String]
  /// Words of the description that goods of many kinds share, such as `reagent`.
  public let hints: [String]
}

/// Recognises products by class code, catalogue name and description.
public struct ProductCatalogue: Sendable {
  struct Entry: Sendable {
    let product: String
    /// Places of its phrases among all.
    let phrases: Range<Int>
    let family: String
    let reactions: ClosedRange<Int>?
  }

  /// An alias with the places of the phrases that must stand beside it.
  struct Alias: Sendable {
    let family: String
    let beside: [Int]
  }

  private let entries: [Entry]
  /// The phrase of each stands at its own place among all.
  private let aliases: [Alias]
  private let signals: Range<Int>
  private let hints: Range<Int>
  private let phrases: ProductPhrases
  private let products: CodeTree

  /// Loads `products.tsv`.
  public init(file: String, taxonomy: Taxonomy) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["product", "family", "aliases", "reactions_per_kit"],
      file: file)
    var words = taxonomy.productAliases.map(\.phrase)
    var entries: [Entry] = []
    for row in table.rows {
      let kits = row.list("reactions_per_kit").compactMap { Int($0) }.sorted()
      var reactions: ClosedRange<Int>?
      if let low = kits.first, let high = kits.last { reactions = low...high }
      let start = words.count
      words += [row["product"]] + row.list("aliases")
      entries.append(
        Entry(
          product: row["product"], phrases: start..<words.count, family: row["family"],
          reactions: reactions))
    }
    self.entries = entries
    aliases = taxonomy.productAliases.map { alias in
      let start = words.count
      words += alias.beside
      return Alias(family: alias.family, beside: Array(start..<words.count))
    }
    signals = words.count..<words.count + taxonomy.productHints.signals.count
    words += taxonomy.productHints.signals
    hints = words.count..<words.count + taxonomy.productHints.shared.count
    words += taxonomy.productHints.shared
    products = taxonomy.products
    let tree = taxonomy.products
    let identifying = { (family: String) in
      tree.contains(family) && tree.isWithin(family, "human-identification-kit")
    }
    var owners = [String?](repeating: nil, count: words.count)
    for (place, alias) in taxonomy.productAliases.enumerated() { owners[place] = alias.family }
    for entry in entries { for place in entry.phrases { owners[place] = entry.family } }
    phrases = ProductPhrases(
      words, owners: owners, covering: Set(owners.compactMap(\.self).filter(identifying)))
  }

  /// The union of what class and description say: a benign class does not hide an adverse
  /// description.
  public func reading(productClass: String, description: String?, sku: String?) -> ProductReading {
    let ofClass = phrases.found(in: productClass)
    let ofText = phrases.found(in: [description, sku].compactMap { $0 }.joined(separator: " "))
    let classFamilies = families(ofClass)
    let (worded, named, reactions) = reading(ofText, ofClass)
    let decisive = phrases.texts(ofText, within: 0..<signals.lowerBound)
      .union(phrases.texts(ofClass, within: 0..<signals.lowerBound))
    return ProductReading(
      families: mostSpecific(classFamilies + worded), isFromClass: !classFamilies.isEmpty,
      reactionsPerUnit: reactions, phrases: decisive.sorted(), products: named,
      worded: mostSpecific(worded),
      signals: phrases.texts(ofText, within: signals).sorted(),
      hints: phrases.texts(ofText, within: hints).sorted())
  }

  /// The names of all products.
  var names: Set<String> { Set(entries.map(\.product)) }

  private func families(_ found: ProductPhrases.Found) -> [String] {
    aliases.indices.compactMap { place in
      guard found.holds(place), aliases[place].beside.allSatisfy({ found.stands($0) }) else {
        return nil
      }
      return aliases[place].family
    }
  }

  private func reading(
    _ ofText: ProductPhrases.Found, _ ofClass: ProductPhrases.Found
  ) -> (families: [String], named: [String], reactions: ClosedRange<Int>?) {
    var families = families(ofText)
    var named: [String] = []
    var reactions: ClosedRange<Int>?
    for entry in entries {
      guard entry.phrases.contains(where: { ofText.holds($0) || ofClass.holds($0) }) else {
        continue
      }
      if products.contains(entry.family) { families.append(entry.family) }
      named.append(entry.product)
      reactions = reactions ?? entry.reactions
    }
    return (families, named, reactions)
  }

  private func mostSpecific(_ families: [String]) -> [String] {
    let unique = Set(families).sorted()
    return unique.filter { family in
      !unique.contains { $0 != family && products.isWithin($0, family) }
    }
  }
}
