/// One element with everything inside it: the small tree of a record.
public struct XMLElement: Sendable, Hashable {
  /// The name without its prefix.
  public let name: String
  public let namespace: String?
  public let attributes: [XMLAttribute]
  /// The line, counted from one, on which the start tag closes.
  public let line: Int
  public internal(set) var children: [XMLElement] = []
  /// The text that stands directly in the element, its pieces joined.
  public internal(set) var text = ""

  init(_ start: XMLStart) {
    name = start.name
    namespace = start.namespace
    attributes = start.attributes
    line = start.line
  }

  /// The value of the attribute without namespace that has this name.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == nil }?.value
  }

  /// The first child of this name.
  public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// All children of this name, in the order of the document.
  public func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The children of this name that stand in children of the other: `Names` and then `Name`.
  public func children(_ container: String, _ name: String) -> [XMLElement] {
    children(container).flatMap { $0.children(name) }
  }
}
