/// A telephone number in the form in which numbers are compared.
public struct PhoneNumber: Sendable, Hashable {
  /// As written.
  public let text: String
  /// `+` and all digits (ITU-T E.164); nil where the country is not known.
  public let international: String?
  /// The digits without trunk prefix; of an unknown country as far as they were written.
  public let digits: String

  public enum Relation: Sendable, Hashable {
    case same
    /// The country of one is not known, area and the last eight digits agree.
    case possible
    case different
  }

  public func relation(to other: PhoneNumber) -> Relation {
    if let international, let theirs = other.international {
      return international == theirs ? .same : .different
    }
    let (short, long) =
      digits.utf8.count <= other.digits.utf8.count ? (digits, other.digits) : (other.digits, digits)
    // Eight digits are a number within an area; without the area they are many numbers.
    guard short.utf8.count > 8, long.hasSuffix(short) else { return .different }
    return .possible
  }
}

extension PhoneNumber {
  /// Nil for a text that holds no number of six digits or more.
  init?(_ text: String, country: String?, tables: ContactTables) {
    let dialled = Self.dialled(text)
    guard (6...17).contains(dialled.digits.utf8.count) else { return nil }
    self.text = text
    var digits = dialled.digits
    if dialled.isInternational {
      guard let code = tables.code(opening: digits) else { return nil }
      let national = Self.withoutTrunk(String(digits.dropFirst(code.utf8.count)), dialled, code)
      international = "+" + code + national
      self.digits = national
      return
    }
    if let country, let plan = tables.plan(of: country) {
      // `86-991-...`: the code with something between, or more digits than a number has.
      let afterCode = digits.utf8.count - plan.code.utf8.count
      if digits.hasPrefix(plan.code), plan.trunk.isEmpty || !digits.hasPrefix(plan.trunk),
        plan.lengths.contains(afterCode),
        dialled.firstGroup == plan.code || digits.utf8.count > plan.lengths.upperBound
      {
        digits.removeFirst(plan.code.utf8.count)
      } else if !plan.trunk.isEmpty, digits.hasPrefix(plan.trunk),
        digits.utf8.count - plan.trunk.utf8.count >= plan.lengths.lowerBound
      {
        digits.removeFirst(plan.trunk.utf8.count)
      }
      self.digits = digits
      international =
        plan.lengths.contains(digits.utf8.count) ? "+" + plan.code + digits : nil
      return
    }
    self.digits = String(digits.drop { $0 == "0" })
    international = nil
    guard self.digits.utf8.count >= 6 else { return nil }
  }

  private struct Dialled {
    var digits = ""
    var isInternational = false
    var firstGroup = ""
    /// `+86 (0)991`: the trunk prefix stands in brackets.
    var hasBracketedZero = false
  }

  private static func dialled(_ text: String) -> Dialled {
    var result = Dialled()
    var previous: UInt32 = 0
    var groupIsOpen = true
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if 0xFF01...0xFF5E ~= value { value -= 0xFEE0 }
      switch value {
      case 0x30...0x39:
        if value == 0x30, previous == 0x28 { result.hasBracketedZero = true }
        result.digits.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
        if groupIsOpen { result.firstGroup = result.digits }
      case 0x2B:
        if result.digits.isEmpty { result.isInternational = true }
      case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0xA0, 0x2010...0x2015:
        if !result.digits.isEmpty { groupIsOpen = false }
      default:
        // What follows a word behind the number is an extension: `ext. 12`, `转 8`.
        if result.digits.utf8.count >= 6 { return withPrefixRead(result) }
      }
      previous = value
    }
    return withPrefixRead(result)
  }

  /// `00` opens an international number as `+` does.
  private static func withPrefixRead(_ dialled: Dialled) -> Dialled {
    var result = dialled
    if !result.isInternational, result.digits.hasPrefix("00") {
      result.isInternational = true
      result.digits.removeFirst(2)
    }
    return result
  }

  private static func withoutTrunk(_ national: String, _ dialled: Dialled, _ code: String) -> String
  {
    // Italy keeps its zero in international numbers.
    let drops = dialled.hasBracketedZero || code == "86"
    return drops && national.hasPrefix("0") ? String(national.dropFirst()) : national
  }
}

extension NameKnowledge {
  /// Reads a telephone number; `country` is the ISO 3166-1 code of whoever gives it.
  public func phone(_ text: String, country: String? = nil) -> PhoneNumber? {
    PhoneNumber(text, country: country, tables: tables.contacts)
  }
}
