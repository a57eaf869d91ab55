/// Where a field stands in an order, such as `parties[0].entity.properties.name[1]`.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible {
  public enum Step: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  public let steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  public func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

  /// Names that are not plain words stand in brackets and quotation marks, so that the text
  /// leads to one place only.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .element(let index): text += "[\(index)]"
      case .member(let name) where FieldPath.isPlain(name):
        text += text.isEmpty ? name : "." + name
      case .member(let name):
        text += "[\""
        for scalar in name.unicodeScalars {
          if scalar == "\"" || scalar == "\\" { text += "\\" }
          text.unicodeScalars.append(scalar)
        }
        text += "\"]"
      }
    }
    return text
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "$": true
        default: false
        }
      }
  }
}
