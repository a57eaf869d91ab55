/// A place within a JSON value, such as `x.salesChannel`, `stops[0].port` or `["a.b"].c`.
///
/// Names stand between full stops. A name that holds a full stop, a bracket, a quotation mark or
/// a blank stands in brackets and quotation marks, where a backslash takes the next character as
/// it is: the form in which diagnostics print the paths of orders. Elements count from zero.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
  public enum Step: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  /// As written.
  public let text: String
  /// At least one; the first is a member.
  public let steps: [Step]

  public var description: String { text }

  /// Throws a diagnostic that says at which character the text stops being a path.
  public init(_ text: String) throws(Diagnostic) {
    self.text = text
    var reading = PathReading(text)
    steps = try reading.steps()
  }

  /// What stands there; nil where the value has no such place.
  public func value(in json: JSON) -> JSON? {
    var current = json
    for step in steps {
      switch (step, current.value) {
      case (.member(let name), .object(let members)):
        guard let index = members.firstIndex(where: { $0.key.hasExactly(name) }) else {
          return nil
        }
        current = members[index].value
      case (.element(let index), .array(let elements)) where elements.indices.contains(index):
        current = elements[index]
      default: return nil
      }
    }
    return current
  }
}

extension String {
  /// Equality that looks at the lengths first: canonical equivalence is slow on hostile names.
  package func hasExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && self == other
  }
}

/// Reads the text of a path from its start to its end.
private struct PathReading {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func steps() throws(Diagnostic) -> [JSONPath.Step] {
    var steps: [JSONPath.Step] = []
    while let scalar = next {
      if scalar == "[" {
        steps.append(try bracket())
      } else {
        if !steps.isEmpty {
          guard scalar == "." else { throw fault("a full stop is missing") }
          index += 1
        }
        steps.append(.member(try name()))
      }
    }
    guard case .member? = steps.first else {
      index = 0
      throw fault(steps.isEmpty ? "the path is empty" : "the path begins with no name")
    }
    return steps
  }

  private mutating func name() throws(Diagnostic) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar != ".", scalar != "[" {
      guard scalar != "]", scalar != "\"", scalar != "\\", !scalar.properties.isWhitespace else {
        throw fault("the name holds a character that has a meaning")
      }
      name.append(scalar)
      index += 1
    }
    guard !name.isEmpty else { throw fault("a name is missing") }
    return String(name)
  }

  private mutating func bracket() throws(Diagnostic) -> JSONPath.Step {
    index += 1
    let step: JSONPath.Step = next == "\"" ? .member(try quotedName()) : .element(try number())
    guard next == "]" else { throw fault("a closing bracket is missing") }
    index += 1
    return step
  }

  private mutating func quotedName() throws(Diagnostic) -> String {
    index += 1
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar != "\"" {
      if scalar == "\\" { index += 1 }
      guard let plain = next else { break }
      name.append(plain)
      index += 1
    }
    guard next != nil else { throw fault("a closing quotation mark is missing") }
    index += 1
    return String(name)
  }

  private mutating func number() throws(Diagnostic) -> Int {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar), digits.utf8.count < 6 {
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    guard let number = Int(digits), digits == "0" || !digits.hasPrefix("0") else {
      throw fault("the number of an element is missing")
    }
    return number
  }

  private func fault(_ what: String) -> Diagnostic {
    Diagnostic(
      "FMT030", "\(what) at character \(index + 1) of the path",
      remedy: "write names with full stops between them, `[0]` for an element, and "
        + "`[\"a.b\"]` for a name that is no plain word")
  }
}
