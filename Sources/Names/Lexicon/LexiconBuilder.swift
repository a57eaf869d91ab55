internal import Formats

/// Folds and numbers the phrases of the tables while the lexicon is built.
struct LexiconBuilder {
  let folding: Folding
  var symbols = Symbols()

  /// The symbols of a phrase as a table writes it; `#` stands for any number.
  mutating func symbols(of phrase: String) -> [UInt32] {
    guard phrase.utf8.contains(UInt8(ascii: "#")) else {
      return symbols.intern(folding.units(of: phrase))
    }
    let text = phrase.split(separator: "#").joined(separator: " 1 ")
    return symbols.intern(folding.units(of: (phrase.hasPrefix("#") ? "1 " : "") + text))
  }

  static func table(_ path: String, requiring columns: [String]) throws(Diagnostic) -> TextTable {
    do {
      return try TextTable(try FileReader.bytes(of: path), requiring: columns, file: path)
    } catch let failure as FileReader.Failure {
      throw Diagnostic(
        "NAM001", failure.message, remedy: "reinstall Data or correct --home", file: path)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic("NAM001", "cannot read the table", file: path)
    }
  }
}
