import Formats

/// What a share means as registers write it: `51`, `51 %`, `33,3`, `51-75`, `>50`, `50%+1`,
/// `more than 25% but not more than 50%`.
enum ShareReading: Sendable, Hashable {
  case range(ShareRange)
  /// Numbers that no share can be: above 100, or upside down.
  case impossible
  /// Words that tell no number.
  case unreadable

  init(_ text: String) {
    self = .unreadable
    guard text.utf8.count <= 120, let tokens = ShareTokens(text)?.tokens else { return }
    var cursor = tokens[...]
    guard let first = ShareReading.bound(&cursor) else { return }
    let isOpen = first.comparison == nil
    if case .plus = cursor.first {
      cursor.removeFirst()
      if cursor.isEmpty {
        // `75+`: at least 75.
        self = ShareReading.range(first.number.low, 100_000_000)
        return
      }
      // `50%+1`: half and one share; with n shares 1/n is at most the part that is named.
      guard isOpen, case .number(let one) = cursor.removeFirst(), one.low == 1_000_000,
        cursor.isEmpty
      else { return }
      self = ShareReading.range(first.number.low + 1, min(first.number.high * 2, 100_000_000))
      return
    }
    if cursor.isEmpty {
      self = ShareReading.alone(first)
      return
    }
    var isJoined = false
    if case .range = cursor.first {
      cursor.removeFirst()
      isJoined = true
    }
    guard let second = ShareReading.bound(&cursor), cursor.isEmpty,
      isJoined || second.comparison != nil
    else { return }
    guard first.comparison?.isUpper != true, second.comparison?.isUpper != false else { return }
    let low = first.number.low + (first.comparison == .above ? 1 : 0)
    let high = second.number.high - (second.comparison == .below ? 1 : 0)
    self = ShareReading.range(low, high)
  }

  private static func alone(_ bound: Bound) -> ShareReading {
    switch bound.comparison {
    case nil: range(bound.number.low, bound.number.high)
    case .above: range(bound.number.low + 1, 100_000_000)
    case .atLeast: range(bound.number.low, 100_000_000)
    case .below: range(0, bound.number.high - 1)
    case .atMost: range(0, bound.number.high)
    }
  }

  private static func range(_ low: Int64, _ high: Int64) -> ShareReading {
    guard
      let range = ShareRange(low: Decimal(millionths: low), high: Decimal(millionths: high))
    else { return .impossible }
    return .range(range)
  }

  private typealias Bound = (
    comparison: ShareTokens.Comparison?, number: (low: Int64, high: Int64)
  )

  private static func bound(_ cursor: inout ArraySlice<ShareTokens.Token>) -> Bound? {
    var comparison: ShareTokens.Comparison?
    if case .comparison(let found) = cursor.first {
      comparison = found
      cursor.removeFirst()
    }
    guard case .number(let number) = cursor.first else { return nil }
    cursor.removeFirst()
    return (comparison, number)
  }
}
