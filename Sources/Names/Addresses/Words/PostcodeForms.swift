internal import Formats

/// What the postcodes of a country look like, from `Data/names/postcode-forms.tsv`.
///
/// `9` stands for a digit and `A` for a letter; a space stands where the code is written apart.
struct PostcodeForms: Sendable {
  private var forms: [String: [[UInt8]]] = [:]

  init(folder: String) throws(Diagnostic) {
    let path = folder + "/names/postcode-forms.tsv"
    let table = try LexiconBuilder.table(path, requiring: ["country", "forms"])
    for row in table.rows {
      forms[row["country"]] = row.list("forms").map { Array($0.utf8) }
    }
  }

  /// Whether this is how postcodes of the country are written, in lower case.
  func matches(_ text: String, country: String) -> Bool {
    forms[country]?.contains { form in
      let bytes = Array(text.utf8)
      return bytes.count == form.count
        && zip(bytes, form).allSatisfy { byte, mask in
          switch mask {
          case UInt8(ascii: "9"): 0x30...0x39 ~= byte
          case UInt8(ascii: "A"): 0x61...0x7A ~= byte
          default: byte == mask
          }
        }
    } ?? false
  }

  /// Countries whose postcodes look unlike those of all others.
  func country(of text: String) -> String? {
    text.utf8.contains(0x20) && matches(text, country: "GB")
      ? "GB" : text.utf8.contains(0x20) && matches(text, country: "CA") ? "CA" : nil
  }
}
