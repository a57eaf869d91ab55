import Formats

extension OrderReading {
  /// A decimal number, which stands in a string; a JSON number is read too, with a warning.
  mutating func decimal(_ field: Field) -> Decimal? {
    let text: String
    switch field.value.value {
    case .string(let string): text = string
    case .number(let literal):
      text = literal
      warn(
        .numberAsNumber, field, "the amount \(quoted(literal)) is a JSON number",
        remedy: "write it as a string, so that no program rounds it")
    default:
      wrongType(field, expected: "a string of digits")
      return nil
    }
    guard OrderReading.isDecimalForm(text) else {
      error(
        .malformedDecimal, field, "\(quoted(text)) is not a decimal number",
        remedy: "write digits, with a point before the fraction, such as `12.50`")
      return nil
    }
    guard text.utf8.count <= 64, let decimal = Decimal(text) else {
      error(
        .numberOutOfRange, field, "\(quoted(text)) is too large or too fine",
        remedy: "use at most 12 digits before the point and 6 after it")
      return nil
    }
    return decimal
  }

  mutating func optionalDecimal(_ fields: Fields, _ name: String) -> Decimal? {
    guard let field = fields.optional(name) else { return nil }
    return decimal(field)
  }

  /// The schema's pattern `^-?[0-9]+(\.[0-9]+)?$`.
  private static func isDecimalForm(_ text: String) -> Bool {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = unsigned.split(
      separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// A whole number that is at least `lowest`.
  mutating func wholeNumber(_ field: Field, atLeast lowest: Int) -> Int? {
    guard case .number(let literal) = field.value.value else {
      wrongType(field, expected: "a whole number")
      return nil
    }
    let digits = literal.utf8.first == UInt8(ascii: "-") ? literal.dropFirst() : literal[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      error(
        .notWholeNumber, field, "\(quoted(literal)) is not a whole number",
        remedy: "write digits without fraction or exponent")
      return nil
    }
    guard let number = Int(literal), number >= lowest else {
      let isLow = literal.utf8.first == UInt8(ascii: "-") || Int(literal) != nil
      error(
        .numberOutOfRange, field, "\(quoted(literal)) is too \(isLow ? "small" : "large")",
        remedy: isLow ? "use a number of at least \(lowest)" : "use at most 18 digits")
      return nil
    }
    return number
  }

  /// A day of the calendar.
  mutating func date(_ field: Field) -> CivilDate? {
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    switch DateReading(text) {
    case .date(let date): return date
    case .malformed:
      error(
        .malformedDate, field, "\(quoted(text)) is not a date",
        remedy: "write year, month and day, such as `2026-11-28`")
    case .noSuchDay(let reason): noSuchDay(field, text, reason)
    }
    return nil
  }

  mutating func optionalDate(_ fields: Fields, _ name: String) -> CivilDate? {
    guard let field = fields.optional(name) else { return nil }
    return date(field)
  }

  private mutating func noSuchDay(_ field: Field, _ text: String, _ reason: String) {
    error(.noSuchDay, field, "there is no day \(quoted(text))", remedy: reason)
  }

  /// Looks at a date of an entity, which may be a year, a month or a day, with or without time.
  mutating func checkPartialDate(_ field: Field, _ text: String) {
    let padded =
      switch text.utf8.count {
      case 4: text + "-01-01"
      case 7: text + "-01"
      default: text.utf8.dropFirst(10).first == UInt8(ascii: "T") ? String(text.prefix(10)) : text
      }
    switch DateReading(padded) {
    case .date: break
    case .malformed:
      error(
        .malformedDate, field, "\(quoted(text)) is not a date",
        remedy: "write a year, a month or a day, such as `2015`, `2015-03` or `2015-03-31`")
    case .noSuchDay(let reason): noSuchDay(field, text, reason)
    }
  }

  /// A moment with its zone, or a bare date.
  mutating func timestamp(_ field: Field) -> Timestamp? {
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    do throws(Timestamp.Failure) {
      return try Timestamp(text)
    } catch {
      switch error {
      case .malformed:
        self.error(
          .malformedTimestamp, field, "\(quoted(text)) is not a moment of RFC 3339",
          remedy: "write it as `2026-11-22T01:58:00Z`, or as a date alone")
      case .zoneMissing:
        self.error(
          .malformedTimestamp, field, "\(quoted(text)) does not say its time zone",
          remedy: "add `Z` for UTC, or an offset such as `+08:00`")
      case .noSuchTime:
        self.error(
          .malformedTimestamp, field, "there is no time of day as in \(quoted(text))",
          remedy: "hours run to 23, minutes to 59, offsets to 23:59")
      case .noSuchDay(let reason): noSuchDay(field, text, reason)
      }
      return nil
    }
  }

  /// An ISO 3166-1 alpha-2 code in capital letters. Entities may write it small.
  mutating func country(_ field: Field, allowsSmallLetters: Bool = false) -> String? {
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    let letters = allowsSmallLetters ? text.uppercased() : text
    let isForm =
      text.utf8.count == 2
      && letters.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard isForm else {
      let meant = countries.remedy(for: text)
      error(
        .malformedCountry, field, "\(quoted(text)) is not two capital letters",
        remedy: meant ?? "write the ISO 3166-1 code, such as `CN`")
      return nil
    }
    guard countries.contains(letters) else {
      let meant = countries.remedy(for: letters)
      error(
        .unknownCountry, field, "there is no country code \(quoted(text))",
        remedy: meant ?? "write the ISO 3166-1 code, such as `CN`")
      return nil
    }
    return letters
  }

  mutating func optionalCountry(_ fields: Fields, _ name: String) -> String? {
    guard let field = fields.optional(name) else { return nil }
    return country(field)
  }

  /// An ISO 4217 code by its form.
  mutating func currency(_ field: Field) -> String? {
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard text.utf8.count == 3, text.utf8.allSatisfy({ letters.contains($0) }) else {
      error(
        .malformedCurrency, field, "\(quoted(text)) is not a currency code",
        remedy: "write three capital letters, such as `USD`")
      return nil
    }
    return text
  }

  /// A SHA-256 digest as 64 small hexadecimal digits.
  mutating func digestText(_ field: Field) -> String? {
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    let digits = Set("0123456789abcdef".utf8)
    guard text.utf8.count == 64, text.utf8.allSatisfy({ digits.contains($0) }) else {
      error(
        .malformedDigest, field, "\(quoted(text)) is not a SHA-256 digest",
        remedy: "write 64 hexadecimal digits in small letters")
      return nil
    }
    return text
  }
}
