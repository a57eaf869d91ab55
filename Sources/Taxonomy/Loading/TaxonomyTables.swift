public import Formats

/// The trees that `Data/` holds: places, organisation functions and product families.
public struct Taxonomy: Sendable {
  public let places: CodeTree
  /// Residents by place code, where a table states them.
  public let populations: [String: Population]
  public let functions: CodeTree
  public let products: CodeTree
  public let productAliases: [ProductAlias]
  /// Words that speak of goods of a family without saying which goods.
  public let productHints: ProductHints

  public init(
    places: CodeTree, populations: [String: Population], functions: CodeTree, products: CodeTree,
    productAliases: [ProductAlias], productHints: ProductHints = ProductHints()
  ) {
    self.places = places
    self.populations = populations
    self.functions = functions
    self.products = products
    self.productAliases = productAliases
    self.productHints = productHints
  }
}

/// How many people live in a place, with where the number is from.
public struct Population: Sendable, Hashable {
  public let residents: Int
  public let note: String

  public init(residents: Int, note: String) {
    self.residents = residents
    self.note = note
  }
}

extension Taxonomy {
  /// Loads the tables below `folder`, which is the `Data` folder of an installation.
  ///
  /// Throws the first diagnostic: without its trees nothing can be screened, so nothing is.
  public init(folder: String) throws(Diagnostic) {
    let placeFolder = folder + "/places"
    let files = FileReader.names(in: placeFolder).filter { $0.hasSuffix(".tsv") }
    guard !files.isEmpty else {
      throw Diagnostic(
        "TAX010", "the folder `\(placeFolder)` holds no tables of places",
        remedy: "point --home at a folder that holds Data and Policies")
    }
    var places: [TreeNode] = []
    var populations: [String: Population] = [:]
    for file in files {
      let table = try Taxonomy.table(
        placeFolder + "/" + file, requiring: ["code", "parent", "kind", "english", "chinese"])
      for row in table.rows {
        places.append(try Taxonomy.node(from: row, of: placeFolder + "/" + file))
        if let residents = Int(row["population"]) {
          populations[row["code"]] = Population(
            residents: residents, note: row["population_note"])
        }
      }
    }
    let functionTable = try Taxonomy.table(
      folder + "/functions.tsv", requiring: ["code", "parent", "english", "polarity"])
    let productTable = try Taxonomy.table(
      folder + "/product-families.tsv",
      requiring: ["code", "parent", "english", "polarity", "aliases"])
    var aliases: [ProductAlias] = []
    var hints = ProductHints()
    for row in productTable.rows {
      for phrase in [row["code"]] + row.list("aliases") {
        aliases.append(ProductAlias(phrase, family: row["code"]))
      }
      hints.add(row.list("signals"), shared: row.list("hints"))
    }
    let functions = try Taxonomy.nodes(of: functionTable, file: folder + "/functions.tsv")
    let products = try Taxonomy.nodes(of: productTable, file: folder + "/product-families.tsv")
    self.init(
      places: try CodeTree(name: "places", nodes: places), populations: populations,
      functions: try CodeTree(name: "organisation functions", nodes: functions),
      products: try CodeTree(name: "product families", nodes: products),
      productAliases: aliases, productHints: hints)
  }

  private static func nodes(
    of table: TextTable, file: String
  ) throws(Diagnostic) -> [TreeNode] {
    var nodes: [TreeNode] = []
    for row in table.rows { nodes.append(try node(from: row, of: file)) }
    return nodes
  }

  /// The columns `from` and `until` may be left out, and so may their cells.
  private static func node(
    from row: TextTable.Row, of file: String
  ) throws(Diagnostic) -> TreeNode {
    func day(_ column: String) throws(Diagnostic) -> CivilDate? {
      guard !row[column].isEmpty else { return nil }
      guard let date = CivilDate(row[column]) else {
        throw Diagnostic(
          "TAX012", "`\(row[column])` in the column `\(column)` is not a day of the calendar",
          remedy: "write it as 2026-11-22", file: file,
          position: SourcePosition(line: row.line, column: 1))
      }
      return date
    }
    return TreeNode(
      code: row["code"], parent: row["parent"].isEmpty ? nil : row["parent"], kind: row["kind"],
      english: row.list("english"), chinese: row.list("chinese"), other: row.list("other"),
      polarity: Polarity(rawValue: row["polarity"]) ?? .neutral,
      from: try day("from"), until: try day("until"))
  }

  private static func table(
    _ path: String, requiring columns: [String]
  ) throws(Diagnostic) -> TextTable {
    do {
      return try TextTable(
        try FileReader.bytes(of: path), requiring: columns, file: path)
    } catch let failure as FileReader.Failure {
      throw Diagnostic(
        "TAX011", failure.message, remedy: "reinstall Data or correct --home", file: path)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic("TAX011", "cannot read the table", file: path)
    }
  }
}
