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
  /// The phrases of the aliases, then those of the entries, one after another.
  private let phrases: [Phrase]
  private let heads: PhraseHeads
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
    phrases = aliases.map(\.phrase) + entries.flatMap(\.phrases)
    heads = PhraseHeads(phrases.map(\.scalars))
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
    let ofClass = found(in: classText)
    let ofWords = found(in: wordedClass)
    for (place, (phrase, family)) in aliases.enumerated() where ofClass[place] || ofWords[place] {
      families.append(family)
      phrases.append(phrase.text)
    }
    let isFromClass = !families.isEmpty
    let text = Phrase([description, sku].compactMap { $0 }.joined(separator: " "))
    let ofText = found(in: text)
    for (place, (phrase, family)) in aliases.enumerated() where ofText[place] {
      families.append(family)
      phrases.append(phrase.text)
    }
    var next = aliases.count
    for entry in entries {
      let places = next..<next + entry.phrases.count
      next = places.upperBound
      guard let place = places.first(where: { ofText[$0] || ofClass[$0] }) else { continue }
      let phrase = self.phrases[place]
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

  /// For each phrase whether it stands in the text as whole words; a plural is the same product.
  private func found(in text: Phrase) -> [Bool] {
    var found = [Bool](repeating: false, count: phrases.count)
    for start in text.scalars.indices {
      for place in heads.entries(at: start, of: text.scalars) {
        let place = Int(place)
        if !found[place] { found[place] = stands(phrases[place], in: text.scalars, at: start) }
      }
    }
    return found
  }

  private func stands(_ phrase: Phrase, in text: [Unicode.Scalar], at start: Int) -> Bool {
    let end = start + phrase.scalars.count
    guard end <= text.count, text[start..<end].elementsEqual(phrase.scalars) else { return false }
    let beginsWord = start == 0 || !isLetter(text[start]) || !isLetter(text[start - 1])
    let isPlural =
      end < text.count && text[end] == "s"
      && (end + 1 == text.count || !isLetter(text[end + 1]))
    let endsWord =
      end == text.count || !isLetter(text[end - 1]) || !isLetter(text[end]) || isPlural
    return beginsWord && endsWord
  }

  /// Letters of scripts that put blanks between words.
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x2E80
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
