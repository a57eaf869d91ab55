extension Order {
  /// The identifier of a decoder's warning about a field that the schema does not name.
  public static let unknownFieldID = Fault.unknownField.rawValue
}

/// A field of the order that the schema does not name, kept because it may carry meaning.
public struct UnknownField: Sendable, Hashable {
  public let place: FieldPath
  /// The value as sorted JSON text, its numbers as they were written.
  public let text: String

  public init(place: FieldPath, text: String) {
    self.place = place
    self.text = text
  }

  /// The place in words, such as `lines[0].colour`.
  public var path: String { place.description }
}
