import Formats

/// The state of reading one order: what was wrong so far, and what has no name in the schema.
///
/// Every reading function reports its faults and returns nil where there is no usable value, so
/// that the rest of the order is still read and all faults are told at once.
struct OrderReading {
  /// Scalars a name or an identifier may have.
  static let nameLimit = 1_000
  /// Scalars a description or other running text may have.
  static let textLimit = 20_000

  let bytes: [UInt8]
  let countries: KnownCountries
  var faults = FaultList()
  var unknownFields: [UnknownField] = []

  init(_ bytes: [UInt8], countries: KnownCountries) {
    self.bytes = bytes
    self.countries = countries
  }
}

extension OrderReading {
  mutating func error(
    _ fault: Fault, _ field: Field, _ message: @autoclosure () -> String,
    remedy: @autoclosure () -> String?
  ) {
    faults.add(fault, .error, at: field.offset, in: field.path, message(), remedy: remedy())
  }

  mutating func warn(
    _ fault: Fault, _ field: Field, _ message: @autoclosure () -> String,
    remedy: @autoclosure () -> String?
  ) {
    faults.add(fault, .warning, at: field.offset, in: field.path, message(), remedy: remedy())
  }

  mutating func wrongType(_ field: Field, expected: String) {
    error(
      .wrongType, field, "expected \(expected), found \(field.value.kindName)",
      remedy: "write \(expected)")
  }

  /// The members of an object; anything else is an error.
  mutating func fields(_ field: Field) -> Fields? {
    guard let members = field.value.members else {
      wrongType(field, expected: "an object")
      return nil
    }
    return Fields(members: members, path: field.path, offset: field.offset)
  }

  /// A member that must be there; `null` counts as missing.
  mutating func required(
    _ fields: Fields, _ name: String, _ meaning: @autoclosure () -> String
  ) -> Field? {
    if let field = fields.optional(name) { return field }
    let offset = fields.stated(name)?.offset ?? fields.offset
    faults.add(
      .missingField, .error, at: offset, in: fields.path.appending(.member(name)),
      "the field is missing", remedy: "add `\(name)`: \(meaning())")
    return nil
  }

  /// Keeps and reports every member that the schema does not name.
  mutating func keepUnknown(_ fields: Fields, known: [String]) {
    for member in fields.members where !known.contains(where: member.key.isExactly) {
      guard isNameInLimit(member, in: fields) else { continue }
      let place = fields.path.appending(.member(member.key))
      unknownFields.append(UnknownField(place: place, text: member.value.sortedText))
      reportUnknown(member, at: place, known: known)
    }
  }

  /// Whether the name of a member is short enough to be kept; one that is not is an error.
  mutating func isNameInLimit(_ member: JSON.Member, in fields: Fields) -> Bool {
    if member.key.utf8.count <= OrderReading.nameLimit { return true }
    faults.add(
      .textTooLong, .error, at: member.keyOffset, in: fields.path,
      "the field name \(quoted(member.key)) has more than \(OrderReading.nameLimit) bytes",
      remedy: "shorten it")
    return false
  }

  /// Says that a name is not known, with the nearest that is.
  mutating func reportUnknown(_ member: JSON.Member, at place: FieldPath, known: [String]) {
    faults.add(
      .unknownField, .warning, at: member.keyOffset, in: place,
      "unknown field \(quoted(member.key)) is kept but not understood",
      remedy: OrderReading.nearest(to: member.key, among: known).map { "did you mean `\($0)`?" }
        ?? "remove it, or ask for it to be added to the schema")
  }

  /// The elements of a list. A lone value is read as a list of one, with a warning.
  mutating func elements(_ field: Field, toleratesLoneValue: Bool = false) -> [Field]? {
    if let elements = field.value.array {
      let path = field.path
      return elements.enumerated().map { Field($1, in: path, at: .element($0)) }
    }
    guard toleratesLoneValue, field.value.string != nil else {
      wrongType(field, expected: "an array")
      return nil
    }
    warn(
      .loneValue, field, "a lone value stands where a list is expected",
      remedy: "put it in brackets")
    return [field]
  }

  /// The elements of a list that must have at least one.
  mutating func someElements(_ field: Field, toleratesLoneValue: Bool = false) -> [Field]? {
    let elements = elements(field, toleratesLoneValue: toleratesLoneValue)
    guard elements?.isEmpty == true else { return elements }
    error(.emptyList, field, "the list is empty", remedy: "name at least one")
    return nil
  }

  /// The nearest candidate where the word is short enough for the question to make sense.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    word.utf8.count <= 64 ? nearestWord(to: word, among: candidates) : nil
  }
}
