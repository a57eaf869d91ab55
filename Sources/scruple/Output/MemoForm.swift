import Formats
import Memos
import Screening

/// The form of a memo, told by the ending of its file name.
enum MemoForm: String, CaseIterable {
  case html, md, json

  init?(path: String) {
    guard let form = MemoForm.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = form
  }

  func text(of determination: Determination) -> String {
    let document = MemoDocument(determination)
    return switch self {
    case .html: document.html
    case .md: document.markdown
    case .json: document.json.text(indented: true) + "\n"
    }
  }

  /// `memo.html` and `SO-1` give `memo-SO-1.html`; what cannot stand in a file name becomes `_`.
  static func path(_ path: String, for reference: String) -> String {
    let name = fileName(reference)
    guard let dot = path.lastIndex(of: ".") else { return path + "-" + name }
    return path[..<dot] + "-" + name + path[dot...]
  }

  /// A reference may be longer than a file name can be.
  private static let longestName = 80

  static func fileName(_ reference: String) -> String {
    String(
      reference.unicodeScalars.prefix(longestName).map { scalar -> Character in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          || scalar == "-"
        return isPlain ? Character(scalar) : "_"
      })
  }
}
