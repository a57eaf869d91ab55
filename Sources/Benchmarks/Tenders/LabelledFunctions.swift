public import Evidence
public import Formats

/// Names of bodies with the functions that they tell.
public struct LabelledFunctions: Sendable {
  public let names: [(name: String, functions: [String])]

  /// Reads a table with the columns name and function.
  public init(file: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["name", "function"], file: file)
    names = table.rows.map { ($0["name"], $0.list("function")) }
  }

  /// The names whose function was told otherwise, with what was told.
  public func misses(_ knowledge: TenderKnowledge) -> [(name: String, found: [String])] {
    names.compactMap { name, functions in
      let found = knowledge.reading(ofBody: name).functions
      return Set(functions).isDisjoint(with: found) ? (name, found) : nil
    }
  }
}
