import Formats

extension XMLElement {
  /// The text of the first child of this name, without white space around it; nil where there is
  /// none.
  func value(_ name: String) -> String? {
    guard let text = child(name)?.text.trimmedOfSpace, !text.isEmpty else { return nil }
    return text
  }

  /// The texts of the children of this name that have any.
  func values(_ name: String) -> [String] {
    children(name).map(\.text.trimmedOfSpace).filter { !$0.isEmpty }
  }

  /// The texts of `name` elements inside `container` elements.
  func values(_ container: String, _ name: String) -> [String] {
    children(container, name).map(\.text.trimmedOfSpace).filter { !$0.isEmpty }
  }

  /// The attribute without white space around it; nil where it is absent or empty.
  func filled(_ name: String) -> String? {
    guard let text = attribute(name)?.trimmedOfSpace, !text.isEmpty else { return nil }
    return text
  }
}

/// The day on which an XML list was made, as its header states it.
enum StatedDay {
  /// Nil where the file states none. Throws where it states what is no day: such a file may be of
  /// another layout than is thought.
  static func read(
    _ text: String?, of name: String, file: String, by reading: (String) -> CivilDate?
  ) throws(ListFailure) -> CivilDate? {
    guard let text = text?.trimmedOfSpace, !text.isEmpty else { return nil }
    guard let day = reading(text) else {
      throw ListFailure([
        Diagnostic(
          "LST004", "`\(name)` is `\(text.prefix(40))`, which is no date of its layout",
          remedy: "fetch the file again", file: file)
      ])
    }
    return day
  }

  /// `2026-02-27` and whatever time follows it.
  static func leading(_ text: String) -> CivilDate? { CivilDate(text.prefix(10)) }

  /// `27/02/2026`.
  static func dayFirst(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `02/27/2026`.
  static func monthFirst(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return dayFirst("\(parts[1])/\(parts[0])/\(parts[2])")
  }
}
