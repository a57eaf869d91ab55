public import Taxonomy

/// ISO codes of countries by the names that the tree of places has for them.
public struct CountryCodes: Sendable {
  private let codes: [String: String]

  public init(_ places: CodeTree) {
    var codes: [String: String] = [:]
    for node in places.nodes where node.code.utf8.count == 2 {
      for name in node.english where codes[name.lowercased()] == nil {
        codes[name.lowercased()] = node.code
      }
    }
    self.codes = codes
  }

  public subscript(name: String) -> String? { codes[name.lowercased()] }
}
