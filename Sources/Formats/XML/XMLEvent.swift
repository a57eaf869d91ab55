/// What a reader of XML comes upon next.
public enum XMLEvent: Sendable, Hashable {
  case start(XMLStart)
  /// The text between two tags in full, with references resolved. Text of nothing but white space
  /// stands between tags for the eye only and is left out.
  case text(String)
  /// An element ends; its local name.
  case end(String)
}

/// The start of an element.
public struct XMLStart: Sendable, Hashable {
  /// The name without its prefix.
  public let name: String
  public let namespace: String?
  public let attributes: [XMLAttribute]
  /// The line, counted from one, on which the start tag closes.
  public let line: Int

  public init(_ name: String, namespace: String?, attributes: [XMLAttribute], line: Int) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.line = line
  }

  /// The value of the attribute without namespace that has this name.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == nil }?.value
  }
}

/// One attribute of an element; declarations of namespaces are none.
public struct XMLAttribute: Sendable, Hashable {
  /// The name without its prefix.
  public let name: String
  public let namespace: String?
  public let value: String

  public init(_ name: String, namespace: String? = nil, value: String) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}
