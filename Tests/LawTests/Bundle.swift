import Facts
import Formats
import Law
import Taxonomy
import TestFolders

/// What is bundled with the package, loaded once.
enum Bundle {
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  static let data = root + "/Data"

  static let law: LawTables = {
    do throws(Diagnostic) {
      return try LawTables(folder: data + "/law")
    } catch {
      fatalError(error.line)
    }
  }()

  static let taxonomy: Taxonomy = {
    do throws(Diagnostic) {
      return try Taxonomy(folder: data)
    } catch {
      fatalError(error.line)
    }
  }()

  static let registry: LegalRegistry = {
    do throws(Diagnostic) {
      return try LegalRegistry(folder: data)
    } catch {
      fatalError(error.line)
    }
  }()

  static func date(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { fatalError("no day: \(text)") }
    return date
  }

  /// The law of a day, with what operators confirmed.
  static func law(
    _ date: String, confirmations: [String: Bool] = [:], tables: LawTables = law
  ) -> WorksheetLaw {
    let products = taxonomy.products
    return WorksheetLaw(
      tables: tables, registry: registry, asOf: Self.date(date), confirmations: confirmations
    ) { products.isWithin($0, $1) }
  }

  /// A sequencer of US origin from the US, declared EAR99, and no party.
  static func item(
    _ eccn: String? = "EAR99", to destination: String = "CN",
    families: [String] = ["ngs-sequencer"], origin: String? = "US"
  ) -> WorksheetCase {
    var item = WorksheetCase(destination: destination)
    item.eccn = eccn
    item.basis = "manufacturer, 2025-03-01"
    item.families = families
    item.origin = origin
    item.exportCountry = origin == "US" ? "US" : origin
    return item
  }

  static func worksheet(
    _ item: WorksheetCase, on date: String = "2026-11-22", confirmations: [String: Bool] = [:],
    tables: LawTables = law
  ) -> Worksheet {
    Worksheet(item, law(date, confirmations: confirmations, tables: tables))
  }
}

/// Files of a test's own.
enum Changed {
  static func folder() throws -> String {
    let folder = try TestFolders.Scratch.path("law")
    try FileWriter.makeFolder(folder)
    return folder
  }

  static func file(_ text: String) throws -> String {
    let path = try folder() + "/file"
    try FileWriter.write(text, to: path)
    return path
  }

  /// The bundled tables without some, or with other contents.
  static func tables(changing changes: [String: String?]) throws -> LawTables {
    let folder = try folder()
    for name in FileReader.names(in: Bundle.data + "/law") {
      let content = String(
        decoding: try Lines.bytes(Bundle.data + "/law/" + name), as: UTF8.self)
      guard let change = changes[name] else {
        try FileWriter.write(content, to: folder + "/" + name)
        continue
      }
      if let change { try FileWriter.write(change, to: folder + "/" + name) }
    }
    return try LawTables(folder: folder)
  }
}
