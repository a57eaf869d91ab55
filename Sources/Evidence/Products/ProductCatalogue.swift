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
}

/// Recognises products by class code, catalogue name and description.
public struct ProductCatalogue: Sendable {
  struct Entry: Sendable {
    let product: String
    let phrases: [Phrase]
    let family: String
    let reactions: ClosedRange<Int>?
  }

  /// A phrase in lower case, as text and as scalars.
  struct Phrase: Sendable {
    let text: String
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
      self.text = text.lowercased()
      scalars = Array(self.text.unicodeScalars)
    }
  }

  private let entries: [Entry]
  private let aliases: [(phrase: Phrase, family: String)]
  private let products: CodeTree

  /// Loads `products.tsv`.
  public init(file: String, taxonomy: Taxonomy) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["product", "family", "aliases", "reactions_per_kit"],
      file: file)
    entries = table.rows.map { row in
      let kits = row.list("reactions_per_kit").compactMap { Int($0) }.sorted()
      var reactions: ClosedRange<Int>?
      if let low = kits.first, let high = kits.last { reactions = low...high }
      return Entry(
        product: row["product"],
        phrases: ([row["product"]] + row.list("aliases")).map(Phrase.init),
        family: row["family"], reactions: reactions)
    }
    aliases = taxonomy.productAliases.map { (Phrase($0.phrase), $0.family) }
    products = taxonomy.products
  }

  /// The union of what class and description say: a benign class does not hide an adverse
  /// description.
  public func reading(productClass: String, description: String?, sku: String?) -> ProductReading {
    var families: [String] = []
    var phrases: [String] = []
    var reactions: ClosedRange<Int>?
    var named: [String] = []
    let classText = Phrase(productClass)
    let wordedClass = Phrase(
      String(classText.text.map { $0 == "-" || $0 == "_" || $0 == "." ? " " : $0 }))
    for (phrase, family) in aliases
    where contains(classText.scalars, phrase) || contains(wordedClass.scalars, phrase) {
      families.append(family)
      phrases.append(phrase.text)
    }
    let isFromClass = !families.isEmpty
    let text = Phrase([description, sku].compactMap { $0 }.joined(separator: " "))
    for (phrase, family) in aliases where contains(text.scalars, phrase) {
      families.append(family)
      phrases.append(phrase.text)
    }
    for entry in entries {
      guard
        let phrase = entry.phrases.first(where: {
          contains(text.scalars, $0) || contains(classText.scalars, $0)
        })
      else { continue }
      if products.contains(entry.family) { families.append(entry.family) }
      phrases.append(phrase.text)
      named.append(entry.product)
      reactions = reactions ?? entry.reactions
    }
    return ProductReading(
      families: mostSpecific(families), isFromClass: isFromClass, reactionsPerUnit: reactions,
      phrases: Set(phrases).sorted(), products: named)
  }

  /// The names of all products.
  var names: Set<String> { Set(entries.map(\.product)) }

  private func mostSpecific(_ families: [String]) -> [String] {
    let unique = Set(families).sorted()
    return unique.filter { family in
      !unique.contains { $0 != family && products.isWithin($0, family) }
    }
  }

  /// Whether the phrase stands in the text as whole words; a plural is the same product.
  private func contains(_ text: [Unicode.Scalar], _ phrase: Phrase) -> Bool {
    let wanted = phrase.scalars
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    for start in 0...(text.count - wanted.count)
    where text[start] == wanted[0] && text[start...].starts(with: wanted) {
      let end = start + wanted.count
      let beginsWord = start == 0 || !isLetter(text[start]) || !isLetter(text[start - 1])
      let isPlural =
        end < text.count && text[end] == "s"
        && (end + 1 == text.count || !isLetter(text[end + 1]))
      let endsWord =
        end == text.count || !isLetter(text[end - 1]) || !isLetter(text[end]) || isPlural
      if beginsWord, endsWord { return true }
    }
    return false
  }

  /// Letters of scripts that put blanks between words.
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x2E80
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
