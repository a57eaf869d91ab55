internal import Formats
internal import Taxonomy

/// Names of places, bodies, products, programmes and publishers, by which texts are searched.
extension ReportVocabulary {
  mutating func loadPlaces() {
    for (index, node) in taxonomy.places.nodes.enumerated() where node.kind != "prefecture-group" {
      // A code of letters or a name of one character is no name in running text.
      for name in node.english + node.chinese where name.unicodeScalars.count > 1 {
        insert(name, .place, index)
      }
    }
  }

  mutating func loadPlaceAliases(_ path: String) throws(Diagnostic) {
    for row in try Self.table(path, ["code", "aliases"]).rows {
      guard let index = taxonomy.places.index(of: row["code"]) else { continue }
      for alias in row.list("aliases") where alias.utf8.count > 2 {
        insert(alias, .place, index)
      }
    }
  }

  mutating func loadFunctions(_ path: String) throws(Diagnostic) {
    var indices: [String: Int] = [:]
    for row in try Self.table(path, ["function", "language", "phrase"]).rows
    where row["language"] == "zh" || row["language"] == "en" {
      let index = indices[row["function"]] ?? functions.count
      if index == functions.count { functions.append(row["function"]) }
      indices[row["function"]] = index
      insert(row["phrase"], .function, index)
    }
  }

  mutating func loadProducts(_ folder: String) throws(Diagnostic) {
    for alias in taxonomy.productAliases where alias.beside.isEmpty {
      guard let family = taxonomy.products.index(of: alias.family) else { continue }
      insert(alias.phrase, .product, family)
      if let last = alias.phrase.utf8.last, (0x61...0x7A).contains(last) {
        insert(alias.phrase + "s", .product, family)
      }
    }
    let columns = ["product", "maker", "family", "aliases"]
    for row in try Self.table(folder + "/products.tsv", columns).rows {
      guard let family = taxonomy.products.index(of: row["family"]) else { continue }
      for name in [row["product"]] + row.list("aliases") {
        insert(name, .product, family)
      }
      for maker in row["maker"].split(whereSeparator: { "()/;,".contains($0) }) {
        let name = String(maker.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        guard name.utf8.count > 3, !companies.contains(name) else { continue }
        insert(name, .company, companies.count)
        companies.append(name)
      }
    }
  }

  mutating func loadProgrammes() {
    for (index, programme) in programmes.enumerated() {
      for name in [programme.english] + programme.names { insert(name, .programme, index) }
    }
  }

  mutating func loadPublishers(_ path: String) throws(Diagnostic) {
    for row in try Self.table(path, ["id", "name", "kind", "names", "domains"]).rows {
      for name in row.list("names") { insert(name, .publisher, publishers.count) }
      publishers.append(
        Publisher(
          id: row["id"], name: row["name"], kind: row["kind"], domains: row.list("domains")))
    }
  }

  mutating func loadNouns(_ path: String) throws(Diagnostic) {
    var indices: [String: Int] = [:]
    for row in try Self.table(path, ["class", "whole", "language", "phrases"]).rows {
      let index = indices[row["class"]] ?? nouns.count
      if index == nouns.count {
        nouns.append(Noun(name: row["class"], isWhole: row["whole"] == "yes"))
      }
      indices[row["class"]] = index
      for phrase in row.list("phrases") { insert(phrase, .noun, index) }
    }
  }
}
