/// Finds an identifier that a party and a list entry have in common.
///
/// It compares letters and digits only, because registers print one number with and without
/// hyphens. A kind before a colon (`Passport: `) is no part of the number, on either side.
struct SharedIdentifier {
  private let numbers: Set<String>

  init(_ identifiers: [String]) {
    numbers = Set(identifiers.flatMap(SharedIdentifier.forms))
  }

  /// The first of the entry's, in its order and as published; nil where there is none.
  func first(in entry: ListEntry) -> String? {
    guard !numbers.isEmpty else { return nil }
    return entry.identifiers.first { published in
      SharedIdentifier.forms(of: published).contains(where: numbers.contains)
    }
  }

  /// The number with and without what stands before the first colon.
  private static func forms(of identifier: String) -> [String] {
    var texts = [identifier]
    if let colon = identifier.firstIndex(of: ":") {
      texts.append(String(identifier[identifier.index(after: colon)...]))
    }
    return texts.map { FoldedName($0).text.replacing(" ", with: "") }.filter { !$0.isEmpty }
  }
}
