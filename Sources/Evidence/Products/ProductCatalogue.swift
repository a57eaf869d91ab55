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
}

/// Recognises products by class code, catalogue name and description.
public struct ProductCatalogue: Sendable {
  struct Entry: Sendable {
    let phrases: [String]
    let family: String
    let reactions: ClosedRange<Int>?
  }

  private let entries: [Entry]
  private let taxonomy: Taxonomy

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
        phrases: ([row["product"]] + row.list("aliases")).map { $0.lowercased() },
        family: row["family"], reactions: reactions)
    }
    self.taxonomy = taxonomy
  }

  /// The union of what class and description say: a benign class does not hide an adverse
  /// description.
  public func reading(productClass: String, description: String?, sku: String?) -> ProductReading {
    var families: [String] = []
    var phrases: [String] = []
    var reactions: ClosedRange<Int>?
    let classText = productClass.lowercased()
    let wordedClass = String(classText.map { $0 == "-" || $0 == "_" || $0 == "." ? " " : $0 })
    for alias in taxonomy.productAliases
    where classText == alias.phrase || contains(classText, alias.phrase)
      || contains(wordedClass, alias.phrase)
    {
      families.append(alias.family)
      phrases.append(alias.phrase)
    }
    let isFromClass = !families.isEmpty
    let text = [description, sku].compactMap { $0 }.joined(separator: " ").lowercased()
    for alias in taxonomy.productAliases where contains(text, alias.phrase) {
      families.append(alias.family)
      phrases.append(alias.phrase)
    }
    for entry in entries {
      guard
        let phrase = entry.phrases.first(where: { contains(text, $0) || contains(classText, $0) })
      else { continue }
      if taxonomy.products.contains(entry.family) { families.append(entry.family) }
      phrases.append(phrase)
      reactions = reactions ?? entry.reactions
    }
    return ProductReading(
      families: mostSpecific(families), isFromClass: isFromClass, reactionsPerUnit: reactions,
      phrases: Set(phrases).sorted())
  }

  private func mostSpecific(_ families: [String]) -> [String] {
    let unique = Set(families).sorted()
    return unique.filter { family in
      !unique.contains { $0 != family && taxonomy.products.isWithin($0, family) }
    }
  }

  private func contains(_ text: String, _ phrase: String) -> Bool {
    guard text.utf8.count >= phrase.utf8.count, !phrase.isEmpty else { return false }
    let content = Array(text.unicodeScalars)
    let wanted = Array(phrase.unicodeScalars)
    guard content.count >= wanted.count else { return false }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x2E80
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    for start in 0...(content.count - wanted.count)
    where content[start] == wanted[0] && content[start...].starts(with: wanted) {
      let end = start + wanted.count
      let beginsWord = start == 0 || !isLetter(content[start]) || !isLetter(content[start - 1])
      // A plural is the same product.
      let rest = content[end...].prefix(2)
      let endsWord =
        end == content.count || !isLetter(content[end - 1]) || !isLetter(content[end])
        || (content[end] == "s" && (rest.count == 1 || !isLetter(rest[rest.startIndex + 1])))
      if beginsWord, endsWord { return true }
    }
    return false
  }
}
